"""A program in a pseudo-terminal, driven by keys and read as a screen."""

import os
import re
import resource
import select
import signal
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import ptyprocess

from tests.terminal.keys import encode
from tests.terminal.process import environment, is_busy
from tests.terminal.screen import Screen

Found = TypeVar("Found")

_QUIET = 0.04
"""Seconds of silence, with the program asleep, after which its answer to a key is complete."""
_QUIET_AFTER_ESC = 0.15
"""After ESC it takes longer: Textual looks only every 0.1 s whether a lone ESC has waited for ESCDELAY."""

# Questions that programs ask a terminal, and what a plain xterm answers.
_ANSWERS = tuple(
    (re.compile(question), answer)
    for question, answer in (
        (rb"\x1b\[0?c", b"\x1b[?62;22c"),
        (rb"\x1b\[>0?c", b"\x1b[>0;276;0c"),
        (rb"\x1b\[5n", b"\x1b[0n"),
        (rb"\x1b\[\?(2026)\$p", b"\x1b[?%s;2$y"),
        (rb"\x1b\[\?(?!2026\$)(\d+)\$p", b"\x1b[?%s;0$y"),
        (rb"\x1b\](1[012]);\?(?:\x07|\x1b\\)", b"\x1b]%s;rgb:1e1e/1e1e/1e1e\x1b\\"),
    )
)
_WHERE = re.compile(rb"\x1b\[6n")


