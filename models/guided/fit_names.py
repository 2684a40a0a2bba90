"""Write names.txt: words that the exchanges spell with a capital inside sentences, and no others.

`python -m models.guided.fit_names`
"""

import re
from collections import Counter
from pathlib import Path

from models.data.written import Exchange, exchanges
from models.guided.tagging import lexicon

PATH = Path(__file__).with_name("names.txt")
_INSIDE = re.compile(r"(?<=[a-z,;] )([A-Z][a-zà-ÿ]{2,})\b")
_COMMON = re.compile(r"(?:er|ers|ing|ed|ly|ness|tion|able|ful|less|ism|ware)$")
_SMALL = re.compile(r"\b[a-zà-ÿ]{3,}\b")


def _texts(row: Exchange) -> list[str]:
    told = [fact["text"] for fact in row["facts"]]
    return [row["comment"], row["post"], *told, *row["replies"].values()]


def names() -> list[str]:
    """Give the names of the train split that are in no lexicon, in lower case."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for row in exchanges("train"):
        for text in _texts(row):
            capital.update(word.lower() for word in _INSIDE.findall(text))
            small.update(_SMALL.findall(text))
    return sorted(
        word
        for word in capital
        if word not in lexicon() and not small[word] and not _COMMON.search(word)
    )


if __name__ == "__main__":
    PATH.write_text("\n".join(names()) + "\n", encoding="utf-8")
