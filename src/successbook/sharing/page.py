"""The plan on a page as Markdown, for a message, a wiki, a pipe or a screen reader."""

from __future__ import annotations

from successbook.plan.now import Now, short_date
from successbook.sharing.markdown import escaped
from successbook.text import capital
from successbook.verdicts.metrics import MetricView
from successbook.verdicts.page import Page, Ship

__all__ = ["page_markdown"]


def page_markdown(page: Page, now: Now) -> str:
    """The page as Markdown, in sentences, with one final newline."""
    lines = [f"# {escaped(page.title)}", "", "## Why are we doing this?", ""]
    for step in page.why:
        shown = escaped(step.title) if step.known else f"*{step.title}*"
        lines += [f"- {capital(step.kind.label)}: {shown}"]
    lines += ["", "## Are we getting there?", ""]
    lines += [_metric(view, now) for view in page.metrics] or [
        "- *What would show it, and where is it today?*"
    ]
    lines += ["", "## What ships next?", ""]
    lines += _ship(page.ship, now) if page.ship else ["- *What ships next, and when?*"]
    lines += ["", "## Who must not be surprised?", ""]
    lines += [f"- {escaped(name)}" for _, name in page.stakeholders] or ["- *Nobody is named yet.*"]
    if page.needs:
        lines += ["", "## What is still open?", ""]
        lines += [
            f"- {escaped(need.text)}{' (not known yet)' if need.when == 'not known yet' else ''}"
            for need in page.needs
        ]
    return "\n".join(lines) + "\n"


def _metric(view: MetricView, now: Now) -> str:
    parts = [f"start {escaped(view.start)}", f"now {escaped(view.now)}"]
    if view.wanted != "-":
        by = f" by {short_date(view.aim.by, now.date)}" if view.aim and view.aim.by else ""
        parts.append(f"{'target' if view.aim else 'limit'} {escaped(view.wanted)}{by}")
    role = f" ({escaped(view.role)})" if view.role else ""
    return f"- **{escaped(view.title)}**{role}: {', '.join(parts)}. {escaped(view.verdict.sentence)}"


def _ship(ship: Ship, now: Now) -> list[str]:
    level = f", {escaped(ship.level)}" if ship.level else ""
    verb = "shipped" if ship.shipped else "planned for"
    when = f", {verb} {short_date(ship.day, now.date)}" if ship.day else ", no date yet"
    lines = [f"- **{escaped(ship.title)}**{level}{when}{ship.state}"]
    if ship.ready is not None:
        lines.append(f"  - Can we ship? {escaped(ship.ready.verdict[0])}")
        lines += [f"    - {escaped(capital(each.says))}" for each in ship.ready.against]
    if ship.tested is not None:
        lines.append(f"  - Acceptance test: {ship.tested.verdict}, {ship.tested.counts.done} done")
    for _, title, metrics in ship.initiatives:
        shown = "; ".join(escaped(view.title) for view in metrics)
        lines.append(
            f"  - {escaped(title)}: "
            + (f"measured by {shown}" if shown else "*no KPI shows yet whether it worked*")
        )
    return lines
