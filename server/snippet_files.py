"""Files of snippets: CSV for a spreadsheet and JSON lines for programs, with the same fields."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from server.cells import cell, uncelled
from server.errors import Unreadable
from server.media import CSV
from server.schemas import Snippet

FIELDS = ("id", "text", "brand_voice", "source", "url", "valid_from", "valid_until")
MOST_LINES = 5000
SEPARATORS = ",;\t"


@dataclass(frozen=True)
class Line:
    """One snippet of a file as it stands there; fields that the file does not have are missing."""

    number: int
    given: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""  # why it cannot be read


def read(kind: str, text: str) -> list[Line]:
    """Read a file of a media type. Raises Unreadable for what is no such file or is too long."""
    lines = list(_table(text) if kind == CSV else _json_lines(text))
    if len(lines) > MOST_LINES:
        raise Unreadable(
            f"The file has {len(lines):,} snippets; {MOST_LINES:,} can be taken in at once, so "
            "split it."
        )
    return lines


def as_table(snippets: Iterable[Snippet], voices: Mapping[str, str]) -> str:
    """Give snippets as CSV; `voices` gives the name of each brand voice by its id."""
    written = io.StringIO()
    rows = csv.DictWriter(written, FIELDS)
    rows.writeheader()
    for snippet in snippets:
        rows.writerow({name: cell(said) for name, said in _fields(snippet, voices).items()})
    return written.getvalue()


def as_lines(snippets: Iterable[Snippet], voices: Mapping[str, str]) -> str:
    """Give snippets as JSON lines, without what is empty."""
    return "".join(
        json.dumps({name: said for name, said in _fields(snippet, voices).items() if said}) + "\n"
        for snippet in snippets
    )


def _fields(snippet: Snippet, voices: Mapping[str, str]) -> dict[str, str]:
    known = snippet.model_dump(mode="json", include=set(FIELDS))
    brand_voice = voices.get(snippet.brand_voice_id, "") if snippet.brand_voice_id else ""
    return {name: known.get(name) or "" for name in FIELDS} | {"brand_voice": brand_voice}


def _table(text: str) -> Iterator[Line]:
    first = text.removeprefix("\ufeff").lstrip("\r\n")
    header = first.split("\n", 1)[0]
    separator = max(SEPARATORS, key=header.count)
    rows = csv.reader(io.StringIO(first, newline=""), delimiter=separator)
    # Lines before the header, which a spreadsheet shows as empty, are counted as well.
    skipped = text.removeprefix("\ufeff")[: -len(first) or None].count("\n") if first else 0
    end = 0
    try:
        names = _names(next(rows, []))
        end = rows.line_num
        for row in rows:
            number, end = skipped + end + 1, rows.line_num
            if not any(said.strip() for said in row):
                continue
            if len(row) > len(names):
                yield Line(
                    number, reason=f"has {len(row)} cells; the first line names {len(names)}"
                )
                continue
            said = (uncelled(one.strip()) for one in row)
            yield Line(number, dict(zip(names, said, strict=False)))
    except csv.Error as error:
        raise Unreadable(
            f"Line {skipped + end + 1} is no CSV; see that its quotes close."
        ) from error


def _names(header: list[str]) -> list[str]:
    names = [name.strip().lower().replace(" ", "_") for name in header]
    wrong = [name for name in names if name not in FIELDS]
    if wrong or "text" not in names or len(set(names)) < len(names):
        raise Unreadable(
            f"The first line must name the columns: {', '.join(FIELDS)}, each once; only text is "
            f"needed. {f'Not known: {wrong[0][:40]!r}.' if wrong else ''}".strip()
        )
    return names


def _json_lines(text: str) -> Iterator[Line]:
    # Only "\n" parts lines: U+2028 and its like may stand in the middle of a JSON string.
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            given = json.loads(line)
        except (ValueError, RecursionError):
            given = None
        if isinstance(given, dict):
            yield Line(number, given)
        else:
            yield Line(number, reason="is no JSON object; write one on each line")
