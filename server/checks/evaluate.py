"""How good the checks and the evidence are: `python -m server.checks.evaluate`.

Prints a table and, as its last line, the same numbers as JSON. Rules were written and the judge was
trained looking at the drafts that count as seen. Held back are every fifth block of 26 of
`checks.jsonl`, and `held.jsonl`, which was written later by another hand. Of `drafts.jsonl`, whose
rows have a brand, half of the brands are seen and half are held back; of `borne.jsonl` every sixth,
of `said.jsonl` and `slips.jsonl` every fourth and of `near.jsonl` every fifth is. `fresh.jsonl` is
by one more hand, and was read after a first measurement. Good replies are those of brands that the
judge was not trained on.
"""

import argparse
import json
import statistics
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from models.checks.examples import by_brand, is_held_back, quotes_of
from models.data.written import split_of
from server.checks import CHECKS, run
from server.checks.case import Case, Earlier, Fact, Found
from server.evidence import evidence
from server.schemas import BrandVoiceInput

DATA = Path(__file__).parents[2] / "models" / "data"
_OF_WHOLES = ("unanswered",)
_OF_NO_WORDS = frozenset({"unanswered", "generic", "left_out", "repeats_itself", "too_long"})
_OF_BRANDS = {
    "brands_seen": ("drafts", False),
    "brands_held": ("drafts", True),
    "borne_held": ("borne", True),
    "said_held": ("said", True),
    "near_held": ("near", True),
    "slips_held": ("slips", True),
}
_OF_FILES = {"held_new": "held.jsonl", "fresh": "fresh.jsonl"}
_SETS = ("seen", "held_back", "held_new", *_OF_BRANDS, "fresh")
_HELD = tuple(which for which in _SETS if "held" in which)
_KINDS = ("snippet", "note", "thread")
Quote = tuple[int, int, str]  # where it starts, its length, and its check


