"""What somebody is glad of: in their own clauses, in their highest words, and beside a "but"."""

import re
from itertools import takewhile

from models.guided.broken import is_broken
from models.guided.clauses import Clause, clauses, with_pairs
from models.guided.heard import unaddressed
from models.guided.once import once
from models.guided.person import joined, owned, to_them
from models.guided.phrases import lowered, noun_phrases, swears
from models.guided.tagging import Word, lexicon, sentences, tag, tidy, word_set

MOST = 2
MOST_WORDS = 16
_DOUBT = re.compile(
    r"(?i)\b(?:not|never|but|no|if|though|although|however|until|unless|wish|would|could|should|"
    r"hope|only|except|told|sorry|wrong|why|died|death|funeral|passed away)\b|n't\b|\?"
)
_JOY = re.compile(
    r"(?i)\b(?:love|loved|adore|adored|enjoy|enjoyed|saved|helped|helps|remembered|remembers|waited|"
    r"explained|stayed dry|stayed warm|stayed with|kept (?:me|us|my|our|him|her|them)|"
    r"got (?:me|us) (?:through|out of bed)|made (?:me|us|my|our|him|her|them)|worked|works|"
    r"c(?:ame|omes) out (?:\w+ )?(?:beaut\w+|lovely|perfect\w*|great|amazing\w*|well|delicious|"
    r"gorgeous\w*|brilliant\w*|better|fluffy|just right|spot on)|"
    r"fits|fitted|finally|learnt|learned|taught|inspired|smiled|smile|laughed|"
    r"cried (?:at|with|happy)|fixed (?:my|our)|"
    r"(?:is|are|was|were|looks|look|feels|feel|tastes|taste|smells|smell|sounds|rides|runs)"
    r"(?: \w+)? (?:like new|perfect|great|lovely|beautiful|delicious|gorgeous|brilliant|"
    r"fantastic|amazing|excellent|wonderful|superb|spot on|warm|happy|safe|better|incredible|"
    r"magical|stunning|soft|fresh|tasty|kind|friendly|patient|helpful|so good|the best)|"
    r"thought of everything|above and beyond|went out of|sat with|sat on|looked after|"
    r"moved (?:my|our)|carried|found (?:my|our)|let (?:him|her|us|me|my|our)|"
    r"for the first time in (?:years|ages|months|weeks|decades|a long)|"
    r"asleep|singing|adopted|spirits|engaged|married|still talking|back on|recommend\w*|restored|"
    r"shiny|glossy|happier|healthier|thriving|blooming|highlight|lifesaver|game ?changer|"
    r"(?:been|looked|felt|slept|tasted) (?:this|so|better)|"
    r"always (?:repl|answer|help|there|so)\w*|changed (?:my|our)|keep looking|can't stop)\b"
)
_NO_FUSS = re.compile(
    r"(?i)\b(?:no (?:fuss|problems?|trouble|hassle|questions|shame)|never forget)\b"
)
_NEVER_BETTER = re.compile(
    r"(?i)(?:n't|\bnever)(?: \w+)? (?:been|looked|felt|slept|tasted)(?: \w+)? (?:this|so|better)\b"
)
_BEST = re.compile(
    r"(?i)(?:^|[.!?] )(?:the |this is the |honestly |by far |probably |absolutely |definitely )*"
    r"(?P<best>(?:best|finest|nicest|kindest|funniest|loveliest|tastiest|cosiest|comfiest|"
    r"smoothest|softest|greatest|prettiest|easiest|happiest|friendliest|coolest|warmest) "
    r"(?:[a-z'-]+)(?: (?!and\b|but\b|so\b|for\b|because\b|i\b|we\b)[a-z'-]+){0,4}?)"
    r"(?= i've| i have| we've|[,.!?;]|$| and\b| but\b| ever)"
)
_BEST_OF = re.compile(r"(?i)\bit was the (?P<best>best \w+ of (?:the|my|our) \w+)")
_LIKED = re.compile(
    r"(?i)\b(?:love|loved|loving|like|liked|adore|enjoy|enjoyed) (?:the|your|this|these|my|our) "
    r"(?P<a>[a-z-]+(?: [a-z-]+)?)(?=,| but| though| hate| shame|\.| -|;)|"
    r"(?:^|[.!?,] ?)(?:the |your |this |my )?(?P<b>[a-z-]+(?: [a-z-]+)?) (?:is|are|was|were|looks?)"
    r"(?: (?:so|really|very|absolutely|all))? (?:lovely|great|good|fine|beautiful|brilliant|"
    r"amazing|nice|perfect|gorgeous|excellent|fantastic|delicious|ok|okay)(?= but|,| though|\.|;)|"
    r"\b(?:great|lovely|good|nice|beautiful|brilliant|fantastic|gorgeous) (?P<c>[a-z-]+) "
    r"(?=apart from|but|otherwise|though|except|shame)"
)
_DISLIKE = re.compile(
    r"(?i)\b(?:annoy\w*|irritat\w*|awful|terrible|horrible|hate|hated|worst|disgust\w*|creepy|"
    r"boring|ugly|rubbish|ridiculous|garbage|gross|cringe\w*|pathetic|disappoint\w*|useless|"
    r"unreadable|unusable|please stop|cruel\w*|unethical|inhumane|immoral|greedy|"
    r"shrinkflation|greenwash\w*|(?:cash|money) grab|shameful|shame on|"
    r"ashamed)\b"
)
_WORKS = re.compile(
    r"(?i)I(?: \w+)? (?:work|carried|waited)"
)  # that they worked is no joy of theirs
_TRAILING = re.compile(
    r"(?i)(?: (?:honestly|literally|tbh|seriously|lol|haha|cheers|thanks|tho|ngl|omg|fr))+$"
)
_FAVOURITE = re.compile(
    r"(?i)^(?!(?:it|this|that|he|she|they|what|which)\b)[^,;:.]{3,60} (?:is|are|was|were) "
    r"(?:(?:still|always|really|honestly) )?(?:the|my|our) (?:absolute |very )?(?:highlight|best "
    r"(?:part|bit|thing)|favou?rite|lifesaver|reason)\b[^,;:.]*$"
)
_STEADY = re.compile(
    r"(?i)\bnever (?:missed a beat|let (?:me|us) down|failed (?:me|us)|put a foot wrong)\b"
)
_BARE = re.compile(  # "staff were lovely"
    r"^(staff|service|food|delivery|packaging|quality|room|coffee|driver|guide|sound|instructions)"
    r"(?= (?:was|were|is|are|came|made|tasted|arrived)\b)"
)
_ELIDED = re.compile(r"(?i)(?:,| and) you made your .*$")  # "…, made my week": the thing did
_ENDED = re.compile(r"(?i)\b(?:till|until)\b")  # "loved it till the ads started"
_BEYOND = re.compile(  # "I love it more than my children": said for fun
    r"(?i)\b(?:more than|better than|as much as|over) (?:my|our|your|any) (?:own |actual )?"
    r"(?:kids?|child\w*|husband|wife|family|mum|mom|mother|dad|dog|cat|boyfriend|girlfriend|partner|"
    r"life|friends|ex|brother|sister)\b"
)
_TWICE = re.compile(r"(?i)\b(\w+ \w+ \w+)\b.*\b\1\b")
_TURN = re.compile(
    r"(?i)\b(?:but|though|although|however|shame|(?<=[,.!] )except|hate that|hate the|"
    r"only thing|pity|if only|otherwise|apart from|other than)\b|"
    r"\b(?:lovely|great|fine|worked|perfect|loved|good|fantastic)\b[^.!?]{0,30}\b(?:till|until)\b"
)


