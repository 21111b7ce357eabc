"""Folding in an outline: what is hidden under what, and how a hidden record comes to be seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on

from successbook.plan.kinds import kind_name, locate
from successbook.tree import Address
from successbook.tui.rooms.adding import Adds
from successbook.tui.rooms.holders import outwards
from successbook.tui.rooms.outline_rows import Folds, OutlineKey
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.rows import Column, Row, RowList

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["Folding"]


class Folding(Adds):
    """A room with an outline whose rows can be folded."""

    EMPTY: ClassVar[str] = ""
    FILE: ClassVar[str] = ""
    """The one file that all of its rows come from, if any; nothing is asked for where it cannot be read."""
    COLUMNS: ClassVar[Sequence[Column]] = (Column(grow=True),)

    def __init__(self, workbook: Workbook) -> None:
        super().__init__(workbook)
        self._folds = Folds()
        self._outline = RowList(columns=self.COLUMNS, empty=self._invitation(), classes="outline")

    def _invitation(self) -> str:
        """What stands where there is no row: the question, or why nothing can be shown."""
        error = self.workbook.unreadable.get(self.FILE)
        if error is None:
            return self.EMPTY
        return f"{error.said_of(self.FILE)}.\n\nAs soon as it is mended R takes it over."

    def rows(self) -> list[Row]:
        """The outline's rows."""
        return []

    def _key_of(self, record: Address) -> OutlineKey:
        return next(key for key in self._keys() if key.record == record and not key.group)

    def _keys(self) -> list[OutlineKey]:
        return [row.key for row in self._outline.rows if isinstance(row.key, OutlineKey)]

    def _listed(self, record: Address) -> bool:
        return _lists(self._outline.rows, record)

    def _reveal(self, record: Address) -> bool:
        """Unfold what hides a record; False, and all as it was, if it has no row of its own here."""
        if self._listed(record):
            return True
        folds, rows = self._folds, list(self._outline.rows)
        for holder, group in self._hiding(record):
            before = self._folds
            self._folds = before.toggle(holder, group)
            fresh = self.rows()
            if len(fresh) < len(rows):
                self._folds = before  # it was open
            else:
                rows = fresh
            if _lists(rows, record):
                self._outline.show(rows)
                return True
        self._folds = folds
        return False

    def _hiding(self, record: Address) -> Iterator[tuple[Address, str]]:
        """What may hide a record when folded, from the top: the records it stands in, and their groups."""
        place = locate(record)
        holders = list(outwards(place))[::-1] if place else []
        for number, holder in enumerate(holders):
            yield holder, ""
            inner = locate(holders[number + 1]) if number + 1 < len(holders) else None
            if inner is not None:
                yield holder, inner.kind.name

    @property
    def key(self) -> OutlineKey:
        """What the row under the cursor stands for."""
        row = self._outline.cursor_row
        return row.key if row is not None and isinstance(row.key, OutlineKey) else OutlineKey(None)

    @on(RowList.Marked, ".outline")
    def _marked(self, event: RowList.Marked) -> None:
        event.stop()
        if isinstance(event.row.key, OutlineKey):
            self._fold(event.row.key)

    def do_fold(self) -> None:
        """Fold what hangs below; if there is nothing, go to what it hangs under."""
        row, key = self._outline.cursor_row, self.key
        if row is not None and row.marker.startswith("▾"):
            self._fold(key)
        elif key.parent is not None:
            above = [each for each in self._keys() if each.record == key.parent]
            self._outline.select(
                above[-1] if kind_name(key.record) in {each.group for each in above} else above[0]
            )

    def do_unfold(self) -> None:
        """Unfold what hangs below; if it is unfolded, go into it."""
        row = self._outline.cursor_row
        if row is not None and row.marker.startswith("▸"):
            self._fold(self.key)
        elif row is not None and row.marker.startswith("▾"):
            self._outline.do_down()

    def _fold(self, key: OutlineKey) -> None:
        if key.record is not None:
            self._folds = self._folds.toggle(key.record, key.group)
            self._outline.show(self.rows())
            self.screen.query_one(KeyLine).look_again()


def _lists(rows: Sequence[Row], record: Address) -> bool:
    """Whether a record has a row of its own."""
    keys = (row.key for row in rows)
    return any(isinstance(key, OutlineKey) and key.record == record and not key.group for key in keys)