def read(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of one file of JSON lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def labelled(which: str) -> Iterator[tuple[Case, list[Quote], bool]]:
    """Yield labelled drafts of one set: the case, what checks should find, whether it is a part."""
    for row in _rows(which):
        yield _case_of_draft(row), quotes_of(row), row.get("part", False)


def _rows(which: str) -> Iterator[dict[str, Any]]:
    if which in _OF_BRANDS:
        name, held = _OF_BRANDS[which]
        yield from by_brand(held, name)
    elif which in _OF_FILES:
        yield from read(DATA / "checks" / _OF_FILES[which])
    else:
        for place, row in enumerate(read(DATA / "checks" / "checks.jsonl")):
            if is_held_back(place) == (which == "held_back"):
                yield row


def good_replies(step: int) -> Iterator[tuple[Case, frozenset[str]]]:
    """Yield every step-th good reply to brands not trained on, with the sources it rests on."""
    place = 0
    for path in sorted((DATA / "exchanges").glob("*.jsonl")):
        for row in read(path):
            if split_of(row["brand"]["name"]) == "train":
                continue
            for tone, text in row["replies"].items():
                if place % step == 0:
                    yield _case_of(row, tone, text), frozenset(row["uses"])
                place += 1


def _case_of_draft(row: dict[str, Any]) -> Case:
    brand = row.get("brand")
    return Case(
        text=row["draft"],
        comment=row["comment"],
        author=row.get("author", ""),
        platform=row.get("platform", "generic"),
        thread=_earlier(row.get("thread", [])),
        facts=_facts(row),
        note=row["note"].strip(),
        brand=brand and BrandVoiceInput(name=brand["name"], what=brand["what"]),
        others=tuple(row.get("others", ())),
    )


def _earlier(turns: list[dict[str, Any]]) -> tuple[Earlier, ...]:
    return tuple(
        Earlier(f"t{place}", turn["who"], turn["text"]) for place, turn in enumerate(turns)
    )


def _facts(row: dict[str, Any]) -> tuple[Fact, ...]:
    return tuple(Fact(fact["id"], fact["text"]) for fact in row["facts"])


def _case_of(row: dict[str, Any], tone: str, text: str) -> Case:
    brand = row["brand"]
    return Case(
        text=text,
        comment=row["comment"],
        author=row["author"],
        post=row["post"],
        thread=_earlier(row["thread"]),
        facts=_facts(row),
        note=row["note"],
        tone=tone,
        intent=row["intent"],
        feeling=row["feeling"],
        risk=row["risk"],
        action=row["action"],
        brand=BrandVoiceInput(
            name=brand["name"], what=brand["what"][:200], voice=brand["voice"][:200]
        ),
    )


def per_check(
    rows: Iterable[tuple[Case, Sequence[Quote], bool]],
) -> dict[str, dict[str, float]]:
    """Count precision and recall of each check, by draft: it must report what is quoted.

    `precision_any` and `recall_any` forgive a neighbour's name: words that are labelled with any
    fault, and quoted words that any check reports.
    """
    hits: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    faulty: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for case, quotes, is_part in rows:
        # One sentence of a reply need not answer.
        found = run(case, _OF_WHOLES if is_part else ())
        right = {finding.check for finding in found if _is_quoted(finding, quotes)}
        wanted.update({check for _, _, check in quotes})
        hits.update(right)
        alarms.update({finding.check for finding in found} - right)
        faulty.update({finding.check for finding in found if _is_faulty(finding, quotes)})
        seen.update({quote[2] for quote in quotes if _is_seen(quote, found)})
    return {
        name: {
            "drafts": wanted[name],
            "precision": round(hits[name] / max(1, hits[name] + alarms[name]), 3),
            "recall": round(hits[name] / wanted[name], 3),
            "precision_any": round(faulty[name] / max(1, hits[name] + alarms[name]), 3),
            "recall_any": round(seen[name] / wanted[name], 3),
        }
        for name in CHECKS
        if wanted[name]
    }


def _is_faulty(found: Found, quotes: Sequence[Quote]) -> bool:
    return any(_meets(found, quote) for quote in quotes if _is_of_words(quote[2], found.check))


def _is_seen(quote: Quote, found: Sequence[Found]) -> bool:
    return any(_meets(finding, quote) for finding in found if _is_of_words(finding.check, quote[2]))


def _is_of_words(other: str, name: str) -> bool:
    """Whether a fault can stand for another: what a draft as a whole has stands for itself."""
    return other == name or other not in _OF_NO_WORDS


def _meets(found: Found, quote: Quote) -> bool:
    start, length, _ = quote
    return start < found.end and found.start < start + length


def _is_quoted(found: Found, quotes: Sequence[Quote]) -> bool:
    return any(quote[2] == found.check and _meets(found, quote) for quote in quotes)


def false_alarms(cases: Iterable[Case]) -> dict[str, float]:
    """Count good replies with a finding at warning or error, in 100, overall and by check."""
    total = 0
    alarmed: Counter[str] = Counter()
    for case in cases:
        total += 1
        checks = {finding.check for finding in run(case) if _is_loud(finding)}
        alarmed.update(checks)
        alarmed["all"] += bool(checks)
    return {name: round(100 * count / total, 2) for name, count in alarmed.most_common()}


def _is_loud(finding: Found) -> bool:
    return finding.severity != "info"


def evidence_scores(rows: Iterable[tuple[Case, frozenset[str]]]) -> dict[str, float]:
    """Compare the sources that the sentences of a reply rest on with those its writer used."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for case, uses in rows:
        facts = {fact.id for fact in case.facts}
        found = {
            rests.ref if rests.kind == "snippet" else rests.kind
            for rests in evidence(case)
            if rests.kind in ("note", "thread") or rests.ref in facts
        }
        for ref in found | uses:
            kind = ref if ref in _KINDS else "snippet"
            counter = right if ref in found & uses else wrong if ref in found else missed
            counter[kind] += 1
    scores = {
        kind: round(2 * right[kind] / max(1, 2 * right[kind] + wrong[kind] + missed[kind]), 3)
        for kind in _KINDS
    }
    return scores | {"macro_f1": round(statistics.mean(scores.values()), 3)}


def milliseconds(cases: list[Case]) -> dict[str, float]:
    """Time checks and evidence together on drafts as people write them."""
    took = []
    for case in cases:
        start = time.perf_counter()
        run(case)
        evidence(case)
        took.append(1000 * (time.perf_counter() - start))
    took.sort()
    return {
        "median": round(statistics.median(took), 2),
        "p95": round(took[int(0.95 * len(took))], 2),
    }


def _columns(score: dict[str, float] | None) -> str:
    if score is None:
        return f"{'-':>12}{'-':>8}{0:>7}"
    return f"{score['precision']:>12}{score['recall']:>8}{score['drafts']:>7}"


def main() -> None:
    """Measure, print a table, and print everything as JSON on the last line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--step", type=int, default=2, help="look at every n-th good reply")
    step = parser.parse_args().step
    scores = {which: per_check(labelled(which)) for which in _SETS}
    together = per_check(row for which in _HELD for row in labelled(which))
    print(f"{'check':22}" + "".join(f"{which:>12}{'recall':>8}{'drafts':>7}" for which in _SETS))
    for name in (check for check in CHECKS if any(check in of_set for of_set in scores.values())):
        line = "".join(_columns(scores[which].get(name)) for which in _SETS)
        print(f"{name:22}{line}")
    print("\nall that is held, and by any name:")
    for name, score in together.items():
        print(f"{name:22}" + "".join(f"{key:>15}{value:>7}" for key, value in score.items()))
    good = list(good_replies(step))
    alarms = false_alarms(case for case, _ in good)
    print(f"\nfalse alarms in 100 good replies ({len(good)} read): {alarms}")
    rests = evidence_scores(good)
    print(f"evidence: {rests}")
    long_ones = [case for case, _ in good if 45 <= len(case.text.split()) <= 75]
    timing = milliseconds(long_ones)
    print(f"milliseconds for a 60-word draft: {timing}")
    results = {
        "checks": scores,
        "held": together,
        "false_alarms": alarms,
        "evidence": rests,
        "milliseconds": timing,
    }
    print(json.dumps(results))


if __name__ == "__main__":
    main()