class Terminal:
    """A program in a terminal of its own; leave the `with` block and it is gone.

    Nothing here sleeps for a fixed time: keys are followed by waiting until the program is silent and
    asleep, and `wait_for` until something is on the screen. Output is kept with the time at which it came
    and drawn only when somebody looks, so that benchmarks may read the times undisturbed.

    Args:
        command: the program and its arguments.
        size: columns and rows.
        env: variables to set, on top of this process's; a value of None removes one.
        cwd: the folder to run in.
    """

    def __init__(
        self,
        command: Sequence[str | Path],
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str | None] | None = None,
        cwd: Path | None = None,
    ) -> None:
        columns, rows = size
        self._screen = Screen(columns, rows, coloured=False)
        self._cells = Screen(columns, rows)
        self._coloured = 0  # pieces of output that are drawn with their colours
        self._resized: list[tuple[int, int, int]] = []  # after how many pieces, and to what
        self.undrawn: list[tuple[float, bytes]] = []
        """Output that nobody has looked at yet, with the time at which it came."""
        self._output: list[bytes] = []
        self._unanswered = b""
        self.is_open = True
        """Whether the program may still write: false once it has closed its end of the terminal."""
        self.status: int | None = None
        """How the program ended: its exit status, or minus the number of the signal; None while it runs."""
        self.usage: resource.struct_rusage | None = None
        """What the program used, children included; None while it runs."""
        self.started = time.perf_counter()
        self._process = ptyprocess.PtyProcess.spawn(
            [str(part) for part in command],
            env=environment(env or {}),
            dimensions=(rows, columns),
            cwd=None if cwd is None else str(cwd),
        )
        self.pid: int = self._process.pid
        self._fd: int = self._process.fd

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # What it shows

    @property
    def lines(self) -> list[str]:
        """The screen's rows as text, without blanks at their ends."""
        self.draw()
        return self._screen.lines

    @property
    def screen(self) -> str:
        """The screen as text."""
        self.draw()
        return self._screen.text

    @property
    def cells(self) -> Screen:
        """The screen with colours, cursor and modes, drawn up to now."""
        while self._resized:
            pieces, columns, rows = self._resized.pop(0)
            self._draw_cells(pieces)
            self._cells.resize(columns, rows)
        self._draw_cells(len(self._output))
        return self._cells

    def _draw_cells(self, pieces: int) -> None:
        self._cells.feed(b"".join(self._output[self._coloured : pieces]))
        self._coloured = pieces

    @property
    def raw(self) -> bytes:
        """Every byte the program has written."""
        return b"".join(self._output)

    # What a person does

    def press(self, *keys: str) -> None:
        """Press keys one after the other, letting the program answer each.

        Args:
            keys: `Down`, `Enter`, `F3`, `C-p`, `Tab*3`, or text to type (see `keys.encode`).
        """
        for key in keys:
            self.send(encode(key))
            self.settle(_QUIET_AFTER_ESC if key == "Esc" else _QUIET)

    def type(self, text: str) -> None:
        """Type text letter by letter, whatever it says."""
        self.send(text.encode())
        self.settle()

    def paste(self, text: str) -> None:
        """Paste text: bracketed, if the program has asked for that."""
        data = text.encode()
        self.send(b"\x1b[200~" + data + b"\x1b[201~" if 2004 in self.cells.modes else data)
        self.settle()

    def click(self, pattern: str) -> None:
        """Click on the first cell of what the pattern finds on the screen."""
        for row, line in enumerate(self.lines, 1):
            if match := re.search(pattern, line):
                column = match.start() + 1
                self.send(f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m".encode())
                self.settle()
                return
        raise AssertionError(self._report(f"nothing to click at: no {pattern!r}"))

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, as dragging its corner does."""
        self.draw()
        self._process.setwinsize(rows, columns)
        self._screen.resize(columns, rows)
        self._resized.append((len(self._output), columns, rows))
        self.settle()

    def send(self, data: bytes) -> None:
        """Write bytes as they are, reading on meanwhile so that neither side blocks."""
        while data and self.status is None:
            _, writable, _ = select.select([], [self._fd], [], 0.01)
            if writable:
                data = data[os.write(self._fd, data[:1024]) :]
            while self.read(0):
                pass

    # What to wait for

    def wait_for(self, pattern: str, timeout: float = 20) -> re.Match[str]:
        """Wait until a pattern is on the screen.

        Raises:
            AssertionError: it is not there in time or the program has ended; with the screen in the message.
        """
        return self._wait(
            lambda: re.search(pattern, self.screen), f"{pattern!r} is not on the screen", timeout
        )

    def settle(self, quiet: float = _QUIET, timeout: float = 20) -> None:
        """Wait until the program has been silent for `quiet` seconds and sleeps, or has ended."""
        end = time.perf_counter() + timeout
        while self.is_open:
            if not self.read(quiet) and not is_busy(self.pid):
                return
            if time.perf_counter() > end:
                raise AssertionError(self._report(f"not quiet for {quiet} s within {timeout} s"))

    def wait_end(self, timeout: float = 20) -> int:
        """Wait until the program has ended, and tell how: see `status`."""
        end = time.perf_counter() + timeout
        while (status := self._ended()) is None:
            if time.perf_counter() > end:
                raise AssertionError(self._report(f"still running after {timeout} s"))
            if not self.read(0.05) and not self.is_open:
                time.sleep(0.001)  # it has closed its terminal and is about to end
        while self.read(0.05):
            pass
        return status

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send the program a signal, if it still runs."""
        if self.status is None:
            os.kill(self.pid, number)

    def close(self) -> None:
        """End the program, if it still runs, and give the terminal back."""
        if self._process.closed:
            return
        self.kill(signal.SIGKILL)
        self._ended(0)
        self._process.terminated, self._process.delayafterclose = True, 0
        self._process.close()
        self.is_open = False

    # The wire

    def read(self, wait: float) -> tuple[float, bytes] | None:
        """One piece of output and when it came, or None after `wait` seconds of silence or at the end."""
        if not self.is_open or not select.select([self._fd], [], [], max(0, wait))[0]:
            return None
        now, data = time.perf_counter(), b""
        with suppress(OSError):  # EIO: the program has closed its end
            data = os.read(self._fd, 1 << 16)
        if not data:
            self.is_open = False
            return None
        self.undrawn.append((now, data))
        self._output.append(data)
        self._answer(data)
        return now, data

    def draw(self) -> None:
        """Draw what has come."""
        self._screen.feed(b"".join(data for _, data in self.undrawn))
        self.undrawn.clear()

    def draw_stepwise(self) -> Iterator[tuple[float, str]]:
        """Draw what has come piece by piece, telling when each came and what the screen said after it."""
        while self.undrawn:
            stamp, data = self.undrawn.pop(0)
            self._screen.feed(data)
            yield stamp, self._screen.text

    def _answer(self, data: bytes) -> None:
        """Answer what the program asks its terminal; a question may come in two pieces."""
        seen, end = self._unanswered + data, 0
        for question, answer in _ANSWERS:
            for match in question.finditer(seen):
                end = max(end, match.end())
                os.write(self._fd, answer % match.groups())
        for match in _WHERE.finditer(seen):
            end = max(end, match.end())
            self.draw()
            cursor = self._screen.grid.cursor
            os.write(self._fd, f"\x1b[{cursor.y + 1};{cursor.x + 1}R".encode())
        self._unanswered = seen[max(end, len(seen) - 40) :]

    def _wait(self, look: Callable[[], Found | None], complaint: str, timeout: float) -> Found:
        end = time.perf_counter() + timeout
        while not (found := look()):
            if not self.is_open:
                self.wait_end()
                raise AssertionError(self._report(f"{complaint}, and the program has ended"))
            if time.perf_counter() > end:
                raise AssertionError(self._report(f"{complaint} after {timeout} s"))
            self.read(0.05)
            while self.read(0):
                pass
        return found

    def _ended(self, options: int = os.WNOHANG) -> int | None:
        if self.status is None:
            pid, status, usage = os.wait4(self.pid, options)
            if pid:
                self.status, self.usage = os.waitstatus_to_exitcode(status), usage
        return self.status

    def _report(self, complaint: str) -> str:
        how = "runs" if self.status is None else f"ended with {self.status}"
        frame = "\n".join(f"|{line}" for line in self.lines)
        return f"{complaint}; the program {how}, and this is the screen:\n{frame}"
