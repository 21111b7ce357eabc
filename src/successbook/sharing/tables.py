"""Tables as comma-separated values (RFC 4180), written for spreadsheets and read as they come back from them.

What comes back may have other separators, lines cut short, a first line ``sep=;``. What cannot be a table is
refused as a whole with the row in which it goes wrong; all else is for the importers to judge, row by row.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from successbook.errors import NotReadable
from successbook.sharing.cells import Cell, neutral, restored

__all__ = ["MAX_COLUMNS", "MAX_ROWS", "SEPARATORS", "Found", "ReadRow", "read_table", "table_text"]

SEPARATORS: Final = {"comma": ",", "semicolon": ";", "tab": "\t"}
"""What stands between the cells of a file that is written, by name."""

MAX_ROWS: Final = 20_000
"""More rows than this are no suite and no result sheet."""

MAX_COLUMNS: Final = 500
"""More columns than this are no table of cases or results."""

_TRIED: Final = (",", ";", "\t", "|")
_SAYS_SO: Final = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
_LONGEST_CELL: Final = 1 << 24
_AGAIN: Final = "open it in a spreadsheet and save it as CSV again"


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row below the heading.

    Attributes:
        number: its number as a spreadsheet counts, the heading is 1.
        cells: its cells by the place of their column; an empty one says nothing and is left out.
        beyond: whether something stands behind the last column of the heading.
    """

    number: int
    cells: dict[int, str]
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A table that was read.

    Attributes:
        heading: the names of the columns, trimmed.
        rows: its rows; those without a word are left out.
        separator: what stands between its cells.
    """

    heading: tuple[str, ...]
    rows: tuple[ReadRow, ...]
    separator: str


def table_text(rows: Iterable[Sequence[Cell]], separator: str = ",") -> str:
    """Rows, the heading first, as the text of a CSV file: every text in quotes, lines ended by CR LF.

    Args:
        rows: the rows; texts are made harmless (`cells.neutral`), numbers stay numbers.
        separator: what stands between two cells.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return file.getvalue()


def read_table(text: str, path: str, known: Callable[[str], bool] = lambda _: False) -> Found:
    """The table that a text holds.

    Args:
        text: the whole file.
        path: its name, for messages.
        known: whether a heading is one that we know; decides between separators that would fit alike.

    Raises:
        NotReadable: it is no table: empty, a quotation mark without its partner, too many rows or columns.
    """
    csv.field_size_limit(_LONGEST_CELL)
    says_so = _SAYS_SO.match(text)
    if says_so is not None:
        rows = _parsed(text[says_so.end() :], says_so[1], path)
        return _found(rows, says_so[1], path)
    separator = _separator(text, known)
    return _found(_parsed(text, separator, path), separator, path)


def _separator(text: str, known: Callable[[str], bool]) -> str:
    """The separator with which the first row has the most headings that we know, then the most at all."""

    def worth(separator: str) -> tuple[int, int]:
        """How many headings of the first row we know, and how many there are."""
        try:
            first = next(filter(_names, _reader(text, separator)), [])
        except csv.Error:
            return (-1, 0)
        return sum(known(cell.strip()) for cell in first), len(first)

    return max(_TRIED, key=worth)  # of equals the first


def _names(row: list[str]) -> bool:
    """Whether a row can be the heading: it has a letter or a digit."""
    return any(char.isalnum() for cell in row for char in cell)


def _reader(text: str, separator: str) -> Iterable[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)


def _parsed(text: str, separator: str, path: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in _reader(text, separator):
            if len(rows) > MAX_ROWS or len(row) > MAX_COLUMNS:
                most = f"{MAX_ROWS} rows" if len(rows) > MAX_ROWS else f"{MAX_COLUMNS} columns"
                raise NotReadable(f"it has more than {most}", path=path, remedy="import it in parts")
            rows.append(row)
    except csv.Error as error:
        wrong = f"row {len(rows) + 1}: a quotation mark has no partner, or stands inside a cell"
        if "field larger" in str(error):
            wrong = f"row {len(rows) + 1}: a cell is too large"
        raise NotReadable(wrong, path=path, remedy=_AGAIN) from error
    return rows


def _found(rows: list[list[str]], separator: str, path: str) -> Found:
    at = next((number for number, row in enumerate(rows) if _names(row)), None)
    if at is None:
        raise NotReadable("there is nothing in it", path=path, remedy="its first row names the columns")
    heading = tuple(restored(cell).strip() for cell in rows[at])
    while heading and not heading[-1]:
        heading = heading[:-1]
    read = (_row(number, row, len(heading)) for number, row in enumerate(rows[at + 1 :], at + 2))
    return Found(heading, tuple(row for row in read if row.cells or row.beyond), separator)


def _row(number: int, row: list[str], width: int) -> ReadRow:
    held = enumerate(map(restored, row[:width]))
    cells = {at: cell for at, cell in held if cell.strip()}
    return ReadRow(number, cells, any(cell.strip() for cell in row[width:]))
