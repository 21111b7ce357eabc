"""What is shown when the program itself makes a mistake: where it happened, and nothing of what people wrote.

Textual would show the local variables, and in them whole plans and notebooks. People copy such a report into
a ticket; a notebook must not travel with it.
"""

from __future__ import annotations

import os
import traceback
from pathlib import Path
from typing import Final

__all__ = ["discreet_report"]

_PACKAGE: Final = Path(__file__).parent.parent


def discreet_report(error: BaseException) -> str:
    """The kind of error, and the lines of code that led to it; neither its message nor any value."""
    lines = [f"successbook made a mistake and stopped: {type(error).__name__}. What you did is on the disk."]
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        name = path.relative_to(_PACKAGE).as_posix() if path.is_relative_to(_PACKAGE) else path.name
        lines.append(f"  {name}:{frame.lineno} in {frame.name}")
    return os.linesep.join(lines)
