"""Measure programs in a terminal as a person feels them.

Each run starts a program in a fresh pseudo-terminal. Rounds are interleaved (A B C A B C ...), so that noise
of the machine falls on all alike, and results are read as ratios to another case of the same round.
"""

import re
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.terminal import Terminal, encode
from tests.terminal.process import cpu_seconds, peak_memory

_QUIET = 0.06
"""Seconds of silence after which the answer to a key is complete."""
_REST = 2.0
"""Seconds of silence after which what a start still did in the background is done."""
_PATIENCE = 1.0
"""Seconds that a program has to begin its answer."""


@dataclass(frozen=True)
class Case:
    """A program and what is done with it.

    Attributes:
        name: how the table of results refers to it.
        command: the program and its arguments.
        shown: patterns; the time until each is on the screen is measured. The last one means ready.
        before: keys that are not measured, on the way to what is.
        keys: keys that are measured one by one, and then all at once as a held key.
        idle: seconds without input for which the CPU use is measured.
        leave: the keys that end the program; the time from the last one on is measured.
        expect: a pattern that must be on the screen before the measured keys: is it the right screen?
        env: variables to set.
        prepare: something to do before each run.
    """

    name: str
    command: Sequence[str | Path]
    shown: tuple[str, ...]
    before: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    idle: float = 0
    leave: tuple[str, ...] = ("q",)
    expect: str = ""
    env: Mapping[str, str | None] = field(default_factory=dict)
    prepare: Callable[[], None] = lambda: None


@dataclass
class Result:
    """What one run of one case took.

    Attributes:
        shown: milliseconds from the start until each pattern was on the screen.
        keys: milliseconds from a key until the screen's text was final, for each key.
        silent: how many keys nothing answered.
        held: milliseconds for a key when all are sent at once; None without keys.
        memory: MiB held at most.
        idle: percent of a core used without input; None if not measured.
        leave: milliseconds from the last key to the end of the process.
    """

    shown: list[float]
    keys: list[float]
    silent: int
    held: float | None
    memory: float
    idle: float | None
    leave: float


def run(case: Case, size: tuple[int, int] = (120, 40)) -> Result:
    """Run a case once.

    Raises:
        AssertionError: something expected did not come to the screen, or the program failed.
    """
    case.prepare()
    with Terminal(case.command, size=size, env=case.env) as terminal:
        shown = _until_shown(terminal, case.shown)
        terminal.settle(0.3)
        terminal.press(*case.before)
        if case.expect:
            terminal.wait_for(case.expect, timeout=5)
        terminal.settle(0.3)
        pressed = [_press(terminal, encode(key)) for key in case.keys]
        held = _hold(terminal, case.keys) if case.keys else None
        idle = _idle(terminal, case.idle) if case.idle else None
        memory = peak_memory(terminal.pid)
        terminal.press(*case.leave[:-1])
        start = time.perf_counter()
        terminal.send(encode(case.leave[-1]))
        status = terminal.wait_end()
        leave = _ms(time.perf_counter() - start)
        assert status == 0, f"{case.name} ended with {status}:\n{terminal.screen}"
    keys = [taken for taken in pressed if taken is not None]
    return Result(shown, keys, len(pressed) - len(keys), held, memory, idle, leave)


def rounds(
    cases: Sequence[Case], count: int, warm: int = 1, say: Callable[[str], None] = print
) -> dict[str, list[Result]]:
    """Run all cases `count` times, interleaved, after `warm` rounds that do not count.

    A case that fails is told about and left out of the answer.
    """
    results: dict[str, list[Result]] = {case.name: [] for case in cases}
    for number in range(-warm, count):
        for case in cases:
            if case.name not in results:
                continue
            try:
                result = run(case)
            except AssertionError as error:
                say(f"{case.name}: {error}")
                del results[case.name]
                continue
            if number >= 0:
                results[case.name].append(result)
    return results


def ratio(
    results: Sequence[Result],
    base: Sequence[Result],
    look: Callable[[Result], float],
    base_look: Callable[[Result], float],
) -> float:
    """The median over the rounds of how much more a case took than the base did in the same round."""
    pairs = zip(results, base, strict=True)
    return statistics.median(look(mine) / base_look(yours) for mine, yours in pairs)


def noise() -> float:
    """How unsteady the machine is: the slowest of 15 equal pieces of work, as a ratio to the median."""
    times = []
    for _ in range(15):
        start = time.perf_counter()
        sum(number * number for number in range(300_000))
        times.append(time.perf_counter() - start)
    return max(times) / statistics.median(times)


def _ms(seconds: float) -> float:
    return seconds * 1000


def _until_shown(terminal: Terminal, patterns: tuple[str, ...], limit: float = 30) -> list[float]:
    """Milliseconds until each pattern was on the screen; drawing waits for quiet moments."""
    found: dict[str, float] = {}
    while len(found) < len(patterns):
        came = terminal.read(0.025)
        now = time.perf_counter()
        if terminal.undrawn and (came is None or now - terminal.undrawn[0][0] > 0.4):
            for stamp, text in terminal.draw_stepwise():
                for pattern in patterns:
                    if pattern not in found and re.search(pattern, text):
                        found[pattern] = _ms(stamp - terminal.started)
        missing = [pattern for pattern in patterns if pattern not in found]
        assert not missing or now - terminal.started < limit, f"no {missing} in:\n{terminal.screen}"
        assert not missing or terminal.is_open, f"it ended before {missing}:\n{terminal.screen}"
    return [found[pattern] for pattern in patterns]


def _press(terminal: Terminal, key: bytes) -> float | None:
    """Milliseconds from a key until the screen's text was final; None if nothing answered."""
    before = terminal.screen
    start = time.perf_counter()
    terminal.send(key)
    if not _listen(terminal, start):
        return None
    final = terminal.undrawn[0][0]  # an answer that changes no text, only colours
    for stamp, text in terminal.draw_stepwise():
        if text != before:
            final, before = stamp, text
    return _ms(final - start)


def _hold(terminal: Terminal, keys: tuple[str, ...]) -> float:
    """Milliseconds a key takes when all come at once, as from a key held down."""
    terminal.draw()
    start = time.perf_counter()
    terminal.send(b"".join(encode(key) for key in keys))
    last = _listen(terminal, start, quiet=0.3)
    return _ms((last or start) - start) / len(keys)


def _listen(terminal: Terminal, start: float, quiet: float = _QUIET) -> float | None:
    """Read until silence; when the last byte came, or None if none did."""
    last = terminal.undrawn[-1][0] if terminal.undrawn else None
    while came := terminal.read(quiet if last else start + _PATIENCE - time.perf_counter()):
        last = came[0]
    return last


def _idle(terminal: Terminal, seconds: float) -> float:
    """Percent of a core that the program uses without input, once it has come to rest."""
    terminal.settle(_REST)
    start, used = time.perf_counter(), cpu_seconds(terminal.pid)
    while time.perf_counter() - start < seconds:
        terminal.read(0.1)
    return (cpu_seconds(terminal.pid) - used) / (time.perf_counter() - start) * 100
