"""Finding: type a few letters of anything, Enter goes there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, Kind, locate
from successbook.plan.titles import title_of
from successbook.tree import Address, Table, Tree, Value
from successbook.tui.actions import Action
from successbook.tui.dispatch import bindings_for
from successbook.tui.rooms.holders import holder_of
from successbook.tui.screens.narrowing import Narrows
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.one_line_input import OneLineInput
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Column, Row, RowList

__all__ = ["FindScreen", "Found", "search"]

_MOST = 200
_SEALS = frozenset({"fingerprint", "signed"})
"""Fields of a sign-off that nobody reads."""
_NARROW = 86
"""Columns of a terminal in which no column is left beside the titles; what stands there follows them."""
_PIECE = 90
"""Characters around a match."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place in the plan whose words match.

    Attributes:
        at: the record, or the field of it that matches.
        kind: the kind of record.
        title: what the record is called.
        words: what matches, when it is not the title.
    """

    at: Address
    kind: Kind
    title: str
    words: str = ""


def search(
    tree: Tree, said: str, *, titles_only: bool = False, among: Iterable[Address] | None = None
) -> Iterator[Found]:
    """The records that hold all words of `said`: those with them in the title first, then those elsewhere.

    Args:
        tree: the plan.
        said: words, or beginnings of words; capitals do not matter.
        titles_only: whether only titles count.
        among: the records to look at; None for all.
    """
    wanted = said.casefold().split()
    later: list[Found] = []
    placed = list(_all(tree) if among is None else _placed(among))
    ids = set() if titles_only else {at.key for at, _ in placed}
    for at, kind in placed:
        title = title_of(tree, at)
        if all(word in title.casefold() for word in wanted):
            yield Found(at, kind, title)
        elif not titles_only:
            later += _in_fields(tree.table(at), Found(at, kind, title), wanted, ids)
    yield from later


def _all(tree: Tree) -> Iterator[tuple[Address, Kind]]:
    for kind in KINDS.values():
        for at in records(tree, kind):
            yield at, kind


def _placed(among: Iterable[Address]) -> Iterator[tuple[Address, Kind]]:
    for at in among:
        place = locate(at)
        if place is not None:
            yield at, place.kind


def _in_fields(table: Table, found: Found, wanted: list[str], ids: Collection[str]) -> Iterator[Found]:
    for key, value in table.items():
        words = _words(value, ids) if key not in _SEALS else ""
        if words and all(word in words.casefold() for word in wanted):
            yield Found(found.at.child(key), found.kind, found.title, _around(words, wanted[0]))
            return


def _words(value: Value, ids: Collection[str]) -> str:
    """What somebody wrote; a reference is none of it: nobody reads ids, and what it names is found itself."""
    said = value if isinstance(value, tuple) else (value,)
    return " ".join(item for item in said if isinstance(item, str) and item.rpartition(":")[2] not in ids)


def _around(words: str, wanted: str) -> str:
    """A piece of the text around the match, from one word to another."""
    words = " ".join(words.split())
    at = words.casefold().find(wanted)
    start = max(at - 20, 0)
    start = max(start, words.find(" ", start, at) + 1) if start else 0
    piece = words[start : start + _PIECE]
    if start + _PIECE < len(words):
        piece = f"{piece.rpartition(' ')[0] or piece}…"
    return f"…{piece}" if start else piece


class FindScreen(Narrows[Address]):
    """Asks for words; its result is where to go, None when it was closed.

    Args:
        tree: the plan.
        titles_only: whether only titles are looked at.
        among: the records to choose from; None for all.
        question: what is asked, if it is not the usual question.
    """

    SCOPE = "finding"
    BINDINGS = bindings_for("finding")

    def __init__(
        self,
        tree: Tree,
        *,
        titles_only: bool = False,
        among: Sequence[Address] | None = None,
        question: str = "",
    ) -> None:
        super().__init__(classes="over" if among is None else "over -see-through -centred")
        self._tree = tree
        self._titles_only = titles_only or among is not None
        self._among = among
        self._narrow = False
        # Where all are of one kind the question names it.
        self._one_kind = among is not None and len({kind.name for _, kind in _placed(among)}) == 1
        self._question = question or ("Which record?" if titles_only else "What are you looking for?")

    def compose(self) -> ComposeResult:
        """A line to write in, and what was found."""
        small = "" if self._among is None else " -small choosing"
        kind = () if self._one_kind else (Column(at_most=20),)
        with Panel(question=self._question, classes=f"over--panel{small}"):
            yield OneLineInput(placeholder="a few letters", classes="finding")
            yield RowList(
                columns=[*kind, Column(grow=True), Column(at_most=28, hide_below=_NARROW - 6)],
                empty="Nothing in this plan has these words.",
            )
        yield KeyLine()

    def on_mount(self) -> None:
        """Show everything at first."""
        self._find("")
        self.begin()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self._find(event.value)

    def on_resize(self, event: events.Resize) -> None:
        """What stands beside a title has a column of its own, or not."""
        if (event.size.width < _NARROW) != self._narrow:
            self._find(self.query_one(Input).value)

    def _find(self, said: str) -> None:
        rows = []
        self._narrow = self.app.size.width < _NARROW
        titles_only = self._titles_only or not said.strip()
        for number, found in enumerate(search(self._tree, said, titles_only=titles_only, among=self._among)):
            if number >= _MOST:
                break
            kind = () if self._one_kind else (Cell(found.kind.label, "muted"),)
            beside = found.words or self._holder(found)
            title: tuple[Cell | tuple[Cell, ...], ...] = (Cell(found.title), Cell(beside, "muted"))
            if self._narrow and beside:
                title = ((Cell(found.title), Cell(f"   {beside}", "muted")),)
            rows.append(Row(found.at, (*kind, *title)))
        self.show_found(rows)

    def _holder(self, found: Found) -> str:
        """What a part belongs to: the results of a case are all called what the case is called."""
        place = locate(found.at) if self._among is None and found.kind.inside else None
        holder = holder_of(place) if place is not None else None
        return title_of(self._tree, holder) if holder is not None else ""

    def do_take(self) -> None:
        """Go to the record under the cursor."""
        key = self.found.cursor_key
        if isinstance(key, Address):
            self.dismiss(key)

    def label_of(self, each: Action) -> str:
        """Enter goes there, where nothing is being chosen."""
        return "go there" if each.id == "take" and self._among is None else super().label_of(each)

    def do_close(self) -> None:
        """Back to where we were."""
        self.dismiss(None)
