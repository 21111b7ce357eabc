"""The rows of a launch day: what there is to say first, each channel, what is watched, what is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from successbook.plan.now import Now, short_date
from successbook.tree import Address, Tree
from successbook.tui.widgets.rows import Cell, Column, Row
from successbook.verdicts.rollout import Standing
from successbook.verdicts.rollout_words import Said, channel_lines, headline, short_line
from successbook.verdicts.today import Task, Today, Unexpected
from successbook.verdicts.watching import Watched

__all__ = [
    "DAY_COLUMNS", "OPEN_COLUMNS", "WATCH_COLUMNS", "DayKey", "day_rows", "open_rows", "watch_rows",
]  # fmt: skip

DAY_COLUMNS = (Column(at_least=12, at_most=14, firm=True), Column(grow=True, at_least=30))
WATCH_COLUMNS = (
    Column(grow=True, at_least=10), Column(align="right", firm=True), Column(firm=True), Column(firm=True),
    Column(firm=True, hide_below=64),
)  # fmt: skip
OPEN_COLUMNS = (Column(at_least=4, at_most=12, firm=True), Column(grow=True, at_least=20))
_REPEATED = ("because", "until", "defect")


@dataclass(frozen=True, slots=True)
class DayKey:
    """A line of the day.

    Attributes:
        at: where Enter leads; None where it leads nowhere.
        channel: the channel that the line is of, for the keys; None for lines of none.
        kind: what Enter does with it: ``go``, ``ready``, ``task``, ``unexpected``, ``readout``.
        row: tells lines apart.
    """

    at: Address | None
    channel: str | None = None
    kind: str = "go"
    row: str = ""


def day_rows(tree: Tree, today: Today, channel: str, *, low: bool) -> list[Row]:
    """What to say first, then each channel; the chosen one in full.

    Args:
        tree: the plan.
        today: the release on its day.
        channel: the channel in full where there is no room for all of them.
        low: whether there is room for few lines only: what comes after the first is then cut.
    """
    rows = [_first(said, number, wrap=not (low and number)) for number, said in enumerate(today.first)]
    told = {said.label for said in today.first}
    for here in today.standings:
        rows += _channel(tree, today, here, told, full=not low or here.channel == channel)
    return rows


def _first(said: Said, number: int, *, wrap: bool) -> Row:
    tone = said.tone or "strong"
    kind = "ready" if said.label == "can we ship?" else "go"
    sentences = said.text.split(". ")
    shorter = tuple(f"{'. '.join(sentences[:at])}." for at in range(len(sentences) - 1, 0, -1))
    return Row(
        DayKey(said.at, kind=kind, row=f"first {number}"),
        (
            Cell(said.label, tone, wrap=True),
            Cell(said.text, "strong" if not number else "", wrap=wrap, shorter=() if wrap else shorter),
        ),
    )


def _channel(tree: Tree, today: Today, here: Standing, told: set[str], *, full: bool) -> Iterator[Row]:
    label = here.channel or "now"
    one = len(today.standings) == 1
    words: tuple[Cell, ...] = (Cell(headline(tree, here), "strong", wrap=True),)
    if not full and not one:
        words = (*words, Cell(f"   {short_line(tree, here, today.moment)}", "muted", wrap=True))
    key = DayKey(here.stage, here.channel, row=f"channel {here.channel}")
    yield Row(key, (Cell(label, "accent"), words))
    if not full and not one:
        return
    known = told & {"paused", "turned off", "waits"}
    for number, said in enumerate(channel_lines(tree, today.release, here, today.moment)):
        if known and said.label in _REPEATED:
            continue
        key = DayKey(said.at, here.channel, row=f"{here.channel} {number}")
        again = said.label == "stays" and "stays" in told
        text = Cell(here.stay.asked if again else said.text, said.tone, wrap=True)
        yield Row(key, (Cell(said.label if said.label != "now" else "", "muted"), text), selectable=False)


def watch_rows(watched: tuple[Watched, ...], now: Now, *, low: bool) -> list[Row]:
    """Each guardrail: where it is, its limit, the word, and how old that is; on one line where it is low."""
    rows = []
    for each in watched:
        old = now.relative(each.on) if each.on is not None else ""
        rows.append(
            Row(
                DayKey(each.metric, row=each.metric.key),
                (
                    Cell(each.title, wrap=not low),
                    Cell(each.number),
                    Cell(each.short_limit, "muted"),
                    Cell(each.word, each.tone),
                    Cell(old, "muted"),
                ),
            )
        )
    return rows


def open_rows(today: Today, readouts: tuple[tuple[Address, str, str], ...], now: Now) -> list[Row]:
    """What is open: unexpected results, read-outs, the checklist; what is done is counted below.

    Before the launch what must be done by a day stands before the read-outs, which are far.
    """
    rows = [_unexpected(each) for each in today.unexpected if each.closed is None]
    waiting = [each for each in today.tasks if each.done is None]
    begun = any(here.state != "not begun" for here in today.standings)
    pressing = [each for each in waiting if each.due is not None and (not begun or each.due <= now.date)]
    rows += [_task(each, now) for each in pressing]
    for at, when, text in readouts:
        rows.append(Row(DayKey(at, kind="readout", row="r"), (Cell(when, "accent"), Cell(text, wrap=True))))
    rows += [_task(each, now) for each in waiting if each not in pressing]
    rows += [_unexpected(each) for each in today.unexpected if each.closed is not None]
    done = [each for each in today.tasks if each.done is not None]
    if done:
        count = f"{len(done)} of {len(today.tasks)} things on the checklist are done"
        rows.append(Row("done", (Cell("done", "good"), Cell(count, "muted", wrap=True)), selectable=False))
    if today.thanked:
        names = "; ".join(today.thanked)
        rows.append(
            Row("thanks", (Cell("thanks", "good"), Cell(names, "muted", wrap=True)), selectable=False)
        )
    return rows


def _unexpected(each: Unexpected) -> Row:
    state = Cell("closed", "muted") if each.closed else Cell("open", "careful")
    return Row(DayKey(each.at, kind="unexpected", row="u"), (state, Cell(each.title, wrap=True)))


def _task(each: Task, now: Now) -> Row:
    late = each.due is not None and each.due < now.date
    when = (
        "to do" if each.due is None else "today" if each.due == now.date else short_date(each.due, now.date)
    )
    who = Cell(f"   {each.owner}" if each.owner else "", "muted", wrap=True)
    return Row(
        DayKey(each.at, kind="task", row="t"),
        (Cell(when, "careful" if late else "accent"), (Cell(each.title, wrap=True), who)),
    )
