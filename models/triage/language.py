"""Language: whether a text is English, by its letters and its commonest words.

Candor writes English; this tells the person when a comment is in another language, before a
draft misses its point.
"""

import tomllib
import unicodedata
from functools import cache
from pathlib import Path

from models.triage.features import plain, words_of

TABLE = Path(__file__).parent / "languages.toml"
SCRIPTS = {
    "CYRILLIC": "ru", "ARABIC": "ar", "HEBREW": "he", "GREEK": "el", "DEVANAGARI": "hi", "BENGALI": "bn",
    "TAMIL": "ta", "TELUGU": "te", "THAI": "th", "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja",
    "CJK": "zh", "GEORGIAN": "ka", "ARMENIAN": "hy", "GUJARATI": "gu", "GURMUKHI": "pa", "MALAYALAM": "ml",
    "KANNADA": "kn", "SINHALA": "si", "ETHIOPIC": "am", "KHMER": "km", "MYANMAR": "my", "LAO": "lo",
}  # fmt: skip
LEAST_FOREIGN = 2  # words of another language, before a text in our letters counts as that language


@cache
def _common_words() -> dict[str, frozenset[str]]:
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {code: frozenset(line.split()) for code, line in table.items()}


def language(text: str) -> str:
    """Give the code of the language (ISO 639-1) a text seems to be in; "en" where nothing speaks against it."""
    by_script = _by_script(text)
    if by_script:
        return by_script
    words = [word for word in words_of(plain(text)) if word[0].isalpha()]
    counts = {
        code: sum(word in common for word in words) for code, common in _common_words().items()
    }
    best = max(counts, key=lambda code: counts[code])
    foreign_enough = counts[best] >= LEAST_FOREIGN and counts[best] > counts["en"]
    return best if foreign_enough and counts[best] >= 0.25 * len(words) else "en"


def _by_script(text: str) -> str:
    letters = [character for character in text if character.isalpha()]
    scripts = [unicodedata.name(letter, "").split(" ")[0].split("-")[0] for letter in letters]
    found = [SCRIPTS[script] for script in scripts if script in SCRIPTS]
    if len(found) * 2 <= len(letters):
        return ""
    # Japanese mixes its own letters with Chinese ones.
    return "ja" if "ja" in found else max(set(found), key=found.count)
