"""Taking back and doing again, wherever these keys work: what is said then, and why it cannot be now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.dom import DOMNode

from successbook.text import one_line
from successbook.tui.dispatch import say

if TYPE_CHECKING:
    from successbook.tree import Change
    from successbook.workbook import Workbook

__all__ = ["say_done_again", "say_taken_back", "why_not_take_back"]


def say_taken_back(node: DOMNode, change: Change) -> None:
    """Say which change was taken back, and how it comes again."""
    say(node, f"Taken back: {one_line(change.label)}. U does it again")


def say_done_again(node: DOMNode, change: Change) -> None:
    """Say which change was done again."""
    say(node, f"Done again: {one_line(change.label)}")


def why_not_take_back(action_id: str, workbook: Workbook) -> str | None:
    """Why one of these actions cannot run now, a sentence; None when it can, and for all other actions."""
    match action_id:
        case "undo" if not workbook.history.done:
            return "There is nothing to take back"
        case "redo" if not workbook.history.undone:
            return "Nothing was taken back"
        case "save-again" if workbook.saved.kind != "failed":
            return "Everything is saved"
    return None
