"""The table: what is measured, what it must not exceed, and what it is."""

import math
import statistics
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks import in_process
from benchmarks.cases import SUCCESSBOOK, Plans
from benchmarks.matrix import moving, opening
from benchmarks.terminal_bench import Result, ratio

Runs = dict[str, list[Result]]

HEADING = f"{'what':<54}{'bar':>8}    {'measured':>9}"


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes:
        what: what is measured.
        bar: what it must not exceed.
        measured: what it is; None when its case failed.
        unit: x for ratios, or ms, %.
        aside: absolute numbers, for the reader.
    """

    what: str
    bar: float
    measured: float | None
    unit: str = "x"
    aside: str = ""

    def __str__(self) -> str:
        start = f"{self.what:<54}{self.bar:8.2f} {self.unit:<3}"
        if self.measured is None:
            return f"{start}{'-':>9}     could not be measured"
        verdict = "ok" if self.measured <= self.bar else "over"
        return f"{start}{self.measured:9.2f} {self.unit:<3} {verdict:<6}{self.aside}"


def shown(index: int) -> Callable[[Result], float]:
    """The time until a case's pattern was on the screen."""
    return lambda result: result.shown[index]


def key(result: Result) -> float:
    """The median time of a key."""
    return statistics.median(result.keys)


def held(result: Result) -> float:
    """The time of a key that is held down."""
    return result.held or math.nan


def memory(result: Result) -> float:
    """The memory held at most."""
    return result.memory


def leave(result: Result) -> float:
    """The time to leave."""
    return result.leave


def compare(
    runs: Runs,
    what: str,
    bar: float,
    look: Callable[[Result], float],
    case: str,
    base: str = "hello",
    base_look: Callable[[Result], float] | None = None,
) -> Row:
    """A row for the ratio of one case to another, each looked at in its way."""
    if case not in runs or base not in runs:
        return Row(what, bar, None)
    base_look = base_look or look
    mine = statistics.median(look(result) for result in runs[case])
    yours = statistics.median(base_look(result) for result in runs[base])
    return Row(what, bar, ratio(runs[case], runs[base], look, base_look), aside=f"{mine:.1f} to {yours:.1f}")


def absolute(
    runs: Runs, what: str, bar: float, unit: str, case: str, look: Callable[[list[Result]], float]
) -> Row:
    """A row for a number that is no ratio."""
    return Row(what, bar, look(runs[case]) if case in runs else None, unit)


def idle(results: list[Result]) -> float:
    """The median CPU use without input, in percent of a core."""
    return statistics.median(result.idle or 0 for result in results)


def slowest(result: Result) -> float:
    """The 95th percentile of one run's keys, in milliseconds."""
    return sorted(result.keys)[math.ceil(0.95 * len(result.keys)) - 1]


def large_start(runs: Runs) -> Row:
    """What 2,000 records add to the start of the demo, to parsing their files in the same round."""
    what = "value on the screen, 2,000 records: more than the demo's"
    if not {"demo", "large", "parse, 2000"} <= set(runs):
        return Row(what, 1.3, None)
    more = [shown(1)(mine) - shown(1)(demo) for mine, demo in zip(runs["large"], runs["demo"], strict=True)]
    parse = [shown(1)(each) - shown(0)(each) for each in runs["parse, 2000"]]
    taken = [mine / bare for mine, bare in zip(more, parse, strict=True)]
    aside = f"{statistics.median(more):.0f} to tomllib's {statistics.median(parse):.0f}"
    return Row(what, 1.3, statistics.median(taken), aside=aside)


def terminal_rows(runs: Runs) -> list[Row]:
    """What a person feels."""
    return [
        compare(runs, "frame on the screen, demo", 1.35, shown(0), "demo"),
        compare(runs, "value on the screen, demo", 2.0, shown(1), "demo", base_look=shown(0)),
        large_start(runs),
        compare(runs, "move in the outline, median", 5, key, "move, 100"),
        # 16 ms where a bare app's slow keys take 3.2: the same bar on a machine of any speed
        compare(runs, "move in the outline, 95th percentile", 5, slowest, "move, 100"),
        compare(runs, "move, 2,000 records to 100", 1.3, key, "move, 2000", "move, 100"),
        compare(runs, "move, 2,000 records, to a bare Tree of them", 4, key, "move, 2000", "tree, 2000"),
        compare(runs, "memory, 2,000 records, to a bare Tree of them", 2, memory, "move, 2000", "tree, 2000"),
        compare(runs, "move, key held down", 10, held, "move, 100"),
        compare(runs, "typing in a field, median", 1.5, key, "type"),
        compare(runs, "typing in a field, key held down", 10, held, "type"),
        compare(runs, "peak memory, demo", 1.8, memory, "demo"),
        compare(runs, "peak memory, 2,000 records", 2.5, memory, "move, 2000"),
        absolute(runs, "CPU without input, demo", 1, "%", "demo", idle),
        absolute(runs, "CPU without input, 2,000 records", 1, "%", "move, 2000", idle),
        compare(runs, "leaving", 1.25, leave, "demo"),
        compare(runs, "opening the matrix, 1,000 cases by 10 testers", 40, opening, "matrix", base_look=key),
        compare(runs, "key in the matrix, 1,000 cases by 10 testers", 5, moving, "matrix", base_look=key),
    ]


def other_rows(plans: Plans) -> list[Row]:
    """What happens behind the screen."""
    took = in_process.worked_out(plans.large)
    loop = took["calibration"]

    def row(what: str, bar: float, part: str) -> Row:
        """A row for the time of a part, in that of a loop of plain Python in the same run."""
        return Row(what, bar, took[part] / loop, aside=f"{took[part]:.1f} ms to {loop:.1f} of plain Python")

    return [
        row("page after an edit, 2,000 records", 6, "page"),
        row("rows of the goals after an edit, 2,000 records", 6, "goals"),
        row("rows of the acceptance test, 4,500 results", 4, "uat"),
        row("what is due, 2,000 records", 6, "due"),
        row("findings of check, 2,000 records", 30, "check"),
        Row("save of one edit, 2,000 records", 10, in_process.save_one_edit(plans.large), "ms"),
        Row(
            "check of the demo, to Python with pydantic and parse",
            2.5,
            in_process.command_ratio((*SUCCESSBOOK, "check", plans.demo), plans.demo),
        ),
    ]
