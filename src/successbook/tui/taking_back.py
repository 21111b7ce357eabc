"""Why there is nothing to take back, to do again or to save again, wherever these keys work."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["why_not_take_back"]


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
