"""The verdict pane, right of the cases: what is the verdict, and why?"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on

from successbook.tree import Address
from successbook.tui.actions import Action
from successbook.tui.dispatch import Acts, bindings_for
from successbook.tui.rooms.verdict_rows import ALL, VERDICT_COLUMNS, VerdictKey, headline, verdict_rows
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from successbook.verdicts.acceptance import Acceptance
    from successbook.workbook import Workbook

__all__ = ["VerdictPane"]


class VerdictPane(Acts, Panel):
    """Shows the verdict on an acceptance test.

    Args:
        workbook: the open plan.
        go: shows a record.
        leave: goes back to the cases.
        does: carries out what a line does: ``sign``, ``retest``, or ``answer`` the criterion it is told.
    """

    SCOPE = "verdict"
    BINDINGS = bindings_for("verdict")

    def __init__(
        self,
        workbook: Workbook,
        go: Callable[[Address], None],
        leave: Callable[[], None],
        does: Callable[[str, Address | None], None],
    ) -> None:
        self._list = RowList(columns=VERDICT_COLUMNS)
        super().__init__(self._list, question="Is it accepted?", classes="second of-verdict")
        self._workbook, self._go, self._leave, self._does = workbook, go, leave, does
        self._found: Acceptance | None = None
        self._opened: frozenset[str] = frozenset()

    def fill(self, found: Acceptance) -> None:
        """Show a verdict."""
        if self._found is not None and self._found.uat != found.uat:
            self._opened = frozenset()
        self._found = found
        self.ask(headline(found))
        self._list.show(verdict_rows(self._workbook.tree, found, self._workbook.now, self._opened))

    def _open(self, names: frozenset[str]) -> None:
        """Show what is named whole, and of all else the first few."""
        if names != self._opened and self._found is not None:
            self._opened = names
            self.fill(self._found)

    def focus_list(self) -> None:
        """Put the focus on its lines."""
        self._list.focus()

    @property
    def _key(self) -> VerdictKey | None:
        key = self._list.cursor_key
        return key if isinstance(key, VerdictKey) else None

    def label_of(self, each: Action) -> str:
        """What Enter does on the line under the cursor."""
        if each.id == "go-to-cause" and self._key is not None and self._key.does:
            return "show all" if self._key.does.startswith(ALL) else self._key.does
        return super().label_of(each)

    def in_key_line(self, each: Action) -> bool:
        """Where Enter signs, y need not be named."""
        return each.id != "sign" or self._key is None or self._key.does != "sign"

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()
        self.screen.query_one(KeyLine).look_again()

    @on(RowList.Chosen)
    async def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        await self.action_run("go-to-cause")

    def do_go_to_cause(self) -> None:
        """Go to what the line is about, or do what it says."""
        key = self._key
        if key is not None and key.does.startswith(ALL):
            self._open(self._opened | {key.does.removeprefix(ALL)})
        elif key is not None and key.does:
            self._does(key.does, key.at)
        elif key is not None and key.at is not None:
            self._go(key.at)

    def do_sign(self) -> None:
        """Sign what was tested."""
        self._does("sign", None)

    def do_to_matrix(self) -> None:
        """Back to the cases; of many lines the first few are shown again."""
        self._open(frozenset())
        self._leave()
