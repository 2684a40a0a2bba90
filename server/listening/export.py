"""Export: what was heard, as a table for a spreadsheet or as a text to pass on."""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from server.cells import cell
from server.platform_names import PLATFORM_NAMES
from server.schemas import Count, Listening, Point, Quote, Theme

LISTS = {
    "questions": "Questions that no snippet answered",
    "wishes": "Wishes",
    "troubles": "What went wrong",
    "criticism": "Criticism and concern",
    "praise": "Praise worth showing",
}
COLUMNS = (
    "part", "what", "people", "people_before", "comments", "feelings", "quote", "platform",
    "intent", "feeling", "risk", "seen_at", "author", "url",
)  # fmt: skip
_SIGNS = re.compile(r"([\\`*_\[\]<&~|])")
_FIRST_SIGNS = re.compile(r"^(\d*)([#+\->=.)])")  # a heading, a list, a quote
_LINKS = re.compile(r"(?<=:)//|(?<=\bwww)\.")  # what some programs make a link of


def table(told: Listening) -> str:
    """Give it as CSV: a row for each count, and one for each quote of a theme or a point."""
    written = io.StringIO()
    rows = csv.DictWriter(written, COLUMNS, restval="")
    rows.writeheader()
    for row in _rows(told):
        rows.writerow({name: cell(value) for name, value in row.items()})
    return written.getvalue()


def _rows(told: Listening) -> Iterator[dict[str, object]]:
    yield {
        "part": "all",
        "what": f"{told.first} to {told.last}",
        "people": told.people,
        "people_before": told.people_before,
        "comments": told.comments,
    }
    for part in ("intents", "feelings", "risks", "outcomes"):
        for count in getattr(told, part):
            yield {"part": part, "what": count.value} | _numbers(count)
    for theme in told.themes:
        known = {
            "part": "themes",
            "what": theme.name,
            "people": theme.people,
            "people_before": theme.people_before,
            "comments": theme.comments,
            "feelings": _feelings(theme),
        }
        for quote in theme.quotes:
            yield known | _said(quote)
    for part in LISTS:
        for point in getattr(told, part):
            for quote in point.quotes:
                known = {"part": part, "what": point.quotes[0].text, "people": point.people}
                yield known | _said(quote)


def _numbers(count: Count) -> dict[str, object]:
    return {"people": count.people, "comments": count.comments}


def _feelings(theme: Theme) -> str:
    return ", ".join(f"{count.value} {count.people}" for count in theme.feelings)


def _said(quote: Quote) -> dict[str, object]:
    return {
        "quote": quote.text,
        "platform": quote.platform,
        "intent": quote.intent,
        "feeling": quote.feeling,
        "risk": quote.risk,
        "seen_at": quote.seen_at.isoformat(timespec="seconds"),
        "author": quote.author,
        "url": quote.url,
    }


def markdown(told: Listening) -> str:
    """Give it as a text in Markdown, in which what people wrote is text and nothing else."""
    return "\n".join(_lines(told)) + "\n"


def _lines(told: Listening) -> Iterator[str]:
    yield f"# Listening, {told.first} to {told.last}"
    yield ""
    before = f"{told.comments_before} comments by {told.people_before} people before"
    yield f"{told.comments} comments by {told.people} people ({before})."
    if told.themes:
        yield from ("", "## What people talk about")
    for theme in told.themes:
        trend = f"{theme.people_before} before"
        yield from ("", f"### {_text(theme.name)}: {_people(theme.people)} ({trend})", "")
        yield f"{_feelings(theme).capitalize()}."
        yield from _quotes(theme.quotes)
    for part, heading in LISTS.items():
        points: Sequence[Point] = getattr(told, part)
        if points:
            yield from ("", f"## {heading}")
        for point in points:
            yield from ("", f"{_people(point.people).capitalize()}:")
            yield from _quotes(point.quotes)


def _quotes(quotes: Sequence[Quote]) -> Iterator[str]:
    for quote in quotes:
        who = f"{_text(quote.author)}, " if quote.author else ""
        link = f" <{quote.url}>" if _is_link(quote.url) else ""
        source = f"{who}{PLATFORM_NAMES[quote.platform]}, {quote.seen_at:%Y-%m-%d}"
        yield from ("", f"> {_text(quote.text)}", ">", f"> ({source}){link}")


def _is_link(url: str) -> bool:
    """Say whether an address leads to a web page, and ends where its angle brackets do."""
    return re.fullmatch(r"https?://[^<>\s\\]+", url) is not None


def _people(count: int) -> str:
    return "one person" if count == 1 else f"{count} people"


def _text(said: str) -> str:
    """Give what somebody wrote as one line in which no sign means anything."""
    line = _SIGNS.sub(r"\\\1", " ".join(said.split()))
    return _LINKS.sub(r"\\\g<0>", _FIRST_SIGNS.sub(r"\1\\\2", line))
