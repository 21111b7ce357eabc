"""Opening the app, the one thing that needs a terminal and Textual."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from successbook.errors import UsageError

__all__ = ["expect_terminal", "open_app"]


def expect_terminal() -> None:
    """Let a person be there: the app draws on a terminal and reads keys from it.

    Raises:
        UsageError: stdin or stdout is a file, a pipe or closed.
    """
    for name, stream in (("stdin", sys.stdin), ("stdout", sys.stdout)):
        if stream is None or stream.closed or not stream.isatty():
            raise UsageError(
                f"the app needs a terminal, and {name} is none",
                remedy="in a script use successbook show, check, set, add or remove",
            )


def open_app(path: Path | None) -> int:
    """Open the app on a plan, a folder of plans, or the shelf; its exit code."""
    # A key is answered with the next picture; Textual draws sixty a second unless told otherwise.
    os.environ.setdefault("TEXTUAL_FPS", "120")
    from successbook.tui.app import run

    gc.enable()
    return run(path)
