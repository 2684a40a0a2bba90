"""Points of a hurried note that are said in one way only: "refund done" is "the refund is done"."""

import re

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE = rf"(?:\d{{1,2}} [A-Z][a-z]+|{_DAY})"
_TIME = r"(?:working )?(?:days|weeks|hours|minutes)"
_NOT = r"(?:can't|cannot|can not)"
_POINTS = (  # the words of the note, and the sentence
    (r"(?:\w+ )?(refund|payment|order|booking|repair|swap|transfer) done", "the {0} is done"),
    (r"(?:an )?answer (?:comes )?((?:in|within|by|on) .+)", "you'll have an answer {0}"),
    (r"(?:a )?(reply|decision|result) ((?:in|within|by|on) .+)", "you'll have a {0} {1}"),
    (r"found it", "we found it"),
    (rf"(?:an )?answer (?:on )?({_DAY}.*)", "you'll have an answer on {0}"),
    (
        r"(?:the )?(fix|patch|update) (in \S+?)[,:]? ((?:out|due|coming|live) .+)",
        "the {0} is {1}, {2}",
    ),
    (r"delayed", "it was delayed"),
    (r"(at the \w+(?: \w+)? (?:till|until|from|on|today|tomorrow|now)\b.*)", "it's {0}"),
    (r"yours ((?:by|in|on|within|before) .+)", "you'll have yours {0}"),
    (r"hear (?:from us )?((?:by|in|on|within|before) .+)", "you'll hear {0}"),
    (
        rf"(?:the )?(hotfix|fix|patch|update|part|delivery|engineer|restock|bus) (?:on )?({_DAY})",
        "the {0} comes on {1}",
    ),
    (rf"now ((?:on |due |for )?(?:{_DAY}|the \d|\d|tomorrow).*)", "it's now {0}"),
    (r"(?:the )?update to (\S+) (fixes|solves|helps)(?: it)?", "the update to {0} {1} it"),
    (
        r"(order|account|booking|reference|customer|serial|ticket|policy)(?: (?:no|number|nr))?\.? "
        r"by private message",
        "please send us your {0} number by private message",
    ),
    (r"free (\w+(?: \w+)?) next time", "next time there's a free {0} for you"),
    (r"wrong (\w+(?: \w+)?)", "it was the wrong {0}"),
    (r"(\d+%|[£$€]\d[\d.,]*) off (?:the |your |his |her )?(next .+)", "there's {0} off your {1}"),
    (rf"{_NOT} (say|tell|promise) (.+)", "I can't {0} {1}"),
    (rf"{_NOT} (.+)", "we can't {0}"),
    (r"(?:it )?(won't|will not|shouldn't) happen again", "it {0} happen again"),
    (r"(?:the )?(\w+) (?:been )?(?:told|informed|notified|warned)", "I've told the {0}"),
    (
        rf"(?:the )?(\w+) (booked|scheduled|planned) (?:for |on )?({_DATE}.*)",
        "the {0} is {1} for {2}",
    ),
    (rf"(size \w+|the \w+) back (?:on )?({_DATE})", "{0} is back on {1}"),
    (r"resend(?:ing)? (?:it )?(.+)", "we'll send it again {0}"),
    (r"((?:should|must|has to|needs to) .+)", "it {0}"),
    (r"((?:clear|back|ready|fixed|done|open|sorted|live|normal|safe) by .+)", "it will be {0}"),
    (
        r"(discoloured|delayed|late|closed|stuck) (after|because of|due to) (.+)",
        "it's {0} {1} a {2}",
    ),
    (
        r"(don't (?:use|drink|eat|open|touch|ride|wear|plug|wash|throw|delete|reply|pay|click|"
        r"reinstall|uninstall|restart)(?: .+)?)",
        "please {0}",
    ),
    (r"(fix|patch|update|refund|replacement|answer|new one) by (.+)", "the {0} comes by {1}"),
    (
        r"can (post|send|ship|deliver) (?:it |them )?too,? (?:for )?(.\d.*)",
        "we can {0} it too, for {1}",
    ),
    (r"(?:a )?(new \w+) by (courier|post|special delivery)", "a {0} comes to you by {1}"),
    (rf"arrives? (?:on )?({_DATE})", "it arrives on {0}"),
    (r"still (\w+ing\b.*)", "we're still {0}"),
    (
        r"(right|correct|new) (\w+) (?:attached|posted|added|up|live) (?:on|in|at) (?:the |our )?"
        r"(site|app|website|page)",
        "the {0} {1} is on the {2}",
    ),
    (rf"coming (?:on )?({_DAY}.*)", "they're coming on {0}"),
    (r"leave (?:the |your )?(\w+) out", "please leave the {0} out"),
    (rf"(?:the )?((?:\w+ )?\w+) due (?:on )?({_DATE})", "the {0} is due on {1}"),
    (r"no (?=we|it|you|they|not)(.+)", "no, {0}"),
)
_COMPILED = tuple((re.compile(f"(?i)^{words}$"), said) for words, said in _POINTS)


def said_as(point: str) -> str:
    """Give the sentence of a point, without a capital or a stop; nothing where none is known."""
    for words, said in _COMPILED:
        if match := words.match(point):
            return said.format(*match.groups())
    return ""
