"""A small app to put one widget on, and ways to see what is on the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget

from successbook.tui.frame import Frame
from successbook.tui.widgets.editors import Editor, EditorCard
from successbook.tui.widgets.rows import RowList

HOSTILE: Sequence[str] = (
    "\x1b]52;c;aGFja2Vk\x07",
    "\x9b31m red",
    "[/] [/foo] [bold]a[/red]",
    "[@click=app.quit]x[/]",
    "\u202etxt.exe\u2069 \u061c",
    "nul \x00 del \x7f bell \x07",
    "two\nlines\r\nand\ttab",
)
"""Text that must neither reach the terminal raw nor mean anything to it."""
RAW = frozenset(map(chr, [*range(0x20), *range(0x7F, 0xA0), 0x61C, 0x202E, 0x2069]))


class Stage(Frame):
    """Holds some widgets and notes the messages that reach it."""

    def __init__(
        self,
        *widgets: Widget,
        theme_name: str = "paper-dark",
        themes_folder: Path | None = None,
        keymap: Mapping[str, object] | None = None,
    ) -> None:
        self.kept: list[str] = []
        self.heard: list[Message] = []
        self._widgets = widgets
        super().__init__(
            theme_name=theme_name,
            themes_folder=themes_folder,
            keymap=keymap,
            remember_theme=self.kept.append,
        )

    def compose(self) -> ComposeResult:
        yield from self._widgets

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        self.heard.append(event)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.heard.append(event)

    def on_row_list_marked(self, event: RowList.Marked) -> None:
        self.heard.append(event)

    def on_editor_done(self, event: Editor.Done) -> None:
        self.heard.append(event)

    def on_editor_card_done(self, event: EditorCard.Done) -> None:
        self.heard.append(event)

    def said(self) -> list[str]:
        """The messages shown to the person."""
        return [str(each.message) for each in self._notifications]


def lines(app: Frame) -> list[str]:
    """What is on the screen, line by line, as it goes to the terminal."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


def screen(app: Frame) -> str:
    return "\n".join(lines(app))


def raw(app: Frame) -> set[str]:
    """Control and direction characters that would reach the terminal."""
    return {char for line in lines(app) for char in line if char in RAW}
