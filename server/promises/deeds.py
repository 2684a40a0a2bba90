"""Deeds: which verbs, said of whom, are something that one can keep or break."""

import re

from server.checks.words import everyday

OURSELVES = ("we", "i", "let me", "")
DEEDS = frozenset(
    """add answer bring call change check clean clear collect come confirm contact correct credit
    deal deliver dm do drop email explain fill finish fit fix follow forward get give go
    handle help install let look mail make meet mend message move order paint pay phone pick
    plant post print publish put reach rebook refund repack repair replace replant reply
    report reprint resend reset return review ring send ship sort speak swap take tell text
    update upload visit work write""".split()
)
# Said of ourselves, these promise nothing that could be done.
NO_DEEDS = frozenset(
    """admit agree always argue assume believe bet confess drink enjoy feel guess hope imagine
    know leave like love mean miss need never not pretend say suppose survive think understand
    want wish wonder""".split()
)
PEOPLE = frozenset(
    """accountant advisor adviser agent agents baker bakers boss branch bookkeeper captain ceo
    chef chefs coach colleague colleagues council courier couriers crew curator department
    desk developer developers devs director driver drivers editor editors electrician engineer
    engineers expert finance fitter fitters founder founders gardener gardeners head host
    installer installers kitchen lawyer lawyers lead librarian librarians lifeguard lifeguards
    manager mechanic mechanics nurse office officer owner people person plumber producer sales
    shop somebody someone specialist staff store support teacher teachers team technician
    technicians trainer trainers volunteer volunteers warehouse writer writers""".split()
)
STRANGERS = frozenset(
    """author bank body bus carrier cat child court dog employer ferry film government insurer
    issuer kid kids match phone police railway sequel studio train turn visa weather""".split()
)
_WORD = re.compile(r"[a-z]+")


def _either(*ways: str) -> re.Pattern[str]:
    """Give an expression for any of these at the beginning of a deed, to the end of a word."""
    return re.compile(rf"(?:{'|'.join(ways)})(?!\w)")


_NO_DEED = _either(
    "take (?:that|it|this) as", "take the blame", "take it$", "give you that", "let you be",
    "let that", "see$", "see (?:about )?(?:you|what (?:the|they|he|she)|how it)", "have to",
    "never",
    "keep (?:our|my) (?:fingers|eyes)", "be the (?:first|judge)",
    "be (?:brief|cheering|fine|frank|glad|happy|honest|okay|ok|quick|sad|sorry|watching)",
)  # fmt: skip
_HAS_DONE = re.compile(
    r"have (?:(?!the\b|what\b)\S+ )*(?:\w+ed|done|made|sent|put|ready|back|out|up|on|online)\b"
)
_HERE = _either(
    r"be (?:in touch|in contact|with you|with them|round|out|back|there|here|over|at)",
    r"be on (?:site|it)", r"be \w+ing",
)  # fmt: skip
_DOING = _either(r"be \w+ing")
_HOLDS = _either(
    r"be (?:\w+ed|back|ready|sent|done|live|working|waiting|with you|there|here|up)",
    "be (?:in|on|at) your", "reach you", "arrive", "ship", "go (?:out|live|up)", "come", "coming",
    "going",
)  # fmt: skip
_EXPECTED = _either(
    "expect to hear",
    r"expect (?:an?|your|our|the|my) (?:[\w-]+ ){0,2}?(?:answer|call|cards?|copy|credit|decision|"
    r"delivery|e-?mails?|letter|message|money|news|order|package|parcel|payment|refunds?|"
    r"replacements?|reply|update|visit|voucher)",
)
_GIVEN = _either("have", "get", "hear", "receive", "be (?:getting|refunded|credited|paid|called)")
_LATEST = _either("by", "before", "within", "inside", "no later", "in", "today")
_ALWAYS = re.compile(r"\b(?:when|whenever|each|every time|once|after you|usually|normally)\b")


def is_promise(who: str, act: str, deed: str, *, dated: bool, when: str) -> bool:
    """Say whether a clause commits us.

    `who` is its subject and `deed` all from the verb `act` on, in small letters; `when` are the
    words that say until when, and `dated` says that they name a day or an hour.
    """
    if act == "expect":
        return bool(_EXPECTED.match(deed)) and (dated or " from us" in deed)
    if act == "consider":
        return True
    if who in OURSELVES:
        return _is_ours(act, deed, dated=dated, timed=bool(when))
    if _ALWAYS.search(deed):
        return False
    if who == "you":
        return dated and bool(_GIVEN.match(deed))
    if STRANGERS & {*_WORD.findall(who)}:
        return False
    if is_person(who):
        return act in DEEDS or bool(_HERE.match(deed))
    if who in ("they", "he", "she"):
        return dated and act in DEEDS
    is_ours = who.startswith("your ") or bool(_LATEST.match(when))  # the sun is back on Friday, too
    return dated and is_ours and bool(_HOLDS.match(deed))


def _is_ours(act: str, deed: str, *, dated: bool, timed: bool) -> bool:
    if act.endswith("ing") and len(act) > 5:
        return (timed and act not in ("looking", "working", "waiting", "hoping", "thinking")) or (
            act in ("refunding", "replacing", "sending", "crediting", "swapping", "emailing")
        )
    if act in NO_DEEDS or _NO_DEED.match(deed):
        return False
    if act == "have":
        return dated or bool(_HAS_DONE.match(deed))
    if act == "be":
        return bool(_HERE.match(deed)) and (dated or not _DOING.match(deed))
    return True


def is_person(who: str) -> bool:
    """Say whether a subject, in small letters, is a person or people of ours."""
    words = _WORD.findall(who)
    if not words or STRANGERS & {*words}:
        return False
    is_name = words[-1] not in everyday() and len(words) < 4
    return bool(PEOPLE & {*words}) or is_name
