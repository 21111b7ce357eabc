"""Fields of a few lines in a dialogue or a question, where Enter goes on and F4 begins a new line."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from successbook.tui.actions import Action
from successbook.tui.widgets.editors.prose import LinesEditor, ProseEditor

__all__ = ["GoingOn", "LinesGoingOn"]


class GoingOn(ProseEditor):
    """Prose of three lines in which Enter goes on."""

    LINES = 3
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "run('keep')", show=False, priority=True)]

    def label_of(self, each: Action) -> str:
        """Enter is no new line here."""
        return self.words.get(each.id, each.label)


class LinesGoingOn(GoingOn, LinesEditor):
    """A list of two lines in which Enter goes on; F4 begins another item."""

    LINES = 2
