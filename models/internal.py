"""Facts that are marked as for us alone: no draft tells them, whoever writes it."""

import re

_BEGINS, _ENDS = r"(?:^|[:;,(.–-])\s*", r"\s*(?:$|[:;,.)–!])"
_MARKED = re.compile(
    rf"(?i){_BEGINS}(?:"
    r"(?:strictly |staff |this is )?(?:internal|confidential|embargoed|secret)"
    r"(?: (?:only|use only|info|for now|until .{1,30}?))?"
    r"|off the record|between us|not public(?: yet)?"
    r"|not (?:to be|for) (?:shar(?:ed|ing)|publication|publishing|customers|the public|release)"
    r"|(?:please )?(?:do not|don['’]?t|never) "
    r"(?:comment|share|tell|disclose|mention|say|repeat|publish)"
    r"(?: (?:this|it|on it|publicly|in public|to (?:customers|anyone|the press)))?"
    r"|(?:please )?(?:do not|don['’]?t|never) (?:confirm|deny|reveal|disclose)\b"
    r"(?! (?:your|any of your)\b)[^.;]{0,40}"
    rf"){_ENDS}"
)


def is_internal(fact: str) -> bool:
    """Say whether a fact is marked as not to be told: "Cladding: internal, do not comment"."""
    return bool(_MARKED.search(fact))
