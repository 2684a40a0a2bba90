"""How a fact meets what a comment asks: by aspects, nearness of words, and names."""

import re
from collections.abc import Sequence
from functools import lru_cache

from models.guided.asked import asks
from models.guided.aspects.cues import asked_of, kinds, rareness, told_of
from models.guided.nearness import (
    EMPTY,
    SAME,
    Words,
    each_nearness,
    likeness,
    nearness,
    root,
    weight_of,
    words_of,
)
from models.guided.rivals import rivals_of
from models.guided.tagging import lexicon

Features = dict[str, float]
_PART = re.compile(r"[^.!?\n]+[.!?]*")
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][a-zà-ÿ]+\b|\b[A-Z]+\d+\w*\b|\b\d+\b")
_SUBJECT = re.compile(r"([^:,.(]{2,50}):")
_NUMBERED = re.compile(r"\b([a-z]+)[ -]?(\d+(?:\.\d+)*)\b")
_NO = re.compile(r"(?i)\b(?:no|not|never|only|cannot|can't|don't|none|nothing)\b")
HALF = 0.5
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
        row |= max((_by_each_word(part, fact) for part in parts), key=lambda one: one["each_near"])
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
        row["like_comment"], row["like_post"] = likeness(fact, comment), likeness(fact, post)
        row["like_question"] = likeness(fact, " ".join(parts))
        theirs = _names(fact)
        row["names_shared"] = float(bool(names & theirs))
        row["names_other"] = float(bool(names) and bool(theirs) and not names & theirs)
        row |= _by_rivals(comment, post, fact)
        row["fits"] = float(_fits(row))
        row["says_no"] = float(bool(_NO.search(fact)))
        row["under_post"] = float(bool(post))
        row["questions"] = float(min(len(parts), 4))
        row["short"] = float(len(in_comment) <= 3)
        row["long"] = min(len(in_comment) / 40, 2.0)
        rows.append(row)
    _beside_the_best(asked, in_question, facts, rows)
    for name in LEADING:
        values = [row[name] for row in rows]
        for at, row in enumerate(rows):
            row[f"lead_{name}"] = row[name] - max(values[:at] + values[at + 1 :], default=0.0)
    return rows


def _fits(row: Features) -> bool:
    """Say whether a fact tells what was asked and little else, of nothing that excludes it."""
    told = row["topics_hit"] == 1.0 and row["topics_covered"] >= HALF and row["kind_hit"] > 0
    return told and not any(row[f"{name}_other"] for name in ("rival", "number", "names"))


def _by_rivals(comment: str, post: str, fact: str) -> Features:
    """Say whether a fact tells of what was named, or of another of its kind: summer, not winter."""
    wanted, shown, told = rivals_of(comment), rivals_of(post), rivals_of(fact)
    both = [group for group in wanted if group in told]
    beside = [group for group in shown if group in told and group not in wanted]
    numbered, counted = _numbered(comment), _numbered(fact)
    alike = [word for word in numbered if word in counted]
    return {
        "rival_same": float(any(wanted[group] & told[group] for group in both)),
        "rival_other": float(any(not wanted[group] & told[group] for group in both)),
        "rival_missing": float(any(group not in told for group in wanted)),
        "rival_of_post": float(any(not shown[group] & told[group] for group in beside)),
        "number_same": float(any(numbered[word] & counted[word] for word in alike)),
        "number_other": float(any(not numbered[word] & counted[word] for word in alike)),
    }


def _numbered(text: str) -> dict[str, set[str]]:
    """Give the numbers that stand behind each word: 24 of "Borea 24", 12 of "M12"."""
    found: dict[str, set[str]] = {}
    for word, number in _NUMBERED.findall(text.lower()):
        if word not in EMPTY:
            found.setdefault(word, set()).add(number)
    return found


def _beside_the_best(
    asked: Sequence[frozenset[str]], in_question: Words, facts: Sequence[str], rows: list[Features]
) -> None:
    """Say of each fact what it adds to the one that meets the question best."""
    at_best = max(
        range(len(rows)),
        key=lambda at: sum(rows[at][name] for name in ("near_question", "topics_hit", "kind_hit")),
        default=0,
    )
    every = frozenset[str]().union(*asked)
    best, best_words = (told_of(facts[at_best]), words_of(facts[at_best])) if facts else (every, ())
    met = {root(word) for word in best_words}
    unmet = tuple(word for word in in_question if root(word) not in met)
    for at, (fact, row) in enumerate(zip(facts, rows, strict=True)):
        if at == at_best:
            continue
        told, words = told_of(fact), words_of(fact)
        row["adds_aspects"] = float(len((every - best) & told))
        row["adds_kinds"] = float(bool((every - best) & told & kinds()))
        row["repeats_aspects"] = float(bool(every & best & told))
        row["adds_words"], row["adds_met"], _ = nearness(unmet, words)
        row["near_best"], row["met_by_best"], _ = nearness(words, best_words)
        row["not_best"] = 1.0


def _by_each_word(question: str, fact: str) -> Features:
    """Say how much of a question a fact leaves open: which word, and which aspects, it meets not.

    A word is met by one near to it, or where the fact tells of what the word stands for.
    """
    asked, told = asked_of(question), told_of(fact)
    words = words_of(question)
    met = [
        1.0 if (asked_of(word) - kinds()) & told else near
        for word, near in zip(words, each_nearness(words, words_of(fact)), strict=True)
    ]
    weights = [weight_of(word) for word in words]
    whole = sum(weights) or 1.0
    weighed = list(zip(met, weights, strict=True))
    return {
        "each_near": sum(near * weight for near, weight in weighed) / whole,
        "each_hit": sum(weight for near, weight in weighed if near >= SAME) / whole,
        "each_unmet": max((weight * (1 - near) for near, weight in weighed), default=0.0),
        "untold_best": max(map(rareness, asked - kinds() - told), default=0.0),
        "untold": float(len(asked - kinds() - told)),
        "untold_kinds": float(len((asked & kinds()) - told)),
    }


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
