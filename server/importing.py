"""Importing snippets: what a file would change, and doing just that."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import ValidationError

from server.errors import Conflict
from server.schemas import (
    FieldChange,
    ImportedLine,
    Snippet,
    SnippetFields,
    SnippetInput,
    SnippetsImport,
)
from server.snippet_files import FIELDS, Line
from server.store import Store

CHANGEABLE = tuple(SnippetFields.model_fields)
SHOWN = 300  # characters of a text
WANTED = {
    "text": "write 1 to 1,000 characters",
    "source": "write 200 characters at most",
    "url": "write a whole address, as in https://shop.example/refunds",
    "valid_from": "write a day as in 2026-05-31",
    "valid_until": "write a day as in 2026-05-31",
}


@dataclass
class _Plan:
    """What becomes of each line of a file."""

    lines: list[ImportedLine] = field(default_factory=list)
    new: list[SnippetInput] = field(default_factory=list)
    changed: dict[str, SnippetInput] = field(default_factory=dict)
    same: int = 0
    before: list[str] = field(default_factory=list)  # of what the lines are about

    def count(self, kind: Literal["new", "changed", "refused"]) -> int:
        return sum(line.kind == kind for line in self.lines)

    def seen(self) -> str:
        """Name what was shown, so that nothing else is done."""
        shown = [line.model_dump_json() for line in self.lines]
        return hashlib.sha256("\n".join([*shown, *self.before]).encode()).hexdigest()


def take_in(lines: list[Line], seen: str, store: Store) -> SnippetsImport:
    """Say what a file would change; with the `seen` of what was said before, do it.

    A snippet is known by its id, else by its text and brand voice. Raises Conflict where the
    snippets are no longer as they were then.
    """
    plan = _planned(lines, store)
    if seen and seen != plan.seen():
        raise Conflict("The snippets or the file changed since you looked; look at it again.")
    if seen:
        store.take_in_snippets(plan.new, plan.changed)
    return SnippetsImport(
        new=plan.count("new"),
        changed=plan.count("changed"),
        same=plan.same,
        refused=plan.count("refused"),
        lines=plan.lines,
        seen=plan.seen(),
        is_done=bool(seen),
    )


def voices_as_named(store: Store) -> dict[str, str]:
    """Give for each brand voice's id how a file names it: by name, if only one is called so."""
    names = store.voice_names()
    count = Counter(name.lower() for name, _ in names)
    return {id_: name if count[name.lower()] == 1 else id_ for name, id_ in names}


def _planned(lines: list[Line], store: Store) -> _Plan:
    there = {snippet.id: snippet for snippet in store.all_snippets()}
    by_text = {_key(snippet): snippet for snippet in there.values()}
    voices = _voices(store)
    plan, lines_of = _Plan(), dict[str, int]()
    for line in lines:
        try:
            given = _given(line, voices)
            known = there.get(str(given.pop("id", "")))
            whole = _whole(given, known)
            known = known or by_text.get(_key(whole))
            whole = _whole(given, known)
        except ValueError as error:
            plan.lines.append(_refused(line, _reason(error)))
            continue
        key = known.id if known else "\0".join(_key(whole))
        first = lines_of.setdefault(key, line.number)
        if first != line.number:
            plan.lines.append(_refused(line, f"is about the same snippet as line {first}"))
            continue
        _put(plan, line, whole, known)
    return plan


def _put(plan: _Plan, line: Line, whole: SnippetInput, known: Snippet | None) -> None:
    changes = _changes(known, whole) if known else []
    if known:
        plan.before.append(f"{known.id} {known.updated_at.isoformat()}")
    if known and not changes:
        plan.same += 1
        return
    if known:
        plan.changed[known.id] = whole
    else:
        plan.new.append(whole)
    plan.lines.append(
        ImportedLine(
            line=line.number,
            kind="changed" if known else "new",
            text=whole.text[:SHOWN],
            snippet_id=known.id if known else None,
            changes=changes,
        )
    )


def _given(line: Line, voices: Mapping[str, list[str]]) -> dict[str, Any]:
    """Give the fields of a line with its brand voice by id. Raises ValueError."""
    if line.reason:
        raise ValueError(line.reason)
    given = dict(line.given)
    if wrong := [name for name in given if name not in (*FIELDS, "brand_voice_id")]:
        raise ValueError(f"has the field {wrong[0][:40]!r}; the fields are {', '.join(FIELDS)}")
    if "brand_voice" in given:
        given["brand_voice_id"] = _voice(given.pop("brand_voice"), voices)
    elif given.get("brand_voice_id"):
        given["brand_voice_id"] = _voice(given["brand_voice_id"], voices)
    for name in ("url", "valid_from", "valid_until"):
        if name in given:
            given[name] = given[name] or None
    return given


def _voices(store: Store) -> dict[str, list[str]]:
    """Give the ids of brand voices by what they are called, each id by itself as well."""
    found: dict[str, list[str]] = {}
    for name, id_ in store.voice_names():
        found.setdefault(name.lower(), []).append(id_)
        found.setdefault(id_, []).append(id_)
    return found


def _voice(said: object, voices: Mapping[str, list[str]]) -> str | None:
    name = str(said or "").strip()
    if not name:
        return None
    found = voices.get(name) or voices.get(name.lower(), [])
    if len(found) != 1:
        many = "several brand voices; write the id of one" if found else "no brand voice"
        raise ValueError(f"brand_voice: {name[:40]!r} names {many}")
    return found[0]


def _whole(given: dict[str, Any], known: Snippet | None) -> SnippetInput:
    """Give a snippet as a line has it; what it does not have stays as it is. Raises ValueError."""
    before = known.model_dump(include=set(CHANGEABLE)) if known else {}
    named = {name: said for name, said in given.items() if name != "id"}
    return SnippetInput.model_validate(before | named)


def _changes(known: Snippet, whole: SnippetInput) -> list[FieldChange]:
    before, after = (one.model_dump(mode="json", include=set(CHANGEABLE)) for one in (known, whole))
    return [
        FieldChange(field=name, was=before[name] or "", will=after[name] or "")
        for name in CHANGEABLE
        if (before[name] or "") != (after[name] or "")
    ]


def _key(snippet: SnippetFields) -> tuple[str, str]:
    return " ".join(snippet.text.split()).lower(), snippet.brand_voice_id or ""


def _refused(line: Line, reason: str) -> ImportedLine:
    text = line.given.get("text")
    shown = text[:SHOWN] if isinstance(text, str) else ""
    shown = shown.encode(errors="replace").decode()  # halves of surrogate pairs can be in JSON
    return ImportedLine(line=line.number, kind="refused", text=shown, reason=reason)


def _reason(error: ValueError) -> str:
    if not isinstance(error, ValidationError):
        return str(error)
    fault = error.errors(include_url=False, include_input=False)[0]
    name, said = str(fault["loc"][0]), fault["msg"].removeprefix("Value error, ")
    return f"{name}: {said if fault['type'] == 'value_error' else WANTED.get(name, said)}"
