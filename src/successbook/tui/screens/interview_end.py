"""What was said, after the last question: a line that leads on, and each question, to be answered anew."""

from __future__ import annotations

from successbook.guides.interview import Interview
from successbook.guides.missing import Missing
from successbook.tui.screens.interview_words import CLOSING_COLUMNS, closing_rows
from successbook.tui.widgets.rows import RowList

__all__ = ["CLOSE", "WhatWasSaid"]

CLOSE, _SEE_PLAN = "close", "see the plan"
"""Where Enter leads at the end: after what was missing, and after the ten questions."""


class WhatWasSaid(RowList):
    """The page at the end.

    Args:
        interview: the walk that it is about.
    """

    def __init__(self, interview: Interview | Missing) -> None:
        super().__init__(columns=CLOSING_COLUMNS)
        self._interview = interview
        self._on = _SEE_PLAN if isinstance(interview, Interview) else CLOSE

    def show_said(self) -> None:
        """Show what was said as it stands now."""
        self.show(closing_rows(self._interview.closing, self._interview.said(), self._on))

    @property
    def chosen(self) -> int:
        """The number of the question under the cursor; 0 on the line that leads on."""
        key = self.cursor_key
        return key[1] if isinstance(key, tuple) else 0

    @property
    def does(self) -> str:
        """What Enter does with the line under the cursor."""
        return "correct it" if self.chosen else self._on
