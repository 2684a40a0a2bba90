"""Cells: what is written into a file that a spreadsheet opens."""

_FORMULA = tuple("=+-@＝＋－＠\t\r|")  # noqa: RUF001 (some spreadsheets read the wide ones too)


def cell(value: object) -> object:
    """Give what can stand in a cell: an apostrophe keeps a spreadsheet from running a text."""
    return f"'{value}" if isinstance(value, str) and value.lstrip().startswith(_FORMULA) else value
