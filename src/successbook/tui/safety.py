"""The second layer of safety: whatever a widget drew, no control character reaches the terminal.

The first layer makes such characters visible where text is shown (`successbook.text`). This one looks at
every line on its way out, for the widgets that show text by themselves: an input, a text area, a message.
"""

from __future__ import annotations

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

__all__ = ["ControlFilter"]

_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class ControlFilter(LineFilter):
    """Takes control and direction characters out of drawn lines.

    Textual counts no cell for them, so nothing shifts when they go.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments, cleaned; nothing is copied if nothing is found."""
        del background
        if not any(
            _UNSAFE.search(segment.text)
            for segment in segments
            if not segment.text.isascii() or not segment.text.isprintable()
        ):
            return segments
        return [
            segment if segment.control else Segment(_UNSAFE.sub("", segment.text), segment.style)
            for segment in segments
        ]
