"""Carry on: what the next release takes over, seen before it is done, and into which release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.screen import ModalScreen

from successbook.plan.carrying import GROUPS, carry
from successbook.plan.titles import title_of
from successbook.text import counted
from successbook.tree import Address, Value
from successbook.tui.actions import Action
from successbook.tui.dispatch import Acts, bindings_for, say
from successbook.tui.screens.asking import Asked, AskScreen
from successbook.tui.widgets.editors import DateEditor, LineEditor
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Column, Row, RowList
from successbook.verdicts.carrying import carried_of, next_releases, preview

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["CarryScreen"]

_NEW = "new"


class CarryScreen(Acts, ModalScreen[Address]):
    """Previews what is carried on; its result is the release that goes on, None when nothing was done.

    Args:
        workbook: the open plan.
        release: the release that is looked back on.
        open_now: the read-out that is being held just now.
    """

    SCOPE = "choosing"
    BINDINGS = bindings_for("choosing")

    def __init__(self, workbook: Workbook, release: Address, open_now: Address | None = None) -> None:
        super().__init__(classes="over -see-through -centred")
        self._workbook, self._release = workbook, release
        self._to: Address | None = None
        self._items = carried_of(workbook.tree, release, workbook.now, open_now=open_now)
        self._list = RowList(columns=[Column(at_least=14, at_most=16, firm=True), Column(grow=True)])

    def compose(self) -> ComposeResult:
        """One panel with one list."""
        title = title_of(self._workbook.tree, self._release)
        count = len(self._items)
        with Panel(
            question=f"Carry on from {title}: into which release?",
            aside=f"{counted(count, 'thing goes', 'things go')} on",
            classes="over--panel -small choosing",
        ):
            yield self._list
        yield KeyLine()

    def on_mount(self) -> None:
        """The releases there are, and below what goes with them."""
        tree = self._workbook.tree
        rows = [Row(_NEW, (Cell("a new release", "strong"), Cell("asks for its title", "muted")))]
        rows += [
            Row(at, (Cell(title_of(tree, at), "strong"), Cell("is planned already", "muted")))
            for at in next_releases(tree, self._release)
        ]
        rows.append(Row("blank", (Cell(""),), selectable=False))
        shown = ""
        for number, item in enumerate(self._items):
            becomes = Cell(
                f"   becomes a {GROUPS[item.group]}" if item.group != shown else "", "muted", wrap=True
            )
            label = item.group if item.group != shown else ""
            text = (Cell(preview(item, self._workbook.now), wrap=True), becomes)
            rows.append(Row(("item", number), (Cell(label, "accent"), text), selectable=False))
            shown = item.group
        self._list.show(rows)

    def label_of(self, each: Action) -> str:
        """Enter carries on."""
        return "carry on" if each.id == "take" else super().label_of(each)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Enter, or a double click."""
        event.stop()
        self.attempt(self.do_take)

    def do_take(self) -> None:
        """Carry on into the release under the cursor."""
        key = self._list.cursor_key
        if isinstance(key, Address):
            self._carry(key, "", {})
            self._leave(None)
        elif key == _NEW:
            self._ask()

    def _ask(self) -> None:
        def keep(answers: dict[str, Value | None]) -> None:
            """Carry on into a release of that name."""
            title, planned = answers["title"], answers["planned"]
            fields: dict[str, Value] = {"planned": planned} if planned is not None else {}
            self._carry(None, str(title or ""), fields)

        title = LineEditor(example="Saved cards")
        planned = DateEditor(now=self._workbook.now)
        asks = [Asked("title", "Release", title), Asked("planned", "Planned for", planned)]
        self.app.push_screen(AskScreen("What ships next?", asks, keep, does="carry on"), self._leave)

    def _leave(self, _result: None) -> None:
        """Go to the release that goes on, once it is there."""
        if self._to is not None:
            self.dismiss(self._to)

    def _carry(self, into: Address | None, title: str, fields: dict[str, Value]) -> None:
        draft = self._workbook.draft()
        to = carry(draft, self._release, self._items, into=into, title=title, fields=fields)
        name = title_of(draft.tree, to)
        self._workbook.do(draft.change(f'Carry on into "{name}"'))
        count = len(self._items)
        say(self, f"{counted(count, 'thing goes', 'things go')} on in {name}. u takes it back")
        self._to = to

    def do_close(self) -> None:
        """Nothing is carried on."""
        self.dismiss(None)
