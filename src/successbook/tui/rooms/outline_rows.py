"""What the rows of an outline stand for, and the groups in which the parts of a record are listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, Kind, locate
from successbook.plan.now import Now
from successbook.plan.titles import title_of
from successbook.tree import Address, Tree
from successbook.tui.widgets.sheet import Cell, Column, Row
from successbook.verdicts.asides import aside_of

__all__ = ["OUTLINE_COLUMNS", "Folds", "OutlineKey", "group_rows", "heading", "record_row", "section"]

OUTLINE_COLUMNS = (Column(grow=True, at_least=38), Column(at_most=26, hide_below=50))
"""A record's title, and what is said beside it."""


@dataclass(frozen=True, slots=True)
class OutlineKey:
    """What an outline row stands for.

    Attributes:
        record: the record; for a group the one whose parts it lists; None for a heading.
        parent: the record it is shown under.
        group: the kind of record that a group lists, empty for a record's own row.
        heading: tells headings apart.
    """

    record: Address | None
    parent: Address | None = None
    group: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Folds:
    """What is folded: records stand open and groups folded, until somebody toggles them.

    Attributes:
        toggled: the records (with ``""``) and groups that are not as they are by default.
    """

    toggled: frozenset[tuple[Address, str]] = frozenset()

    def folded(self, record: Address, group: str = "") -> bool:
        """Whether what hangs below is hidden."""
        return ((record, group) in self.toggled) != bool(group)

    def toggle(self, record: Address, group: str = "") -> Folds:
        """The other way round for one of them."""
        return Folds(self.toggled ^ {(record, group)})

    def unfold(self, record: Address, group: str = "") -> Folds:
        """Open, whatever it was."""
        return self.toggle(record, group) if self.folded(record, group) else self

    @property
    def records(self) -> frozenset[Address]:
        """The records that are folded."""
        return frozenset(record for record, group in self.toggled if not group)


def heading(text: str, *, first: bool = False) -> list[Row]:
    """A heading, with a blank line before it unless it is the first row."""
    blank = [] if first else [Row(OutlineKey(None, heading=f"{text} blank"), (Cell(""),), selectable=False)]
    return [*blank, Row(OutlineKey(None, heading=text), (Cell(text, "heading"),), selectable=False)]


def record_row(
    tree: Tree,
    at: Address,
    now: Now,
    *,
    indent: int = 0,
    parent: Address | None = None,
    marker: str = "  ",
    plain: bool = False,
) -> Row:
    """The row of one record: its kind, its title, and what is said beside it.

    Args:
        tree: the plan.
        at: the record.
        now: the day.
        indent: how deep it stands.
        parent: the record it is shown under.
        marker: what stands before it.
        plain: whether a heading says already what kind of record it is.
    """
    said, tone = aside_of(tree, at, now)
    title = title_of(tree, at)
    place = locate(at)
    name, word = (place.kind.name, place.kind.label) if place is not None else ("", "")
    strong = "strong" if name in _STRONG else ""
    label = "" if plain or title.lower().startswith(word.lower()) else f"{word}  "
    spans = (Cell(label, "muted"), Cell(title, strong))
    return Row(OutlineKey(at, parent), (spans, Cell(said, tone)), indent=indent, marker=marker)


_STRONG = ("release", "session", "notebook", "uat")


def section(tree: Tree, kind: Kind, text: str, now: Now, *, first: bool) -> Iterator[Row]:
    """All records of a kind under a heading; nothing where there are none."""
    found = list(records(tree, kind))
    if found:
        yield from heading(text, first=first)
        yield from (record_row(tree, at, now, plain=True) for at in found)


def group_rows(
    tree: Tree, holder: Address, kinds: Sequence[str], now: Now, folds: Folds, *, indent: int
) -> Iterator[Row]:
    """The parts of a record in groups, a group for each kind that has any.

    Args:
        tree: the plan.
        holder: the record.
        kinds: the kinds of its parts, in the order in which they are shown.
        now: the day.
        folds: what is folded.
        indent: how deep the groups stand.
    """
    for name in kinds:
        kind = KINDS[name]
        found = list(records(tree, kind, holder))
        if not found:
            continue
        folded = folds.folded(holder, name)
        spans = (Cell(kind.plural), Cell(f"  {len(found)}", "muted"))
        yield Row(OutlineKey(holder, holder, name), (spans,), indent=indent, marker="▸ " if folded else "▾ ")
        if not folded:
            for at in found:
                yield record_row(tree, at, now, indent=indent + 1, parent=holder, plain=True)
