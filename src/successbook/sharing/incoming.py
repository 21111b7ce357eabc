"""What a file would bring: row by row what is new, what changes, what is as before, what cannot be taken.

An importer carries everything out on a draft, so a preview is what will happen. What comes of it is one
change. An empty cell says nothing: it never erases what is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from successbook.errors import SuccessbookError
from successbook.plan.describe import FieldDescription
from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.measured import Ambiguous
from successbook.plan.titles import title_of_table
from successbook.sharing.columns import Columns
from successbook.sharing.tables import ReadRow
from successbook.sharing.values import Reading, UnknownWord, cell_of, value_in
from successbook.text import one_line
from successbook.tree import Add, Address, Change, Edit, Table, Tree, Value

__all__ = ["Cells", "File", "Incoming", "Line", "Status", "Taker"]

Status = Literal["new", "changed", "same", "error"]


@dataclass(frozen=True, slots=True)
class Line:
    """What comes of a row, or of one cell of it.

    Attributes:
        file: the name of the file.
        row: the number of the row, as a spreadsheet counts.
        status: what comes of it; an error is a cell or a row that is not taken, the rest is.
        what: the record it is about, in words.
        says: what changes, or what is wrong and what to do.
        at: the record, when there is one.
        word: of a cell that is not taken the word that is not known; empty when it is something else.
        choices: the words it may mean.
    """

    file: str
    row: int
    status: Status
    what: str
    says: str = ""
    at: Address | None = None
    word: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class File:
    """A file that was read.

    Attributes:
        name: the file, as the person named it.
        columns: which of its columns is which field.
        remark: what to look at before it is trusted.
    """

    name: str
    columns: Columns
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """What one or several files would bring.

    Attributes:
        files: the files.
        lines: what comes of their rows, in order.
        change: all of it as one change; empty when nothing would be new.
    """

    files: tuple[File, ...]
    lines: tuple[Line, ...]
    change: Change

    def count(self, status: Status) -> int:
        """How many rows or cells have come to this."""
        return sum(line.status == status for line in self.lines)

    @property
    def told(self) -> str:
        """The sums in a sentence: ``3 new, 1 changed, 12 as before, 2 not taken``."""
        words = {"new": "new", "changed": "changed", "same": "as before", "error": "not taken"}
        counts = ((self.count(status), word) for status, word in words.items())  # type: ignore[arg-type]
        return ", ".join(f"{count} {word}" for count, word in counts if count) or "no rows"


@dataclass(slots=True)
class Cells:
    """The cells of one row by field."""

    row: ReadRow
    columns: Columns

    def get(self, name: str) -> str:
        """What the cell of a field says; empty when it says nothing or there is no such column."""
        at = self.columns.places.get(name)
        return "" if at is None else self.row.cells.get(at, "")

    def heading(self, name: str) -> str:
        """What the file calls the column of a field."""
        return self.columns.headings[self.columns.places[name]]


@dataclass(slots=True)
class Taker:
    """Takes cells into a draft, and keeps what came of them.

    Attributes:
        draft: the plan with all that was taken so far.
        reading: how cells are read.
        file: the name of the file that is being read.
        lines: what came of its rows.
    """

    draft: Draft
    reading: Reading
    file: str = ""
    lines: list[Line] = field(default_factory=list)

    def say(self, row: int, status: Status, what: str, says: str = "", at: Address | None = None) -> None:
        """Keep what came of a row or of a cell."""
        self.lines.append(Line(self.file, row, status, one_line(what), one_line(says), at))

    def refuse_longer(
        self, row: ReadRow, columns: Columns, what: str, remedy: str = "look for a comma or a break in a text"
    ) -> None:
        """Keep that a row has cells under no heading: it was cut in the wrong place."""
        wrong = f"it has more cells than the heading, which has {len(columns.headings)}"
        self.say(row.number, "error", what, f"{wrong}; {remedy}")

    def refuse(self, row: int, what: str, error: SuccessbookError, heading: str = "") -> None:
        """Keep why a row or a cell is not taken; an address means nothing to whoever looks at a table."""
        says = f"{error.what}; {_remedy(error)}" if _remedy(error) else error.what
        says = one_line(f"{heading}: {says}" if heading else says)
        word, choices = (error.said, error.choices) if isinstance(error, UnknownWord) else ("", ())
        self.lines.append(Line(self.file, row, "error", one_line(what), says, None, word, choices))

    def put(
        self, at: Address, described: FieldDescription, cells: Cells, what: str, name: str = ""
    ) -> str | None:
        """Put what a cell says into a field of a record.

        Args:
            at: the record.
            described: the field.
            cells: the row.
            what: the record in words.
            name: the field's name in the row, if it is another one.

        Returns:
            what changed, in words; None when nothing did, or the cell is not taken.
        """
        text = cells.get(name or described.name)
        place = at.child(described.name)
        old = self.draft.tree.get(place)
        if not text or text == str(cell_of(old)):
            return None
        try:
            value = value_in(self.draft.tree, place, described, text, self.reading)
            if value is None or value == old:
                return None
            self.draft.put(place, value)
        except SuccessbookError as error:
            self.refuse(cells.row.number, what, error, cells.heading(name or described.name))
            return None
        return f"{described.label}: {_shown(old)} → {_shown(value)}" if old is not None else described.label

    def put_all(
        self, at: Address, fields: Iterable[FieldDescription], cells: Cells, what: str, before: str = ""
    ) -> list[str]:
        """Put what a row says into the fields of a record; what changed, in words.

        Args:
            at: the record.
            fields: its fields.
            cells: the row.
            what: the record in words.
            before: what stands before the names of the fields in the row: ``step_``.
        """
        found = (self.put(at, each, cells, what, f"{before}{each.name}") for each in fields)
        return [each for each in found if each is not None]

    def named(self, at: Address, kind: str) -> str:
        """A record in words: ``case "Pay with a saved card"``."""
        title = title_of_table(KINDS[kind], self.draft.tree.table(at)) or at.key
        return f'{KINDS[kind].label} "{title}"'

    def change(self, label: str) -> Change:
        """All that was taken, as one change."""
        return Change(label, _condensed(self.draft.change(label).edits, self.draft.tree))


def _condensed(edits: Sequence[Edit], after: Tree) -> tuple[Edit, ...]:
    """The same edits, each new record put in one piece: a sheet of a thousand results is one edit, not many.

    Args:
        edits: the edits of a draft.
        after: the plan with all of them.
    """
    made: set[Address] = set()
    kept: list[Edit] = []
    for edit in edits:
        if any(above in made for above in _outwards(edit.at)):
            continue
        if isinstance(edit, Add) and isinstance(edit.value, Table):
            final = after.get(edit.at)
            made.add(edit.at)
            kept.append(Add(edit.at, final if final is not None else edit.value, edit.note, edit.after))
        else:
            kept.append(edit)
    return tuple(kept)


def _outwards(at: Address) -> Iterator[Address]:
    """An address and all it stands in, up to the file."""
    for length in range(len(at.path), -1, -1):
        yield Address(at.file, at.path[:length])


def _remedy(error: SuccessbookError) -> str:
    if isinstance(error, Ambiguous):
        return "say --decimal comma or --decimal point"
    return error.remedy


def _shown(value: Value | None) -> str:
    text = one_line(str(cell_of(value)))
    return f"{text[:40]}…" if len(text) > 41 else text or "nothing"
