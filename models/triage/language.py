"""Language: whether a text is English, by its letters and its commonest words.

Candor writes English; this tells the person when a comment is in another language, before a
draft misses its point.
"""

import unicodedata
from functools import cache
from pathlib import Path

from models.tables import table_of
from models.triage.features import plain, words_of

TABLE = Path(__file__).parent / "languages.toml"
SCRIPTS = {
    "CYRILLIC": "ru", "ARABIC": "ar", "HEBREW": "he", "GREEK": "el", "DEVANAGARI": "hi",
    "BENGALI": "bn", "TAMIL": "ta", "TELUGU": "te", "THAI": "th", "HANGUL": "ko",
    "HIRAGANA": "ja", "KATAKANA": "ja", "CJK": "zh", "GEORGIAN": "ka", "ARMENIAN": "hy",
    "GUJARATI": "gu", "GURMUKHI": "pa", "MALAYALAM": "ml", "KANNADA": "kn", "SINHALA": "si",
    "ETHIOPIC": "am", "KHMER": "km", "MYANMAR": "my", "LAO": "lo",
}  # fmt: skip
NAMES = {
    "es": "Spanish", "fr": "French", "de": "German", "it": "Italian", "pt": "Portuguese",
    "nl": "Dutch", "pl": "Polish", "sv": "Swedish", "no": "Norwegian", "da": "Danish",
    "fi": "Finnish", "tr": "Turkish", "id": "Indonesian", "tl": "Tagalog", "vi": "Vietnamese",
    "ro": "Romanian", "cs": "Czech", "hu": "Hungarian", "sw": "Swahili", "ru": "Russian",
    "ar": "Arabic", "he": "Hebrew", "el": "Greek", "hi": "Hindi", "bn": "Bengali", "th": "Thai",
    "ko": "Korean", "ja": "Japanese", "zh": "Chinese",
}  # fmt: skip
LEAST_FOREIGN = 2  # words of another language, before a text in our letters counts as that language
LEAST_SHARE = 0.25  # of all its different words


@cache
def _common_words() -> dict[str, frozenset[str]]:
    table = table_of(TABLE)
    return {code: frozenset(line.split()) for code, line in table.items()}


def language(text: str) -> str:
    """Give the code (ISO 639-1) of the language of a text; "en" where nothing speaks against it."""
    by_script = _by_script(text)
    if by_script:
        return by_script
    words = {word for word in words_of(plain(text)) if word[0].isalpha()}
    common = _common_words()
    english = len(words & common["en"])
    counts = {code: len(words & known - common["en"]) for code, known in common.items()}
    best = max(counts, key=lambda code: counts[code])
    if counts[best] < LEAST_FOREIGN or counts[best] <= english:
        return "en"
    return best if counts[best] >= LEAST_SHARE * len(words) else "en"


def _by_script(text: str) -> str:
    letters = [character for character in text if character.isalpha()]
    scripts = [unicodedata.name(letter, "").split(" ")[0].split("-")[0] for letter in letters]
    found = [SCRIPTS[script] for script in scripts if script in SCRIPTS]
    if len(found) * 2 <= len(letters):
        return ""
    # Japanese mixes its own letters with Chinese ones.
    return "ja" if "ja" in found else max(set(found), key=found.count)
