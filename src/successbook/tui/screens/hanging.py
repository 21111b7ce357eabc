"""Choosing what a record hangs under: a few letters find it, and a sentence says what it would serve then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from successbook.errors import Refused
from successbook.plan.hierarchy import Hierarchy
from successbook.plan.kinds import locate
from successbook.plan.linking import link, unlink
from successbook.plan.titles import title_of
from successbook.text import one_line
from successbook.tree import Address, Change
from successbook.tui.actions import Action
from successbook.tui.dispatch import bindings_for, say
from successbook.tui.screens.narrowing import Narrows
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.one_line_input import OneLineInput
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Column, Row, RowList
from successbook.verdicts.moving import places_for, preview_of

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["HangScreen"]

COLUMNS = (Column(at_most=12), Column(grow=True), Column(at_most=16, firm=True))


class HangScreen(Narrows[Address]):
    """Lets a record hang elsewhere, or also elsewhere; its result is the record to show, None when closed.

    Args:
        workbook: the open plan.
        record: the record.
    """

    SCOPE = "hanging"
    TAKES = "hang-here"
    BINDINGS = bindings_for("hanging")

    def __init__(self, workbook: Workbook, record: Address) -> None:
        super().__init__(classes="over")
        self._workbook, self._record = workbook, record
        self._changed_here = False

    def compose(self) -> ComposeResult:
        """A line to write in, what it may hang under, and what would be."""
        title = title_of(self._workbook.tree, self._record)
        with Panel(question=f"What does it hang under?   {title}", classes="over--panel hanging"):
            yield OneLineInput(placeholder="a few letters", classes="finding")
            yield RowList(columns=COLUMNS, empty="Nothing that it may hang under is called that.")
            yield Static(classes="preview")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show everything at first, with the cursor on what it hangs under now."""
        rows = self.found
        rows.follow = self._preview
        self._unlisten = self._workbook.listen(self._follow_plan)
        self._fill()
        parents = self._parents()
        if parents:
            rows.select(parents[0])
        self._preview()
        self.begin()

    def on_unmount(self) -> None:
        """Stop following the plan."""
        self._unlisten()

    def _follow_plan(self, change: Change) -> None:
        del change
        self._fill()
        self._preview()

    def _parents(self) -> tuple[Address, ...]:
        return Hierarchy.of(self._workbook.tree).parents.get(self._record, ())

    @property
    def _here(self) -> Address | None:
        key = self.found.cursor_key
        return key if isinstance(key, Address) else None

    def _fill(self) -> None:
        tree, wanted = self._workbook.tree, self.query_one(Input).value.casefold().split()
        hierarchy, parents = Hierarchy.of(tree), self._parents()
        rows = []
        for at in places_for(tree, self._record):
            kind, title = hierarchy.kinds[at].label, title_of(tree, at)
            if not all(word in f"{kind} {title}".casefold() for word in wanted):
                continue
            closed = hierarchy.would_circle(self._record, at)
            said = ("hangs here", "also under")[parents[0] != at] if at in parents else ""
            said = "would go round" if closed else said
            cells = (
                Cell(kind, "muted"),
                Cell(title, "muted" if closed else "strong" if at in parents else ""),
                Cell(said, "careful" if closed else "good"),
            )
            rows.append(Row(at, cells))
        self.found.show(rows)

    def _first(self, at: Address) -> tuple[Address, ...]:
        """What it would hang under, with `at` in the place of what it hangs under now."""
        return (at, *(each for each in self._parents()[1:] if each != at))

    def _toggled(self, at: Address) -> tuple[Address, ...]:
        parents = self._parents()
        return tuple(each for each in parents if each != at) if at in parents else (*parents, at)

    def _preview(self) -> None:
        at, tree = self._here, self._workbook.tree
        preview = self.query_one(".preview", Static)
        if at is None:
            preview.update("")
            return
        parents = self._parents()
        if parents[:1] == (at,):
            title, here = title_of(tree, self._record), title_of(tree, at)
            line = Content(one_line(f'"{title}" hangs under "{here}" now.'))
        else:
            found = preview_of(tree, self._record, self._first(at))
            line = Content.styled(
                one_line(found.refused or f"{found.says}."), "$careful" if found.refused else "$ink"
            )
        preview.update(line)
        self.query_one(KeyLine).look_again()

    # What can be done

    def label_of(self, each: Action) -> str:
        """Tab takes away where it hangs there already."""
        if each.id == "also-under" and self._here in self._parents():
            return "no longer there"
        return super().label_of(each)

    @on(Input.Changed)
    def _typed(self) -> None:
        self._fill()
        self._preview()

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()

    def _target(self) -> Address:
        at = self._here
        if at is None:
            raise Refused("nothing is chosen")
        return at

    def do_hang_here(self) -> None:
        """Hang it there, in place of what it hangs under now."""
        at, parents, tree = self._target(), self._parents(), self._workbook.tree
        if parents[:1] == (at,):
            self.do_close()
            return
        found = preview_of(tree, self._record, self._first(at))
        if found.refused:
            raise Refused(found.refused)
        draft = self._workbook.draft()
        draft.hang(self._record, at, instead_of=parents[0] if parents else None)
        title, above = title_of(tree, self._record), title_of(tree, at)
        self._workbook.do(draft.change(f'Hang "{title}" under "{above}"'))
        say(self.app, f'Now under "{above}"; u takes it back')
        self.dismiss(self._record)

    def do_also_under(self) -> None:
        """Let it hang there as well, or no longer."""
        at, tree = self._target(), self._workbook.tree
        place = locate(self._record)
        if place is None:
            return
        parents = self._toggled(at)
        found = preview_of(tree, self._record, parents)
        if found.refused:
            raise Refused(found.refused)
        draft = self._workbook.draft()
        there = at in self._parents()
        (unlink if there else link)(draft, self._record, place.kind.link, at)
        title, above = title_of(tree, self._record), title_of(tree, at)
        verb = "no longer" if there else "also"
        self._changed_here = True
        self._workbook.do(draft.change(f'Hang "{title}" {verb} under "{above}"'))

    def do_close(self) -> None:
        """Back to the outline."""
        self.dismiss(self._record if self._changed_here else None)