@once
def joys(comment: str) -> list[str]:
    """Give the clauses that say what was good, said to them: "your feet stayed dry"."""
    found: list[str] = []
    for words in sentences(comment):
        if _DOUBT.search(_NO_FUSS.sub("", joined(words))) and not _NEVER_BETTER.search(
            joined(words)
        ):
            continue
        for clause in with_pairs([*clauses(words), *_called(words), *_whole(words)]):
            said = joined(clause)
            if not _JOY.search(unaddressed(said)) or swears(said) or not _is_sayable(clause):
                continue
            if _ENDED.search(said) or _TWICE.search(said) or is_broken(said):
                continue
            if _BEYOND.search(said):
                continue
            if clause[0].text == "I" and (_WORKS.match(said) or not _is_theirs(clause, words)):
                continue
            said_back = joined(to_them(clause)).removeprefix("you think ")
            said_back = _ELIDED.sub("", said_back)
            found.append(_BARE.sub(r"the \1", owned(_TRAILING.sub("", said_back))))
    if steady := _STEADY.search(tidy(comment)):
        found.append(f"it has {joined(to_them(tag(steady.group())))}")
    return sorted(found, key=lambda said: -min(len(said), 70))[:MOST]


def _called(words: list[Word]) -> list[Clause]:
    """Give the whole sentence where it calls something the best of their week."""
    said = _FAVOURITE.match(joined(words).rstrip(".!"))
    return [("", lowered(tag(said.group())))] if said else []


