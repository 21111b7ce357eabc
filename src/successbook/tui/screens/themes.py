"""Choosing a theme: it is worn while the cursor is on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.app import ComposeResult
from textual.screen import ModalScreen

from successbook.errors import SettingsError
from successbook.tui.dispatch import Acts, bindings_for, say
from successbook.tui.palettes import Palette, palettes
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Column, Row, RowList

__all__ = ["ThemeScreen"]


class ThemeScreen(Acts, ModalScreen[None]):
    """All themes in a list; the files are read each time it opens, so a changed file is seen.

    Args:
        worn: name of the theme in force.
        folder: the person's own themes.
        wear: looks like a theme from now on.
        keep: called with the name of the theme to remember.
    """

    SCOPE = "themes"
    BINDINGS = bindings_for("themes")

    def __init__(
        self, worn: str, folder: Path | None, wear: Callable[[Palette], None], keep: Callable[[str], None]
    ) -> None:
        super().__init__(classes="over -see-through")
        self._wear, self._keep = wear, keep
        found, self._problems = palettes(folder)
        self._palettes = {each.name: each for each in found}
        self._old = worn

    def compose(self) -> ComposeResult:
        """One small panel; the screen below stays visible."""
        with Panel(question="How should it look?", classes="over--panel -small choosing"):
            yield RowList(columns=[Column(), Column(grow=True)])
        yield KeyLine()

    def on_mount(self) -> None:
        """List the themes, and the files that cannot be used."""
        rows = [
            Row(each.name, (Cell(each.title), Cell(each.about, "muted", wrap=True)))
            for each in self._palettes.values()
        ]
        broken = [
            Row(("problem", at), (Cell(str(error), "bad", wrap=True),), selectable=False)
            for at, error in enumerate(self._problems)
        ]
        self.query_one(RowList).show([*rows, *broken], cursor=self._old)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Try the theme under the cursor on."""
        if event.row is not None:
            self._try(str(event.row.key))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Keep it."""
        del event
        self.do_keep_theme()

    def _try(self, name: str) -> None:
        try:
            self._wear(self._palettes[name])
        except SettingsError as error:
            say(self, str(error), "error")

    def do_keep_theme(self) -> None:
        """Keep the theme under the cursor."""
        key = self.query_one(RowList).cursor_key
        if key is not None:
            self._keep(str(key))
        self.dismiss()

    def do_close(self) -> None:
        """Back to the theme of before."""
        if self._old in self._palettes:
            self._try(self._old)
        self.dismiss()
