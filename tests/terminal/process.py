"""What the operating system tells about a program in a terminal."""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

ESCAPE_DELAY = 20
"""Milliseconds after which a program takes a lone ESC for the key (Textual and ncurses read ESCDELAY)."""
_OTHERS = ("COLUMNS", "LINES", "TMUX", "TERM_PROGRAM", "CI", "COLORFGBG", "NO_COLOR")
"""Variables that describe another terminal than ours."""


def environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    """This process's environment, as of a plain xterm with 24-bit colours.

    Args:
        changes: variables to set on top; None removes one.
    """
    env = {name: value for name, value in os.environ.items() if name not in _OTHERS}
    env |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "ESCDELAY": str(ESCAPE_DELAY)}
    env.setdefault("LANG", "C.UTF-8")
    if paths := env.get("PYTHONPATH"):  # the program may run in another folder
        env["PYTHONPATH"] = os.pathsep.join(str(Path(path).resolve()) for path in paths.split(os.pathsep))
    env |= {name: value for name, value in changes.items() if value is not None}
    return {name: value for name, value in env.items() if changes.get(name, value) is not None}


def family(pid: int) -> Iterator[int]:
    """A process and its descendants; nothing where there is no /proc."""
    waiting = [pid]
    while waiting:
        yield (parent := waiting.pop())
        for children in Path(f"/proc/{parent}/task").glob("*/children"):
            with suppress(OSError):  # it ended meanwhile
                waiting += [int(child) for child in children.read_text().split()]


def is_busy(pid: int) -> bool:
    """Whether a thread of the process or of a descendant runs or waits for a core or the disk.

    Where there is no /proc the answer is no, and silence alone has to do.
    """
    for member in family(pid):
        for stat in Path(f"/proc/{member}/task").glob("*/stat"):
            with suppress(OSError):  # it ended meanwhile
                if stat.read_text().rpartition(") ")[2][:1] in "RD":
                    return True
    return False


def peak_memory(pid: int) -> float:
    """MiB of memory that the process and its descendants have held at most; 0 where there is no /proc."""
    peak = 0
    for member in family(pid):
        with suppress(OSError):  # it ended meanwhile
            lines = Path(f"/proc/{member}/status").read_text().splitlines()
            peak += sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
    return peak / 1024


def cpu_seconds(pid: int) -> float:
    """CPU seconds that the process and its descendants have used; 0 where there is no /proc."""
    ticks = 0
    for member in family(pid):
        with suppress(OSError):  # it ended meanwhile
            fields = Path(f"/proc/{member}/stat").read_text().rpartition(") ")[2].split()
            ticks += int(fields[11]) + int(fields[12])  # user and system
    return ticks / os.sysconf("SC_CLK_TCK")
