"""Purpose cards, spotlights, traces and charts as Markdown, for a message, a ticket or a wiki."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from successbook.plan.now import Now, short_date
from successbook.sharing.markdown import escaped
from successbook.verdicts.chart import Chart, told
from successbook.verdicts.metrics import MetricView
from successbook.verdicts.spotlight import Purpose, Served, Spotlight, Work
from successbook.verdicts.traces import Trace, TraceStep

__all__ = [
    "chart_markdown",
    "measured",
    "purpose_markdown",
    "spotlight_markdown",
    "trace_markdown",
    "worded_work",
]


def measured(view: MetricView, now: Now) -> str:
    """Where a metric stands, in a line: ``96 s, now 71 s, target 60 s by 30 Sep: moving``."""
    parts = [view.start] if view.start != "-" else ["no baseline"]
    parts += [f"now {view.now}"] if view.now != "-" else []
    if view.wanted != "-":
        by = f" by {short_date(view.aim.by, now.date)}" if view.aim and view.aim.by else ""
        parts.append(f"{'target' if view.aim else 'limit'} {view.wanted}{by}")
    return f"{', '.join(parts)}: {view.verdict.word}"


def worded_work(work: Work, *, kept: bool) -> str:
    """What is said beside work: how it stands; of work that is kept also why, and what else measures it."""
    parts = [work.level, work.state]
    if work.through is not None:
        parts.append(f"through the {work.through.kind.label} {work.through.title}")
    if work.others:
        parts.append(f"also measured by {', '.join(work.others)}")
    elif kept and work.through is None:
        parts.append("nothing else measures it")
    return ", ".join(part for part in parts if part)


def purpose_markdown(purpose: Purpose, now: Now) -> str:
    """The purpose card, with one final newline."""
    said = ", ".join(each for each in (purpose.level, purpose.state) if each)
    lines = [f"# {escaped(purpose.title)}", ""]
    lines += [f"- **What:** {escaped(purpose.title)}{f' ({escaped(said)})' if said else ''}"]
    lines += [f"- **Why:** {escaped(purpose.why) or '*Why are we building it?*'}"]
    lines += [f"- **For whom:** {escaped(purpose.for_whom) or '*Who will notice?*'}"]
    if purpose.owners:
        lines += [f"- **Built by:** {escaped(', '.join(purpose.owners))}"]
    if purpose.metrics:
        lines += ["- **Measured by:**"]
        lines += [f"  - {escaped(view.title)}: {escaped(measured(view, now))}" for view in purpose.metrics]
    else:
        lines += ["- **Measured by:** *How will you know that it worked?*"]
    return _ended([*lines, *_serves(purpose.serves)])


def _serves(serves: Iterable[Served]) -> Iterator[str]:
    found = list(serves)
    yield "- **Serves:**" if found else "- **Serves:** *Which goal, which problem, which mission?*"
    for each in found:
        how = f" ({escaped(each.how)})" if each.how else ""
        yield f"  - {each.kind.label} {escaped(each.title)}{how}"


def spotlight_markdown(light: Spotlight, now: Now) -> str:
    """The spotlight of a metric, with one final newline."""
    lines = [f"# {escaped(light.metric.title)}", ""]
    lines += [f"{escaped(light.tells)}", ""] if light.tells else []
    lines += [escaped(measured(light.metric, now)), "", *_serves(light.serves)]
    if light.problem is None:
        lines += ["", "*No user's problem stands behind it.*"]
    lines += ["", "## Keeps", "", *_works(light.keeps, kept=True)]
    if light.bare:
        lines += ["", "## No KPI behind it", "", *_works(light.bare, kept=False)]
    return _ended(lines)


def _works(works: tuple[Work, ...], *, kept: bool) -> list[str]:
    return [f"- **{escaped(each.title)}**{_beside(worded_work(each, kept=kept))}" for each in works] or [
        "*No work stands on it.*"
    ]


def _beside(said: str) -> str:
    return f": {escaped(said)}" if said else ""


def trace_markdown(trace: Trace) -> str:
    """The trace as a nested list, with one final newline."""
    lines = [f"# Trace of {escaped(trace.title)}", ""]
    lines += [f"{'  ' * step.depth}- {_step(step)}" for step in trace.steps]
    lines += [""] if trace.gaps else []
    return _ended([*lines, *(f"*{escaped(gap)}*" for gap in trace.gaps)])


def _step(step: TraceStep) -> str:
    title = escaped(step.title)
    return f"{escaped(step.word)} {f'**{title}**' if step.asked else title}{_beside(step.said)}"


def chart_markdown(chart: Chart, picture: Iterable[str], now: Now) -> str:
    """The chart as text in a fence, then the same in words, with one final newline."""
    lines = [f"# {escaped(chart.title)}", ""]
    drawn = [line.rstrip() for line in picture]
    lines += ["```text", *drawn, "```", ""] if drawn else []
    lines += [f"- {escaped(line)}" for line in told(chart, now)]
    lines += [f"- {escaped(said)}" for _, _, _, said in chart.levels]
    lines += [f"- {escaped(said)} {short_date(on, now.date)}" for on, said in chart.releases]
    return _ended(lines)


def _ended(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"
