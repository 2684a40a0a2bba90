"""How a fact meets what a comment asks: by aspects, nearness of words, and names."""

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from models.guided.asked import asks
from models.guided.aspects import asked_of, kinds, rareness, told_of
from models.guided.rarity import rarity
from models.guided.tagging import lexicon, tidy
from models.triage.features import vector_key
from models.triage.network import shipped

Features = dict[str, float]
Words = tuple[str, ...]
SAME_STEM = 0.95  # how near two words of one stem are
STEM = 5  # letters
_EMPTY = frozenset(
    """a about all also am an and any are as at be been being but by can can't cannot could did
    didn't do does doesn't don't dont for from get got had has have he hello her hers hi him his
    how i i'd i'll i'm i've if in is isn't it it's its just may me might must my no not of on
    one only or our out please really shall she should so some still such than thank thanks that
    that's the their them then there these they this those to too u up us very was we were what
    what's when where which who who's whom whose why will with won't would yet you
    your""".split()
)
_PART = re.compile(r"[^.!?\n]+[.!?]*")
_WORD = re.compile(r"[a-zà-ÿ]+(?:'[a-z]+)?|\d+(?:[.,:]\d+)*")
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][a-zà-ÿ]+\b|\b[A-Z]+\d+\w*\b|\b\d+\b")
_SUBJECT = re.compile(r"([^:,.(]{2,50}):")
_NO = re.compile(r"(?i)\b(?:no|not|never|only|cannot|can't|don't|none|nothing)\b")
LEADING = ("near_question", "near_comment", "topics_best", "topics_hit", "told_near")


def questions(comment: str) -> list[str]:
    """Give the parts of a comment that ask, or its last parts where none surely does."""
    parts = [part.strip() for part in _PART.findall(comment) if part.strip(" .!?")]
    return [part for part in parts if "?" in part or asks(part)] or parts[-3:] or [comment]


def meeting(comment: str, post: str, facts: Sequence[str]) -> list[Features]:
    """Give, for each fact, how it meets the comment and the post it stands under."""
    parts = questions(comment)
    asked = [asked_of(part) for part in parts]
    in_question = words_of(" ".join(parts))
    in_comment, in_post = words_of(comment), words_of(post)
    names = _names(comment)
    rows = []
    for fact in facts:
        told, words, subject = told_of(fact), words_of(fact), words_of(_subject(fact))
        row = max(
            (_by_aspects("topics", one, told) | _by_kind(one, told) for one in asked),
            key=lambda one: one["topics_best"] + one["topics_hit"] + 0.5 * one["kind_hit"],
        )
        row |= _by_aspects("comment_topics", asked_of(comment), told)
        row |= _by_aspects("post_topics", told_of(post), told)
        row["near_question"], row["question_hit"], row["question_best"] = max(
            nearness(words_of(part), words) for part in parts
        )
        row["near_comment"], row["comment_hit"], row["comment_best"] = nearness(in_comment, words)
        row["told_near"], row["told_hit"], _ = nearness(words, in_comment)
        row["told_near_question"], row["told_hit_question"], _ = nearness(words, in_question)
        row["told_near_post"], row["told_hit_post"], row["told_best_post"] = nearness(
            words, in_post
        )
        row["told_near_any"] = nearness(words, in_comment + in_post)[0]
        row["subject_near"], row["subject_hit"], _ = nearness(subject, in_comment)
        row["subject_near_post"], row["subject_hit_post"], _ = nearness(subject, in_post)
        row["subject_near_any"] = nearness(subject, in_comment + in_post)[0]
        row["like_comment"], row["like_post"] = _likeness(fact, comment), _likeness(fact, post)
        row["like_question"] = _likeness(fact, " ".join(parts))
        theirs = _names(fact)
        row["names_shared"] = float(bool(names & theirs))
        row["names_other"] = float(bool(names) and bool(theirs) and not names & theirs)
        row["says_no"] = float(bool(_NO.search(fact)))
        row["questions"] = float(min(len(parts), 4))
        row["short"] = float(len(in_comment) <= 3)
        row["long"] = min(len(in_comment) / 40, 2.0)
        rows.append(row)
    for name in LEADING:
        values = [row[name] for row in rows]
        for at, row in enumerate(rows):
            row[f"lead_{name}"] = row[name] - max(values[:at] + values[at + 1 :], default=0.0)
    return rows


