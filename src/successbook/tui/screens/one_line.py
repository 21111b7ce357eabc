"""A dialogue in which one line is written, and Enter goes on with it."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

from textual import on
from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import Input

from successbook.tui.actions import Action
from successbook.tui.dispatch import Acts, bindings_for

__all__ = ["OneLineDialogue"]


class OneLineDialogue(Acts, ModalScreen[ScreenResultType]):
    """A screen with one `Input`, small and in the middle."""

    SCOPE = "naming"
    BINDINGS = bindings_for("naming")
    ENTER: ClassVar[str] = "go on"
    """What Enter does, in a word or two."""

    def __init__(self) -> None:
        super().__init__(classes="over -see-through -centred")

    @property
    def said(self) -> str:
        """What stands in the line, without blanks around it."""
        return self.query_one(Input).value.strip()

    def on_mount(self) -> None:
        """Write at once."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.do_take()

    def label_of(self, each: Action) -> str:
        """Enter does what this dialogue is for."""
        return self.ENTER if each.id == "take" else super().label_of(each)

    @abstractmethod
    def do_take(self) -> None:
        """Go on with what was written, if it can be used."""
