"""The chart of a metric: its readings over time, with baseline, target and release days, as lines of text.

`chart_of` gathers what there is to draw, `draw` draws it into cells, `told` says the same in words.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.measured import measure, show
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, readings, words
from successbook.plan.titles import title_of
from successbook.text import counted
from successbook.tree import Address, Tree
from successbook.verdicts.dated import planned_day
from successbook.verdicts.metrics import look_at

__all__ = ["Chart", "Span", "chart_of", "draw", "told"]

Span = tuple[str, str]
"""Text and its role: ``accent`` a reading, ``good`` a target, ``careful`` a release, ``muted`` others."""
_NOTHING: Final = "There is no number to draw yet."
_FURTHEST: Final = dt.timedelta(days=14)
"""How far behind the last reading the chart goes at least, if there is something to show."""


@dataclass(frozen=True, slots=True)
class Chart:
    """What there is to draw.

    Attributes:
        title: the metric.
        unit: its unit.
        points: the readings that are numbers, oldest first.
        silent: the days on which something else than a number was written down, with what it was.
        levels: horizontal lines: number, character, role, and what it is.
        releases: the days on which something ships or shipped, with words.
        first: the first day shown.
        last: the last day shown.
    """

    title: str
    unit: str
    points: tuple[tuple[dt.date, float], ...]
    silent: tuple[tuple[dt.date, str], ...]
    levels: tuple[tuple[float, str, str, str], ...]
    releases: tuple[tuple[dt.date, str], ...]
    first: dt.date
    last: dt.date


def chart_of(tree: Tree, metric: Address, now: Now) -> Chart:
    """What there is to draw of a metric on a day; of a far target only what is near the readings."""
    view, unit = look_at(tree, metric, now), words(tree.table(metric), "unit")
    known = [(on, value) for on, value in readings(tree, metric) if on <= now.date]
    points = tuple((on, float(value.number)) for on, value in known if value.number is not None)
    days = [on for on, _ in known] or [now.date]
    first, last = days[0], max(days[-1], now.date) if len(days) == 1 else days[-1]
    reach = max(_FURTHEST, (last - first) / 2)
    by = view.aim.by if view.aim else None
    far = last + min(reach, dt.date.max - last)
    ships = sorted(_ships(tree))
    ahead = [on for on in (by, *(on for on, _ in ships)) if on is not None and last < on <= far]
    last = max([last, *ahead])
    return Chart(
        title=title_of(tree, metric),
        unit=unit,
        points=points,
        silent=tuple((on, value.state or value.words or "") for on, value in known if value.number is None),
        levels=tuple(_levels(tree, metric, now)),
        releases=tuple((on, said) for on, said in ships if first <= on <= last),
        first=first,
        last=last,
    )


def _ships(tree: Tree) -> list[tuple[dt.date, str]]:
    found = []
    for at in records(tree, KINDS["release"]):
        actual = day(tree.table(at), "actual")
        on = actual or planned_day(tree, at)
        if on is not None:
            found.append((on, f"{title_of(tree, at)} {'shipped' if actual else 'planned'}"))
    return found


def _levels(tree: Tree, metric: Address, now: Now) -> list[tuple[float, str, str, str]]:
    """Baseline, target and limits that are numbers."""
    view, table = look_at(tree, metric, now), tree.table(metric)
    levels = []
    start = measure(table.get("baseline"))
    if start is not None and start.number is not None:
        levels.append((float(start.number), "┄", "muted", f"baseline {view.start}"))
    if view.aim is not None and view.aim.goal is not None and math.isfinite(view.aim.goal):
        by = f" by {short_date(view.aim.by, now.date)}" if view.aim.by else ""
        levels.append((float(view.aim.goal), "─", "good", f"target {view.wanted}{by}"))
    for key, sign in (("at_least", "≥"), ("at_most", "≤")):
        limit = measure(table.get(key))
        if limit is not None and limit.number is not None:
            said = f"limit {sign} {show(table.get(key), view.unit)}"
            levels.append((float(limit.number), "╌", "good", said))
    return levels


# Drawing


@dataclass(frozen=True, slots=True)
class _Scale:
    """The numbers on the y axis: from `low` to `high` in steps that people count in."""

    low: float
    high: float
    step: float

    @classmethod
    def of(cls, numbers: list[float], rows: int) -> _Scale | None:
        low, high = min(numbers), max(numbers)
        if low == high:
            low, high = low - (abs(low) / 10 or 1), high + (abs(high) / 10 or 1)
        step = _round_step((high - low) / max(rows // 3, 1))
        if step is None:
            return None
        low, high = math.floor(low / step) * step, math.ceil(high / step) * step
        return cls(low, high, step) if math.isfinite(high - low) and low < high else None

    def ticks(self) -> list[float]:
        count = round((self.high - self.low) / self.step)
        return [self.low + self.step * number for number in range(count + 1)]

    def worded(self, number: float) -> str:
        """A number as it stands at the axis, with as many digits as tell its neighbours apart."""
        digits = max(0, -math.floor(math.log10(self.step)))
        if max(abs(self.low), abs(self.high)) >= 1e9 or digits > 6:
            return f"{number:.3g}"
        return f"{number + 0.0:,.{digits}f}".replace(",", " ")


def _round_step(rough: float) -> float | None:
    """The next larger of 1, 2, 5, 10, ... ; None where numbers are too far apart, or too near each other."""
    if not math.isfinite(rough) or not 1e-300 < rough < 1e300:
        return None
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * each for each in (1, 2, 5, 10) if power * each >= rough * 0.999)


class _Canvas:
    """Cells of a character and a role, row 0 at the top."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._cells: list[list[Span]] = [[(" ", "")] * width for _ in range(height)]
        self._dots: dict[tuple[int, int], int] = {}

    def put(self, x: int, y: int, char: str, role: str) -> None:
        if 0 <= x < self.width and 0 <= y < self.height:
            self._cells[y][x] = (char, role)

    def dot(self, x: int, y: int) -> None:
        """Set one of the 2 x 4 braille dots of a cell (Unicode U+2800)."""
        column, row = x // 2, y // 4
        bit = (0x01, 0x02, 0x04, 0x40)[y % 4] if x % 2 == 0 else (0x08, 0x10, 0x20, 0x80)[y % 4]
        self._dots[column, row] = self._dots.get((column, row), 0) | bit

    def line(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Dots on the straight way between two dots."""
        steps = max(abs(end[0] - start[0]), abs(end[1] - start[1]), 1)
        for step in range(steps + 1):
            self.dot(*(a + round((b - a) * step / steps) for a, b in zip(start, end, strict=True)))

    def ink(self, role: str) -> None:
        """Put the dots over what is there."""
        for (x, y), dots in self._dots.items():
            self.put(x, y, chr(0x2800 + dots), role)

    def rows(self) -> list[tuple[Span, ...]]:
        return [_joined(row) for row in self._cells]


def _joined(cells: list[Span]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for char, role in cells:
        if spans and spans[-1][1] == role:
            spans[-1] = (spans[-1][0] + char, role)
        else:
            spans.append((char, role))
    return tuple(spans)


def draw(chart: Chart, width: int, height: int, today: dt.date) -> list[tuple[Span, ...]]:
    """The chart as `height` lines of `width` cells, the x axis with its days included.

    Numbers stand at the left, days below, a reading is ``●``, a release ``┊`` with ``▲`` on the axis. Empty
    when there is no number to show, or no room: less than 20 x 6 cells.
    """
    numbers = [number for _, number in chart.points] + [level[0] for level in chart.levels]
    scale = _Scale.of(numbers, height - 2) if chart.points and width >= 20 and height >= 6 else None
    if scale is None:
        return []
    ticks = scale.ticks()
    labels = {_row(tick, scale, height - 2): scale.worded(tick) for tick in ticks}
    margin = max(map(len, labels.values()))
    if width - margin - 2 < 10:
        return []
    canvas = _plot(chart, scale, width - margin - 2, height - 2)
    lines: list[tuple[Span, ...]] = []
    for y, row in enumerate(canvas.rows()):
        label = labels.get(y, "")
        lines.append(((label.rjust(margin), "muted"), (" ┤" if label else " │", "muted"), *row))
    return [*lines, *_axis(chart, margin, canvas.width, today)]


def _plot(chart: Chart, scale: _Scale, width: int, height: int) -> _Canvas:
    canvas = _Canvas(width, height)
    for on, _ in chart.releases:
        for y in range(height):
            canvas.put(_column(chart, on, width), y, "┊", "careful")
    for number, char, role, _ in chart.levels:
        for x in range(width):
            canvas.put(x, _row(number, scale, height), char, role)
    dots = [
        (round(_share(chart, on) * (width * 2 - 1)), round(_up(number, scale) * (height * 4 - 1)))
        for on, number in chart.points
    ]
    for start, end in pairwise(dots):
        canvas.line(start, end)
    canvas.ink("accent")
    for x, y in dots:
        canvas.put(x // 2, y // 4, "●", "accent")
    return canvas


def _share(chart: Chart, on: dt.date) -> float:
    """Where a day lies between the first one and the last: 0 to 1."""
    days = (chart.last - chart.first).days
    return (on - chart.first).days / days if days else 0.5


def _column(chart: Chart, on: dt.date, width: int) -> int:
    return round(_share(chart, on) * (width * 2 - 1)) // 2


def _up(number: float, scale: _Scale) -> float:
    """Where a number lies between the top of the axis and its foot: 0 to 1."""
    return (scale.high - number) / (scale.high - scale.low)


def _row(number: float, scale: _Scale, height: int) -> int:
    return round(_up(number, scale) * (height * 4 - 1)) // 4


def _axis(chart: Chart, margin: int, width: int, today: dt.date) -> list[tuple[Span, ...]]:
    """The line below, with the releases on it, and the days."""
    marks: list[Span] = [("─", "muted")] * width
    days = [" "] * (width + margin + 2)
    free = 0
    count = max(width // 14, 2)
    for number in range(count):
        on = chart.first + (chart.last - chart.first) * number // (count - 1)
        said = short_date(on, today)
        x = _column(chart, on, width)
        at = min(max(x + margin + 2 - len(said) // 2, 0), len(days) - len(said))
        if at >= free:
            days[at : at + len(said)] = said
            free = at + len(said) + 2
            marks[x] = ("┬", "muted")
    for on, _ in chart.releases:
        marks[_column(chart, on, width)] = ("▲", "careful")
    axis = ((" " * margin, ""), (" └", "muted"), *_joined(marks))
    return [axis, (("".join(days), "muted"),)]


def told(chart: Chart, now: Now) -> list[str]:
    """The chart in words: how many readings there are, the first and the last, the lowest and the highest."""
    if not chart.points:
        said = [f"{short_date(on, now.date)}: {what}" for on, what in reversed(chart.silent)]
        return ["There is no number to draw; this was written down:", *said] if said else [_NOTHING]
    lowest, highest = (pick(chart.points, key=lambda point: point[1]) for pick in (min, max))
    said = [
        f"{_amount(chart, point[1])} on {short_date(point[0], now.date)}"
        for point in (chart.points[0], chart.points[-1])
    ]
    ends = f"from {said[0]} to {said[1]}" if len(chart.points) > 1 else said[0]
    count = len(chart.points)
    lines = [f"{counted(count, 'reading')}, {ends}."]
    if count > 2:
        lines.append(
            f"Lowest {_amount(chart, lowest[1])} on {short_date(lowest[0], now.date)}, "
            f"highest {_amount(chart, highest[1])} on {short_date(highest[0], now.date)}."
        )
    lines += [f"No number on {short_date(on, now.date)}: {what}." for on, what in chart.silent]
    return lines


def _amount(chart: Chart, number: float) -> str:
    return show(int(number) if number.is_integer() and abs(number) < 1e15 else number, chart.unit)
