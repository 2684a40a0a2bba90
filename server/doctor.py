"""The doctor: which selectors of a platform no longer match a page, without a word of the page."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from selectolax.lexbor import LexborHTMLParser

from server.errors import CannotStart

SELECTORS = Path(__file__).with_name("selectors.json")
PAGE_LIMIT = 30_000_000  # bytes
PATIENCE = 20  # seconds
SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")


@dataclass(frozen=True)
class Selector:
    """One selector, and the day it was last checked."""

    name: str
    css: str
    checked: str


@dataclass(frozen=True)
class Platform:
    """A platform's selectors; and for each kind of page, the names of those that should match."""

    name: str
    hosts: tuple[str, ...]
    selectors: tuple[Selector, ...]
    pages: dict[str, tuple[str, ...]]

    def is_at(self, address: str) -> bool:
        """Say whether an address is the platform's; software that runs anywhere has none."""
        return any(fnmatchcase(address, host) for host in self.hosts)


@dataclass(frozen=True)
class Examination:
    """What was found: how often each selector matches, on which kind of page."""

    platform: Platform
    page: str
    counts: dict[str, int]

    @property
    def missing(self) -> list[Selector]:
        """The selectors that should match on this kind of page, and match nothing."""
        expected = self.platform.pages[self.page]
        return [
            selector
            for selector in self.platform.selectors
            if selector.name in expected and not self.counts[selector.name]
        ]

    @property
    def fit(self) -> tuple[float, int]:
        """How much of what should match does, 0 to 1; and how many selectors that are."""
        expected = self.platform.pages[self.page]
        matching = sum(self.counts[name] > 0 for name in expected)
        return matching / len(expected), matching


def platforms() -> list[Platform]:
    """Read what the extension's platform files look for."""
    return [
        Platform(
            name=entry["platform"],
            hosts=tuple(entry["hosts"]),
            selectors=tuple(Selector(**selector) for selector in entry["selectors"]),
            pages={page: tuple(names) for page, names in entry["pages"].items()},
        )
        for entry in json.loads(SELECTORS.read_text("utf-8"))
    ]


def read_page(place: str) -> tuple[str, str]:
    """Give the HTML and the address of a file or a page of the web; '' where a file tells none."""
    if re.match(r"https?://", place):
        return _fetched(place), place
    try:
        html = Path(place).read_text("utf-8", errors="replace")
    except OSError as error:
        raise CannotStart(f"{place} cannot be read. Give a saved page, or an address.") from error
    return html, _address_in(html)


def examine(html: str, address: str = "", name: str = "") -> Examination:
    """Find the platform and the kind of page that fit best, and count every selector's matches."""
    tree = LexborHTMLParser(html)
    found = (_count(tree, platform) for platform in _candidates(address, name))
    return max((one for some in found for one in some), key=lambda one: one.fit)


def _candidates(address: str, name: str) -> Iterable[Platform]:
    known = platforms()
    if name:
        named = [platform for platform in known if platform.name == name]
        if not named:
            names = ", ".join(sorted({platform.name for platform in known}))
            raise CannotStart(f"Candor knows no platform {name!r}. It knows {names}.")
        return named
    at_home = [platform for platform in known if platform.is_at(address)]
    if at_home or not address:
        return at_home or known
    return [platform for platform in known if not platform.hosts]


def _count(tree: LexborHTMLParser, platform: Platform) -> Iterable[Examination]:
    counts = {
        # A list of selectors gives an element once for each that fits.
        selector.name: len({node.mem_id for node in tree.css(selector.css)})
        for selector in platform.selectors
    }
    return [Examination(platform, page, counts) for page in platform.pages]


def _address_in(html: str) -> str:
    saved = SAVED_FROM.search(html[:4000])
    if saved:
        return saved[1]
    tree = LexborHTMLParser(html)
    for css, attribute in (
        ('link[rel="canonical"]', "href"),
        ('meta[property="og:url"]', "content"),
    ):
        node = tree.css_first(css)
        address = (node.attributes.get(attribute) if node else None) or ""
        if urlsplit(address).scheme in {"http", "https"}:
            return address
    return ""


def _fetched(address: str) -> str:
    try:
        with urlopen(
            Request(address, headers={"User-Agent": "candor doctor"}), timeout=PATIENCE
        ) as page:
            body: bytes = page.read(PAGE_LIMIT)
    except (URLError, TimeoutError, ValueError) as error:
        raise CannotStart(
            f"{address} did not answer well. Save the page in the browser and give the file."
        ) from error
    return body.decode("utf-8", errors="replace")
