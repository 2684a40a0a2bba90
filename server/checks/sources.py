"""What a text may rest on: the comment, the thread, the facts, the note, the post, the brand."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from server.checks.case import Case, once
from server.checks.words import content

SourceKind = Literal["comment", "thread", "snippet", "note", "post", "brand"]


@dataclass(frozen=True)
class Source:
    """One piece of text that is known, with the id by which evidence names it."""

    kind: SourceKind
    ref: str
    text: str

    @property
    def is_ours(self) -> bool:
        """Whether the brand itself stands by it."""
        return self.kind in ("snippet", "note", "post", "brand")


@once
def sources(case: Case) -> tuple[Source, ...]:
    """Give all sources of a case, the brand's own first."""
    found = [Source("snippet", fact.id, fact.text) for fact in case.facts]
    if case.note.strip():
        found.append(Source("note", "note", case.note))
    found.append(Source("comment", "comment", case.comment))
    found.extend(Source("thread", turn.id, turn.text) for turn in case.thread)
    if case.post.strip():
        found.append(Source("post", "post", case.post))
    if case.brand is not None:
        brand = case.brand
        rules = " ".join(rule.text for rule in brand.guidelines)
        terms = " ".join(term.term for term in brand.preferred_terms)
        found.append(
            Source("brand", "brand", f"{brand.name}: {brand.what}. {brand.voice}. {rules} {terms}")
        )
    if case.author:
        found.append(Source("comment", "author", case.author))
    return tuple(found)


@lru_cache(maxsize=64)
def known_words(known: tuple[Source, ...]) -> frozenset[str]:
    """Give the stems of all content words in the sources."""
    words: frozenset[str] = frozenset()
    return words.union(*(content(source.text) for source in known))


@lru_cache(maxsize=64)
def known_text(known: tuple[Source, ...]) -> str:
    """Give all sources as one text, to look values and names up in."""
    return "\n".join(source.text for source in known)
