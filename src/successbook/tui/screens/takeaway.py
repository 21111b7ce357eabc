"""What others may see: lines picked one by one at the left, the page as they will read it at the right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import ModalScreen

from successbook.sharing.takeaway import Pickable, Picking, TakenPage
from successbook.tree import Address
from successbook.tui.actions import Action
from successbook.tui.dispatch import bindings_for, say
from successbook.tui.screens.anywhere import Anywhere
from successbook.tui.upward import app_of
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.heading import TitleLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.pick_list import PickList
from successbook.tui.widgets.rows import Cell, Column, Row, RowList

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["TakeawayScreen"]

_EMPTY_PAGE: Final = (
    "Nobody sees anything.\n\nSpace picks the line under the cursor; this is the page as others will read it."
)
_EMPTY_LIST: Final = "Nothing was written in this session yet. Esc goes back."
_BESIDE: Final = 76
"""Columns from which on the page stands beside the lines."""
_COLUMNS: Final = (Column(at_most=5, firm=True), Column(grow=True))


class TakeawayScreen(Anywhere, ModalScreen[None]):
    """Picks lines one by one, and writes or copies the page of what was picked.

    Args:
        workbook: the open notebook.
        picking: what there is to pick from: a session, or all of them.
    """

    SCOPE = "taking"
    BINDINGS = bindings_for("taking")

    def __init__(self, workbook: Workbook, picking: Picking) -> None:
        super().__init__(classes="over boarding")
        self._workbook, self._picking = workbook, picking
        self._picked: set[Address] = set()
        self._found = picking.found()
        self._lines = PickList(columns=_COLUMNS, empty=_EMPTY_LIST)
        self._page = RowList(columns=(Column(grow=True),), empty=_EMPTY_PAGE, mark_away=False)

    def compose(self) -> ComposeResult:
        """The lines, and the page."""
        yield TitleLine(self._workbook.title, place="what others may see")
        with Container(classes="taking--both"):
            yield Panel(self._lines, question="What may others see?", classes="taking--lines")
            yield Panel(self._page, question="As they read it", classes="taking--page")
        yield KeyLine()

    def on_mount(self) -> None:
        """Fill both."""
        self._fill()
        self._lines.focus()

    def on_resize(self, event: events.Resize) -> None:
        """The page below the lines where both beside each other would be columns of a few words."""
        self.set_class(event.size.width < _BESIDE, "-stacked")

    def _fill(self) -> None:
        self._lines.show(list(_rows(self._found, self._picked)))
        self._page.show(list(self._preview()) if self._picked else [])
        self.query_one(KeyLine).look_again()

    @property
    def _taken(self) -> TakenPage:
        """The page of what is picked."""
        return self._picking.page(self._picked)

    def _preview(self) -> Iterator[Row]:
        page = self._taken
        yield Row("title", (Cell(page.title, "strong", wrap=True),))
        for heading, items in page.parts:
            yield Row(f"gap {heading}", (Cell(""),), selectable=False)
            yield Row(f"heading {heading}", (Cell(heading, "heading"),), selectable=False)
            for each in items:
                yield Row(("page", each.at), (_as_read(each),), indent=1 if each.of is not None else 0)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.do_write_page()

    def why_not(self, action_id: str) -> str | None:
        """Without a picked line there is no page."""
        if action_id in ("write-page", "copy") and not self._picked:
            return "Nothing is picked yet; Space picks a line"
        return None

    def label_of(self, each: Action) -> str:
        """What is copied stands on the screen."""
        return "copy" if each.id == "copy" else super().label_of(each)

    @on(PickList.Picked)
    def _pick(self, event: PickList.Picked) -> None:
        """Pick a line, or no longer; what belongs to it goes with it when it goes."""
        event.stop()
        key = event.row.key
        if not isinstance(key, Address):
            return
        if key in self._picked:
            self._picked -= {key, *(each.at for each in self._found if each.of == key)}
        else:
            self._picked.add(key)
        self._fill()

    def do_picked_only(self) -> None:
        """To the page, and back to the lines."""
        (self._lines if self._page.has_focus else self._page).focus()

    def do_write_page(self) -> None:
        """Ask for a file, and write the page to it."""
        from successbook.tui.screens.page_name import PageNameScreen

        if reason := self.why_not("write-page"):
            say(self, reason, "warning")
            return

        def write(name: str | None) -> None:
            if name:
                self.attempt(lambda: self._write(Path(name)))

        folder = app_of(self).shelf.folder
        self.app.push_screen(PageNameScreen(folder, f"{self._picking.name}.html"), write)

    def _text(self, *, html: bool) -> str:
        from successbook.sharing.taken_page import page_html, page_text

        return page_html(self._taken) if html else page_text(self._taken)

    def _write(self, name: Path) -> None:
        place = self._workbook.write_page(name, self._text(html=name.suffix.lower() in (".html", ".htm")))
        say(self, f"Written: {place}")

    def do_copy(self) -> None:
        """Copy the page as Markdown."""
        self.app.copy_to_clipboard(self._text(html=False))
        say(self, "Copied the page as Markdown: what you picked, and nothing else")

    def do_close(self) -> None:
        """Back to the board."""
        self.dismiss(None)


def _rows(found: list[Pickable], picked: set[Address]) -> Iterator[Row]:
    heading = ""
    for each in found:
        if each.heading != heading:
            if heading:
                yield Row(f"gap {each.heading}", (Cell(""),), selectable=False)
            heading = each.heading
            yield Row(f"heading {heading}", (Cell(heading, "heading"),), selectable=False)
        box = f"{'  ' if each.of is not None else ''}{'[x]' if each.at in picked else '[ ]'}"
        words = (Cell(f"{each.about}: ", "muted", wrap=True), Cell(each.text, wrap=True))
        yield Row(each.at, (Cell(box, "strong" if each.at in picked else "muted"), words))


def _as_read(each: Pickable) -> tuple[Cell, Cell]:
    """A thing in the words of the page: a line with what is said of it, all else after its label."""
    if each.standing is not None:
        return Cell(each.text, "strong", wrap=True), Cell(f"  {each.about}", "muted", wrap=True)
    return Cell(f"{each.label}: ", "muted", wrap=True), Cell(each.text, wrap=True)
