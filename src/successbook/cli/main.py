"""From the words on the command line to an exit code; no error passes here as a traceback."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from successbook import __version__
from successbook.cli import output
from successbook.errors import SuccessbookError, UsageError

__all__ = ["COMMANDS", "main"]

COMMANDS: Final = {
    "demo": "Look around in a sample plan, in a scratch copy",
    "new": "Start a plan in a folder",
    "check": "Say what is wrong with the files of plans",
    "show": "Print a part of a plan",
    "set": "Give a field a value",
    "add": "Add a record",
    "remove": "Take a record or a value away",
    "export": "Write a plan, or a part of it, for others",
    "import": "Take cases, results or readings over from a spreadsheet",
    "fmt": "Put the files of a plan into their one layout",
    "takeaway": "Write what you picked of a session as a page for others",
    "card": "Print the coach's card of a session",
    "schema": "Print the JSON Schema of a kind, a file or a plan",
    "where": "Print the folders that successbook uses",
    "keys": "Print every key and what it does",
    "themes": "Print the themes there are",
}
"""Every command with its one line of help; each lives in the module of its name."""

FINE: Final = 0
CANNOT: Final = 2
INTERRUPTED: Final = 130
_NO_PLUGINS: Final = ("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""Plugins of pydantic would run code from any package that is installed; looking for them takes time."""
_TRACEBACK: Final = "SUCCESSBOOK_TRACEBACK"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: the words after the program's name; those of the process by default.

    Returns:
        the exit code.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    output.prepare()
    os.environ.setdefault(*_NO_PLUGINS)
    gc.disable()  # a command lives for a moment: looking for garbage meanwhile takes a tenth of it
    try:
        code = _guarded(lambda: _run(given))
        return max(code, _guarded(_finish))
    finally:
        gc.enable()


def _finish() -> int:
    output.finish()
    return FINE


def _guarded(work: Callable[[], int]) -> int:
    """What `work` returns; any error becomes one line and an exit code."""
    try:
        return work()
    except SuccessbookError as error:
        output.talk(f"successbook: {error}")
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        place = f"{os.fsdecode(error.filename)}: " if error.filename else ""
        output.talk(f"successbook: {place}{error.strerror or error}")
    except Exception as error:  # the outermost boundary: people get a line, never a traceback
        if os.environ.get(_TRACEBACK):
            raise
        what = f"{type(error).__name__} in {_place(error)}"
        output.talk(
            f"successbook: a mistake of successbook itself: {what}; with {_TRACEBACK}=1 it shows all it knows"
        )
    return CANNOT


def _place(error: BaseException) -> str:
    """The line of code where it happened; not its message, in which words of a notebook may stand."""
    from traceback import extract_tb

    last = extract_tb(error.__traceback__)[-1]
    return f"{Path(last.filename).name}:{last.lineno}"


def _run(given: list[str]) -> int:
    if given == ["--version"]:
        output.data(f"successbook {__version__}")
        return FINE
    first = given[0] if given else ""
    if first in COMMANDS or (first.startswith("-") and first not in ("-", "--")):
        from successbook.cli.group import run_command

        return run_command(given)
    paths = given[1:] if first == "--" else given
    if len(paths) > 1:
        what = "the app opens one path at a time" if first == "--" else f'"{first}" is no command'
        raise UsageError(what, remedy=_commands_like(first))
    return _open_app(paths)


def _open_app(paths: list[str]) -> int:
    """Open the plan or folder named on the command line, or the shelf."""
    from successbook.cli.app import expect_terminal, open_app

    path = Path(paths[0]) if paths else None
    if path is not None and not os.path.lexists(paths[0]):
        raise UsageError(
            "there is no such folder or command", where=str(path), remedy=_commands_like(paths[0])
        )
    expect_terminal()
    return open_app(path)


def _commands_like(word: str) -> str:
    from successbook.plan.near import did_you_mean

    return did_you_mean(word, COMMANDS, "see successbook --help")
