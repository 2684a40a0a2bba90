"""What in a note is for the one who drafts, and is carried out or kept to, and never said."""

import re

_ADJECTIVE = (
    r"(?:(?:very|really|more|a bit|extra|super) )?(?:short|brief|concise|plain|simple|clear|"
    r"straight|honest|nice|kind|warm|gentle|gently|softly|lightly|friendly|polite|formal|professional|funny|light|"
    r"playful|calm|careful|personal|human|sincere|cheerful|upbeat|humble|factual|neutral|sweet|"
    r"quick|soft|firm)(?:er|ly)?"
)
_ASIDE = r"(?:please |just |and |also |but |so |then |maybe )*"
MANNER = re.compile(  # how to say it, which is no part of what is said
    rf"(?i)^{_ASIDE}"
    r"(?:(?:be|stay|sound|reply|answer|explain|(?:keep|make|say) (?:it|this|that))\b )?"
    r"(?:(?:all|super|a bit|quite) )?"
    rf"{_ADJECTIVE}(?:(?:,| and|, and|,? but) {_ADJECTIVE})*"
    r"(?:(?: please| with (?:him|her|them))?$|(?:[:,]| that) |(?= (?:don't|do not|no|never) ))"
)
_WAYS = (
    r"promises?|compensation|refund talk|outcome|jargon|spin|excuses?|jokes?|joking|emojis?|names?|"
    r"dates|pressure|link|links|sorry|apology|apologies|grovell?ing|fuss|drama|waffle|fluff|corporate|"
    r"sales|sales pitch|pushing|pushiness|hard sell|selling|upsell|plug|marketing|essay|lecture|"
    r"blame|detail|details|"
    r"admissions?|liability|fault|comment|argument|arguing|speculation|guesses|guessing|sarcasm|"
    r"exclamation marks?|judg(?:e?ment|ing)|preaching|hashtags?|"
    r"caps|numbers|dates in public|more than (?:that|this)|reply needed"
)
_WHAT = (
    r"promise|mention|say|offer|admit|commit|talk|give|name|discuss|soften|argue|explain|"
    r"tell|quote|blame|speculate|sell|oversell|upsell|push|engage|apologi[sz]e|joke|reveal|share|"
    r"repeat|dodge|fudge|guess|spin|waffle|grovel|gush|lecture|overdo|over-?promise|link|tag|bite|"
    r"get into|go into|be (?:funny|clever|defensive|smug|corporate|cute|flippant)|sound|"
    r"make (?:it|this|a|any)|"
    r"use (?:emojis?|names?|the word|jargon|slang|hashtags?)|comment|confirm|deny|reply|answer|"
    r"correct (?:him|her|them)|ask (?:him|her|them|for|why|anything|to|if|about)|thank|rub|"
    r"patroni[sz]e|"
    r"let (?:it|this)|feed|take the bait|react|delete|hide"
)
UNSAID = re.compile(
    rf"(?i)^(?!(?:can't|can not|cannot) tell\b){_ASIDE}(?:"
    rf"(?:do not|don't|never|no need to|not to|can not|cannot|can't|mustn't|we (?:can't|"
    rf"never)|not)\s+(?:to )?"
    r"(?!give (?:your |out )?(?:card|PIN|password|bank|details|money|code)\b)"
    rf"(?:{_WHAT})\b(?!.*\b(?:until|till|before|yet|after)\b)"
    rf"|(?:no|not|without|minimal|zero)\s+(?:{_WAYS})\b|(?:say )?nothing about\b.*"
    r"|(?:very |super |this is )?urgent!*$"
    r"|(?:pin|link|tag|hide|delete|log|screenshot|attach|like|heart|ban|mute|block|report|archive|"
    r"flag|star|repost|reshare|retweet|bookmark)\b(?: (?:it|this|them|him|her|his|their|that)\b.*|"
    r" (?:the |this )?(?:comment|post|thread|review|user|troll|account)\b.*| comment.*| at "
    r"once.*|$)"
    r"|(?:own|admit|take|accept|acknowledge) (?:it|that|this|(?:the|all) blame|the .+ (?:thing|"
    r"bit|part|line|"
    r"page|fault|delay|mistake|error)|up|"
    r"responsibility|the mistake|the error)\b.*"
    r"|(?:say|tell|mention|state|explain|put|give) (?:it|so|that|this|them so|him so|her so|these|"
    r"both|why|all)(?: (?:straight|plainly|clearly|nicely|kindly|gently|properly|please|first|"
    r"honestly|once|outright|too|both|all))*$"
    r"|(?:say|tell|explain)(?: (?:him|her|them))? (?:nicely|kindly|gently|plainly|honestly|clearly|"
    r"straight)$"
    r"|(?:give|use|tell|explain|quote|mention|state|see)(?: (?:him|her|them))? (?:the |our )?"
    r"(?:real reason|reason|reasons|workaround|steps|fact|facts|usual|usual line|standard line|"
    r"price list|link|policy|numbers|dates|details|opening hours|hours|address|price|prices|times|"
    r"how)$"
    r"|(?:the )?(?:legal|boss|pr|press office|lawyers?)(?: team)? (?:has|have|does|do|handles?|"
    r"takes?|got)(?: (?:the )?(?:rest|it|this|that))?(?: now)?$"
    r"|(?:only )?(?:can|ok to|okay to|fine to|allowed to|may) (?:mention|say|share|name|quote)\b.*"
    r"|.*\b(?:is |are )?(?:ok|okay|fine|allowed) to (?:mention|say|share|name)$"
    r"|(?:and |but )?(?:nothing (?:else|more)(?: in public| here| publicly| online)?|"
    r"that's (?:all|it)|thats all|that is all|"
    r"no more than that|rest is (?:legal|private|internal)|not more|full stop|end of)$"
    r"|(?:not |never )(?:here|in public|in the comments|publicly|on here|on the page|in here)\b.*"
    r"|(?:take no chances|answer straight|play along|joke back|joke along|banter|with humou?r|"
    r"keep (?:it|this) (?:going|rolling|light|short|private|vague|general|internal|between us)|"
    r"(?:be|stay) vague|(?:their|his|her) (?:choice|pick|call)|up to (?:them|him|her)|"
    r"(?:one|two|1|2|3|three) (?:lines?|sentences?|words?)(?: max| at most| only| please)?|"
    r"(?:take|pull) (?:the |this )?(?:post|ad|video|photo) down(?: meanwhile| now| first)?|"
    r"(?:em|sym)pathi[sz]e|commiserate|"
    r"(?:reassure|congratulate)(?: him| her| them)?|"
    r"low key|no big deal|check (?:first|with me)|ask me first|show me first|run it past me|"
    r"internal(?: only)?|(?:by )?private message(?: only)?|for you only|"
    r"fyi|fyi only|private|confidential|ask (?:him|her|them)|"
    r"(?:tell|inform) (?:the |all )?(?:parents|staff|everyone|customers|all|team|shifts)|"
    r"(?:don't|do not|never) (?:diagnose|(?:post|use|show|publish|print) "
    r"(?:the |her |his |your |any )?"
    r"(?:names?|photos?|address|number|details))|credit (?:him|her|them|you)(?: if .*)?|"
    r"please|lol|haha|ha|"
    r"terrible|awful|horrible|shocking|grim|sad|poor (?:thing|guy|lad|girl|dog|woman|man)|"
    r"bless(?: (?:him|her|them))?|"
    r"brilliant|amazing|lovely|fab|fantastic|great stuff|shit|fuck|crap|bloody hell|christ|jesus|"
    r"ugh|argh|oh|omg|oh god|oh no|damn|yikes|"
    r"gosh|wow|hmm|ffs|aargh|oops|whoops|eek|ok then|"
    r"first (?:say )?sorry|lead with (?:sorry|the .+|that)|start with .+|end with .+|sign (?:it |"
    r"this )?"
    r"(?:off|as|from|with|by)\b.*|take (?:it |this )?seriously|wtf|no name\b.*|without names?)$"
    r"|(?:(?:tell|show|thank) (?:him|her|them|everyone)|good (?:spot|catch|point|question|idea|"
    r"shout|one)|great (?:spot|catch|point|question|idea)|(?:nice|lovely|sweet)(?: one)?|"
    r"love (?:it|this|that)(?: (?:comment|one|idea))?|(?:yes )?(?:we|i) know"
    r"(?: about (?:it|this))?|(?:all )?true|(?:yes,? )?(?:an? )?(?:error|typo|mistake|slip)|"
    r"ok|okay|agreed?|fair|fair (?:point|enough|cop|comment)|sure|noted|reply|answer|apologies|"
    r"honest(?:ly)?|truth|checked|thumbs up|exactly|indeed|same|ha yes|thank)$"
    r"|(?:right|correct|yep|yeah|good|great|right then|my word)$"
    r"|(?:safety|legal|product|boss|support|marketing|press|pr|finance)(?: team| desk| lead)? "
    r"(?:to know|cc|cc'd|copied|fyi)$|(?:legal|pr|safety)$"
    r"|(?:tell|say|reply|write)$"
    r"|(?:ta|cheers)\b(?: for .*)?$"
    r"|(?:thank|thanks)\b(?! to\b).*$"
    r")"
)
# "ask boss", "check with ops": nobody has decided yet, so nothing is said of it.
UNDECIDED = re.compile(
    r"(?i)\b(?:ask|check with|wait for|waiting on|see what|up to) (?:the |my )?(?:boss|ops|me|"
    r"ins|insurers?|insurance|"
    r"accounts|hq|head office|"
    r"legal|"
    r"manager|finance|management)\b(?! (?:rings?|calls?|writes?))"
)
_LEADING = re.compile(
    rf"(?i)^{_ASIDE}(?:"
    r"(?:tell|let|inform|remind|explain to|say to|assure)\s+(?:him|her|them|the customer|customer|"
    r"this person|everyone|people|folks|all)(?:\s+(?:know|straight|kindly|nicely|gently|again))*"
    r"(?:\s+that)?[:,]?\s+"
    r"|(?:say(?! (?:hi|hello|hey|(?:your |the |his |her )?name\b|code|the code|the word|\")\b)|"
    r"mention|add (?=that|we|it|they|he|"
    r"she)|explain|answer(?! (?:on|in|by|within|comes?|[A-Z]))|"
    r"reply(?! (?:yes|no|stop|y\b|n\b|with))|"
    r"point out|clarify|stress|note|confirm|state|admit)"
    r"(?:\s+(?:that|too|also|clearly|plainly|nicely|simply))*[:,]?\s+"
    r"(?!(?:in|within|by) (?:\d|a |an |two|three|four|five|six|seven|ten)|(?:is|was|sent|by|to|"
    r"from|page|email|mail)\b)"
    r"|(?:honest|truth|true|fact|found|checked|answer|update|reply|note|fyi|ps|p\.s\.|long story "
    r"short|basically|in short|tldr|honestly|actually|meanwhile in)\s?[:-]\s*"
    r"|(?:well|right|all right|fine|true)(?:[,:]\s+|\s+[-–]\s+|"
    r" (?=(?:it's|its|you|we|they|that's|the)\b))(?=\w)"
    r"|(?:fyi|btw|so|ok|okay|oh|a+w+|ah|(?:ha)+h?|lol|ugh|omg|tbh|basically|honestly|"
    r"unfortunately|all good|all sorted|no worries|no problem|no prob|of course|good news)[, ]+"
    r"(?=\w)(?!(?:size|one|side|now|idea|do|does|did|is|are|am|for|if|with|to|on|in|at)\b)"
    r")"
)
_TRAILING = re.compile(
    r"(?i)(?:[, ]+(?:please|phew|lol|haha|ha|i think|(?:but|and) be (?:nice|kind|gentle|polite|"
    r"brief))|, (?:ok|okay|say so|say it|tell (?:him|her|them)|"
    r"(?:boss|legal|management|owner) (?:decided|says|says so|said so|ok'd it|agreed|knows)|"
    r"no (?:dates?|promises?|names?|details|links?)|be nice|honest|thx|thanks|thank you|nicely|"
    r"in your words|obviously))+$"
)


_TO_ANOTHER = re.compile(r"^(?i:ask|check with) [A-ZÀ-Þ][a-zà-ÿ]+$")


def is_undecided(point: str) -> bool:
    """Say whether somebody else is asked first: nothing is said of what nobody has decided."""
    return bool(UNDECIDED.search(point) or _TO_ANOTHER.match(point))


def is_unsaid(point: str) -> bool:
    """Say whether a point of a note is for the one who drafts."""
    return bool(UNSAID.match(point)) or is_undecided(point)


def to_be_said(point: str) -> str:
    """Give a point without "tell her that …" before it and "lol" behind it."""
    before = ""
    while point != before:
        before = point
        point = _LEADING.sub("", MANNER.sub("", point)).strip(" ,:")
    point = re.sub(
        r"(?i)(?<=\w{3})(?<!\bwe)(?<!\bto)(?<!\bwill)(?<!\bcan)(?<!'ll) tell (?:him|her|them)$",
        "",
        point,
    )
    point = re.sub(
        r"(?i)(?<=\w{3})(?<!say)(?<!says)(?<!very)(?<!are)(?<!'re)(?<! to)(?<!'m) sorry$", "", point
    )
    return _TRAILING.sub("", point).strip(" ,:")
