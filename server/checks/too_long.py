"""Too long: the platform's own limit, counted as the platform counts."""

import re
import unicodedata
from collections.abc import Iterator

from server.checks.case import Case, Found
from server.checks.numbers import values
from server.checks.words import plain

# The same as in the extension's length.ts, where each one's source stands.
LIMITS = {
    "x": 280,
    "bluesky": 300,
    "mastodon": 500,
    "tiktok": 150,
    "linkedin": 1_250,
    "discord": 2_000,
    "instagram": 2_200,
    "google_business": 4_000,  # UTF-16 code units
    "facebook": 8_000,
    "youtube": 10_000,
    "reddit": 10_000,
}
_LINK = 23  # X and Mastodon count every link so, however long it is
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_FAR_MENTION = re.compile(r"(?<![/\w])@(\w+)@[\w.-]*\w")
_LIGHT = (
    (0, 4351),
    (8192, 8205),
    (8208, 8223),
    (8242, 8247),
)  # X: code points of weight one; all others weigh two
_PLAIN = re.compile(r"[\x00-\x7f]+(?=[\x00-\x7f]|\Z)")
_WORDS = 110  # longer than a reply to a comment is read


def check(case: Case) -> Iterator[Found]:
    """Find what stands beyond the platform's limit, or a text far longer than a talk bears."""
    limit = LIMITS.get(case.platform)
    if limit is not None and (length := length_on(case.text, case.platform)) > limit:
        start = _fitting(case, limit)
        message = f"{length} characters; {case.platform} takes {limit}. Take out {length - limit}."
        yield Found("too_long", "error", start, len(case.text), message)
        return
    words = len(case.text.split())
    if words > max(_WORDS, len(case.comment.split()) * 3 // 2):
        message = (
            f"{words} words is long for a reply. Most good ones have under 60; keep what was asked."
        )
        yield Found("too_long", "warning", 0, len(case.text), message)


def length_on(text: str, platform: str) -> int:
    """Count a text as the platform does: X by weight, Mastodon with links and names cut."""
    if platform == "x":
        return _weight(text)
    if platform == "mastodon":
        text = _FAR_MENTION.sub(r"@\1", _ADDRESS.sub("x" * _LINK, text))
    if platform in ("mastodon", "bluesky"):
        return sum(1 for _ in clusters(text))
    if platform == "google_business":
        return len(text.encode("utf-16-le")) // 2
    return len(text)  # code points


def _weight(text: str) -> int:
    text = unicodedata.normalize("NFC", text)
    total = 0
    place = 0
    for link in (value for value in values(plain(text)) if value.kind == "link"):
        total += _plain_weight(text[place : link.start]) + _LINK
        place = link.end
    return total + _plain_weight(text[place:])


def _plain_weight(text: str) -> int:
    # Plain letters weigh one each; the last before another sign may join with it.
    others = _PLAIN.sub("", text)
    weights = (_cluster_weight(cluster) for cluster in clusters(others))
    return len(text) - len(others) + sum(weights)


def _cluster_weight(cluster: str) -> int:
    # An emoji weighs two, however many code points it is joined from.
    if len(cluster) > 1 and ord(max(cluster)) > 0x2000 and any(_is_picture(ch) for ch in cluster):
        return 2
    return sum(1 if any(low <= ord(ch) <= high for low, high in _LIGHT) else 2 for ch in cluster)


def _is_picture(character: str) -> bool:
    return ord(character) >= 0x1F000 or 0x2190 <= ord(character) <= 0x2BFF or character == "\ufe0f"


def clusters(text: str) -> Iterator[str]:
    """Yield what a reader sees as one sign: an emoji with its joiners, a letter with its marks."""
    cluster = ""
    for character in text:
        if cluster and not _joins(cluster, character):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _joins(cluster: str, character: str) -> bool:
    if character in "\u200d\ufe0f\u20e3" or unicodedata.category(character) in ("Mn", "Me"):
        return True
    if cluster.endswith("\u200d") or 0x1F3FB <= ord(character) <= 0x1F3FF:
        return True
    flags = [0x1F1E6 <= ord(ch) <= 0x1F1FF for ch in (cluster[0], character)]
    return all(flags) and len(cluster) == 1


def _fitting(case: Case, limit: int) -> int:
    low, high = 0, len(case.text)
    while low < high:
        middle = (low + high + 1) // 2
        if length_on(case.text[:middle], case.platform) <= limit:
            low = middle
        else:
            high = middle - 1
    return low
