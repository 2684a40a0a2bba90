"""Sentences as they might be jotted, for learning: small words left out, labels put in front."""

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence

from models.restorer.small import kinds
from models.teller.tokens import CAPITAL, HASHES, NUMBER, SMALL, Read, ending, shape

WHOLE = 0.08  # of the sentences lose nothing
LABELLED = 0.4  # have a label in front
MOST_OF_A_LABEL = 3  # words
BENT = 0.06  # of the words are read in another form: "pressing" for "press"
LOST_STOP, LOST_COMMA = 0.4, 0.15
LAST_STOP_LOST = 0.8
COMMA_FOR_WORDS = 0.2  # where words were left out
LOWERED = 0.5  # of the capitals that begin sentences
FIRST_TO_HIDE = 250  # numbers before it are marks and small words
_STEM = 4  # letters that forms of a word share


class Jotting:
    """Makes jotted text of whole sentences."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._names = {at: word for word, at in vocabulary.items()}
        self._vocabulary = vocabulary
        self._kind = {
            vocabulary[word]: name
            for name, kind in kinds().items()
            for word in kind["words"]
            if word in vocabulary
        }
        self._marks = {at for word, at in vocabulary.items() if not word[0].isalnum()}
        self._stop, self._comma, self._colon = (vocabulary[mark] for mark in ".,:")
        self._dash = vocabulary["-"]
        families = defaultdict(list)
        for word, at in vocabulary.items():
            if word.isalpha() and len(word) > _STEM and at not in self._kind:
                families[stem(word)].append(at)
        self._forms = {
            at: [other for other in family if other != at]
            for family in families.values()
            if len(family) > 1
            for at in family
        }

    def jotted(self, sentence: Read, luck: random.Random) -> Read:
        """Give what is read for a sentence: numbers, endings and shapes."""
        places = self._kept(sentence, luck)
        if luck.random() < LABELLED:
            places = self._labelled(sentence, places, luck)
        read: Read = ([], [], [])
        for at in places:
            self._put(sentence, at, read, luck)
        return read

    def _put(self, sentence: Read, at: int, read: Read, luck: random.Random) -> None:
        """Add a token of the sentence, or a mark (its number, less than 0)."""
        if at < 0:
            mark = self._names[-at]
            values = -at, ending(mark), shape(mark)
        else:
            values = sentence[0][at], sentence[1][at], sentence[2][at]
            forms = self._forms.get(values[0])
            if forms and luck.random() < BENT:
                other = luck.choice(forms)
                values = other, ending(self._names[other]), values[2]
            begins = at == 0 or sentence[0][at - 1] == self._stop
            if begins and values[2] == CAPITAL and luck.random() < LOWERED:
                values = *values[:2], SMALL
        for part, value in zip(read, values, strict=True):
            part.append(value)

    def _kept(self, sentence: Read, luck: random.Random) -> list[int]:
        """Give the places that are not left out, and marks put between them."""
        ids, shapes = sentence[0], sentence[2]
        manner = {
            name: luck.choices(kind["odds"], kind["shares"])[0] for name, kind in kinds().items()
        }
        is_whole = luck.random() < WHOLE
        places: list[int] = []
        left_out = False
        for at, token in enumerate(ids):
            last = at + 1 == len(ids)
            chance = manner[self._kind[token]] if token in self._kind else 0.0
            if chance and not last and shapes[at + 1] == NUMBER:
                chance = max(chance, 0.5)
            if token == self._stop:
                if last:
                    chance = LAST_STOP_LOST
                elif luck.random() < LOST_STOP and not is_whole:
                    places.append(-luck.choice((self._comma, self._comma, self._dash)))
                    continue
            elif token == self._comma:
                chance = LOST_COMMA
            if not is_whole and luck.random() < chance:
                left_out = token not in self._marks
                continue
            if left_out and places and token not in self._marks:
                if luck.random() < COMMA_FOR_WORDS and places[-1] >= 0:
                    places.append(-self._comma)
            left_out = False
            places.append(at)
        return places

    def _labelled(self, sentence: Read, places: list[int], luck: random.Random) -> list[int]:
        """Put some neighbouring words in front as a label."""
        ids = sentence[0]
        full = [
            place >= 0 and ids[place] not in self._kind and ids[place] not in self._marks
            for place in places
        ]
        starts = [at for at, is_full in enumerate(full) if is_full]
        if len(starts) < 3:
            return places
        start = luck.choice(starts[: 1 + len(starts) // 2])
        end, most = start, luck.randint(1, MOST_OF_A_LABEL)
        while end < len(places) and full[end] and end - start < most:
            end += 1
        label, before, behind = places[start:end], places[:start], places[end:]
        if all(sentence[2][at] == NUMBER for at in label):
            return places
        between = [-self._comma] if before and behind and luck.random() < 0.5 else []
        mark = self._dash if luck.random() < 0.15 else self._colon
        return [*label, -mark, *before, *between, *behind]


def stem(word: str) -> str:
    """Give what the forms of a word share."""
    for tail in ("ing", "ment", "ers", "ies", "ed", "es", "er", "s", "e", "y"):
        if word.endswith(tail) and len(word) - len(tail) >= _STEM - 1:
            word = word[: -len(tail)]
            break
    return word[:-1] if len(word) > _STEM and word[-1] == word[-2] else word


def hidden(
    read: Sequence[int], share: float, first_hash: int, luck: random.Random
) -> dict[int, int]:
    """Choose numbers that are to be read as those of words that are not known."""
    return {
        one: first_hash + luck.randrange(HASHES)
        for one in set(read)
        if one >= FIRST_TO_HIDE and luck.random() < share
    }