def _whole(words: list[Word]) -> list[Clause]:
    """Give the sentence that opens with a bare thing and says what it did for them."""
    spans = noun_phrases(words)
    opens = spans and not spans[0][0] and words[0].kind in ("noun", "adjective")
    if not opens or len(words) > MOST_WORDS + 2:
        return []
    end = spans[0][1]
    if len(spans) > 1 and spans[1][0] == end + 1 and words[end].kind == "preposition":
        end = spans[1][1]
    acts = end < len(words) and words[end].kind == "verb"
    said = list(takewhile(lambda word: word.kind != "stop", words))
    return [("", lowered(said))] if acts and len(said) > end + 2 else []


def best(comment: str) -> list[str]:
    """Give what they call the best of its kind, such as "best croissants outside of France"."""
    match = _BEST.search(tidy(comment)) or _BEST_OF.search(tidy(comment))
    if not match or swears(match["best"]) or len(match["best"].split()) < 2:
        return []
    said = match["best"]
    return [said[:1].lower() + said[1:]]


def liked(comment: str) -> list[str]:
    """Give what they like of ours where a "but" comes after it: "the jacket"."""
    text = tidy(comment)
    turn = _TURN.search(text)
    match = _LIKED.search(text)
    if turn is None or match is None or match.start() > turn.start():
        return []
    thing = (match["a"] or match["b"] or match["c"]).lower()
    head = thing.split()[-1]
    known = match["c"] or lexicon().get(head, "noun") == "noun"
    if head in word_set("empty") | word_set("time") or not known:
        return []
    return [f"the {thing}"]


def after_turn(comment: str) -> str:
    """Give what stands behind the "but" of a comment; all of it where there is none."""
    turn = _TURN.search(tidy(comment))
    return tidy(comment)[turn.end() :] if turn else comment


def dislikes(comment: str) -> bool:
    """Say whether words of dislike stand in a comment."""
    return bool(_DISLIKE.search(tidy(comment)))


def turns(comment: str) -> bool:
    """Say whether praise turns into a complaint: "lovely jacket, but the pockets are fake"."""
    return bool(_TURN.search(tidy(comment)))


def _is_theirs(clause: list[Word], words: list[Word]) -> bool:
    """Say whether an "I" stands in the sentence, or is surely meant: "Wore these all day"."""
    said = joined(clause)
    if said.lower() in joined(words).lower():
        return True
    made = re.match(r"(?i)I \w+ (?:me|my|us|our)\b", said)
    return not made and (words[0].kind == "verb" or words[0].lower in ("i", "we"))


def _is_sayable(clause: list[Word]) -> bool:
    """Say whether a clause can be said back: it is short, and who it speaks of is named in it."""
    first = clause[0].lower
    if clause[0].kind == "determiner" and clause[1].kind in ("noun", "adjective"):
        return len(clause) <= MOST_WORDS
    if first in ("it", "he", "she", "they", "this", "that", "you", "nobody", "everything"):
        return first == "it" and len(clause) < 6
    if first in ("i", "we"):
        return len(clause) > 2
    spans = noun_phrases(clause)
    return len(clause) <= MOST_WORDS and bool(spans) and spans[0][0] == 0
