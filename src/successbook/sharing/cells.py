"""Cells of a spreadsheet: text that no spreadsheet runs as a formula, and lists in one cell.

A cell that begins with ``= + - @``, a tab or a line break is a formula to the programs that open a CSV file,
or hides one (OWASP, "CSV Injection"). An apostrophe before it makes it text. The apostrophe is taken away
again when the cell comes back, so that a round trip is exact; a text that has apostrophes there already gets
one more, and one less on its way back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

__all__ = ["Cell", "lines_of", "neutral", "packed", "restored", "unpacked"]

Cell = str | int | float
"""What is written into a cell: text is made harmless, a number is none of a formula and stays one."""

_STARTS: Final = "=+\\-@\t\r\n＝＋－＠"  # the wide signs too: some spreadsheets read them as the plain ones
_DANGEROUS: Final = re.compile(f"'*[{_STARTS}]")
_MARKED: Final = re.compile(f"'+[{_STARTS}]")
_APART: Final = re.compile(r"[,;]")
_BREAK: Final = re.compile(r"\r\n|\r|\n")


def neutral(cell: Cell) -> str:
    """What a cell holds, as text that no spreadsheet runs; a number stays a number, also a negative one."""
    if not isinstance(cell, str):
        return str(cell)
    return f"'{cell}" if _DANGEROUS.match(cell) else cell


def restored(text: str) -> str:
    """What stood in a cell before `neutral`; any other text is left as it is."""
    return text[1:] if _MARKED.match(text) else text


def lines_of(text: str) -> list[str]:
    """The lines of a cell; `splitlines` would break at characters that are no line breaks to a plan."""
    return _BREAK.split(text)


def packed(items: Iterable[str]) -> str:
    """Several short texts in one cell: ``phone, long``; a line each where one has a comma itself."""
    held = list(items)
    if any(_APART.search(item) for item in held):
        return "".join(f"{item}\n" for item in held)
    return ", ".join(held)


def unpacked(text: str) -> tuple[str, ...]:
    """The texts of one cell: its lines where it has several, else what is between commas or semicolons."""
    parts = lines_of(text) if "\n" in text else _APART.split(text)
    return tuple(part.strip() for part in parts if part.strip())