def _by_aspects(name: str, asked: frozenset[str], told: frozenset[str]) -> Features:
    of, within = asked - kinds(), told - kinds()
    shared = sum(map(rareness, of & within))
    return {
        f"{name}_hit": shared / sum(map(rareness, of)) if of else 0.0,
        f"{name}_covered": shared / sum(map(rareness, within)) if within else 0.0,
        f"{name}_best": max(map(rareness, of & within), default=0.0),
        f"{name}_none": float(bool(of) and not of & within),
        f"{name}_other": float(bool(of) and bool(within) and not of & within),
        f"{name}_unknown": float(not of),
    }


def _by_kind(asked: frozenset[str], told: frozenset[str]) -> Features:
    of = asked & kinds()
    row = {f"{kind}_{'told' if kind in told else 'missing'}": 1.0 for kind in of}
    row["kind_hit"] = len(of & told) / len(of) if of else 0.0
    row["kind_none"] = float(bool(of) and not of & told)
    row["kind_unknown"] = float(not of)
    return row


def nearness(of: Words, within: Words) -> tuple[float, float, float]:
    """Give how near words come to others: in the mean, the share met, the rarest word met."""
    total = near = met = rarest = 0.0
    for word in of:
        weight = max(rarity(word), 0.05) if not word[0].isdigit() else 0.8
        value = max((_near(word, other) for other in within), default=0.0)
        total, near = total + weight, near + weight * value
        if value >= SAME_STEM:
            met, rarest = met + weight, max(rarest, weight)
    return (near / total, met / total, rarest) if total else (0.0, 0.0, 0.0)


@lru_cache(maxsize=256)
def words_of(text: str) -> Words:
    """Give the words of a text that mean something, each once."""
    words = _WORD.findall(tidy(text).lower())
    return tuple(
        dict.fromkeys(
            word for word in words if word not in _EMPTY and (len(word) > 1 or word.isdigit())
        )
    )


@lru_cache(maxsize=65536)
def _near(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if min(len(one), len(other)) >= STEM - 1 and one[:STEM] == other[:STEM]:
        return SAME_STEM
    if one[0].isdigit() or other[0].isdigit():
        return 0.0
    return max(0.0, float(_vector(one) @ _vector(other)))


@lru_cache(maxsize=8192)
def _vector(word: str) -> NDArray[np.float32]:
    vectors = shipped().vectors
    at = min(int(np.searchsorted(vectors.keys, np.uint32(vector_key(word)))), len(vectors.keys) - 1)
    if vectors.keys[at] != vector_key(word):
        return np.zeros(vectors.table.shape[1], np.float32)
    vector = vectors.table[at].astype(np.float32)
    result: NDArray[np.float32] = vector / (np.linalg.norm(vector) + 1e-9)
    return result


def _likeness(one: str, other: str) -> float:
    of, to = shipped().vectors.of(one), shipped().vectors.of(other)
    return float(of @ to / (np.linalg.norm(of) * np.linalg.norm(to) + 1e-9))


@lru_cache(maxsize=256)
def _subject(fact: str) -> str:
    """Give what a fact speaks of: what stands before its colon, or before its verb."""
    if headed := _SUBJECT.match(fact):
        return headed[1]
    words = fact.split()[:8]
    for at, word in enumerate(words[1:], 1):
        if lexicon().get(word.lower().strip(".,")) in ("verb", "modal"):
            return " ".join(words[:at])
    return " ".join(words)


def _names(text: str) -> set[str]:
    return {name.lower() for name in _NAME.findall(text)}
