"""Cells: what is written into a file that a spreadsheet opens, and read from one."""

import re

# Some spreadsheets read the wide signs too. What leads to them is never gone back over: a file may
# have a hundred thousand spaces there.
_FORMULA = re.compile(r"[\s']*+[=+\-@|＝＋－＠]|(?:'|[^\S\t\r])*+[\t\r]")  # noqa: RUF001


def cell(value: object) -> object:
    """Give what can stand in a cell: an apostrophe keeps a spreadsheet from running a text."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def uncelled(text: str) -> str:
    """Give what `cell` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text
