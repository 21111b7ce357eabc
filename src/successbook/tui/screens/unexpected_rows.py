"""What follows from an unexpected result: advice, decision, what is open, and the last of its timeline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, people, words
from successbook.plan.titles import title_of
from successbook.text import capital
from successbook.tree import Address, Tree
from successbook.tui.widgets.rows import Cell, Column, Row
from successbook.verdicts.pausing import advise, limits_of, pause_advice
from successbook.verdicts.saying import amount
from successbook.verdicts.today import decided_words

__all__ = ["ADVICE_COLUMNS", "advice_rows"]

ADVICE_COLUMNS = (Column(at_least=7, at_most=9, firm=True), Column(grow=True, at_least=30))
_MOMENTS = 3


def advice_rows(
    tree: Tree, incident: Address | None, release: Address, now: Now, *, low: bool = False
) -> tuple[str, list[Row]]:
    """The advice in a word or three for the title, and the lines below it.

    Args:
        tree: the plan.
        incident: the unexpected result; None where nothing is written yet.
        release: the release.
        now: the day.
        low: whether there is room for few lines: the advice is whole, and each part below it has one line.
    """
    found = pause_advice(tree, incident) if incident is not None else advise("unknown", "unknown", "unknown")
    rows = [_row(n, "advice" if not n else "", text, found.tone) for n, text in enumerate(found.sentences)]
    if incident is None:
        return capital(found.word), rows
    table = tree.table(incident)
    decided = decided_words(tree, incident)
    closed = day(table, "closed")
    if decided:
        rows.append(_row("decided", "decided", f"{decided}.", "strong", wrap=not low))
    else:
        rows.append(_row("decided", "decided", "nothing yet: F5 decides", "unknown"))
    if closed is not None:
        residual = " ".join(words(table, "residual").split())
        stays = f"; still wrong: {residual}" if residual else "; nothing is known to be still wrong"
        rows.append(_row("closed", "closed", f"{now.relative(closed)}{stays}", "", wrap=not low))
    rows += _actions(tree, incident, now, low=low)
    rows += _timeline(tree, incident, now, most=1 if low else _MOMENTS)
    rows.append(_limits(tree, release))
    return capital(found.word), rows


def _row(key: object, label: str, text: str, tone: str, *, wrap: bool = True) -> Row:
    return Row(("row", key), (Cell(label, "muted"), Cell(text, tone, wrap=wrap)), selectable=False)


def _actions(tree: Tree, incident: Address, now: Now, *, low: bool) -> Iterator[Row]:
    """What is still to be done; where there is room for one line, the first and how many more."""
    found = [at for at in records(tree, KINDS["action_item"], incident) if "done" not in tree.table(at)]
    for number, at in enumerate(found[:1] if low else found):
        table = tree.table(at)
        more = f"{len(found)}, first: " if low and len(found) > 1 else ""
        due = day(table, "due")
        who = "; ".join(people(table, "owners"))
        aside = ", ".join(
            each for each in (words(table, "ticket"), who, short_date(due, now.date) if due else "") if each
        )
        text = f"{more}{title_of(tree, at)}{f'   {aside}' if aside else ''}"
        yield _row(("to do", at.key), "" if number else "to do", text, "", wrap=not low)


def _timeline(tree: Tree, incident: Address, now: Now, *, most: int) -> Iterator[Row]:
    """The last moments, the latest first."""
    found = []
    for at in records(tree, KINDS["incident_event"], incident):
        table = tree.table(at)
        time = table.get("time")
        clock = time if isinstance(time, dt.time) else dt.time()
        found.append((day(table, "date") or dt.date.min, clock, title_of(tree, at), at.key))
    latest = sorted(found, key=lambda each: each[:2], reverse=True)
    for number, (on, clock, title, key) in enumerate(latest[:most]):
        when = f"{clock:%H:%M}" if on == now.date else f"{short_date(on, now.date)} {clock:%H:%M}"
        more = f"   and {len(latest) - most} before" if number == most - 1 < len(latest) - 1 else ""
        yield _row(("moment", key), "" if number else "moments", f"{when}  {title}{more}", "", wrap=most > 1)


def _limits(tree: Tree, release: Address) -> Row:
    found = limits_of(tree, release)
    text = (
        f"{amount(found.people, '')} people or {amount(found.share, '%')} are many, "
        f"{amount(found.hours, 'hours')} are slow"
    )
    assumed = "; nobody said so, these are usual" if len(found.assumed) == 3 else ""
    return _row("limits", "here", f"{text}{assumed}", "muted")
