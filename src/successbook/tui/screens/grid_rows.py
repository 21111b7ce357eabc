"""The rows of the grid of stakeholders and steps, and of what is said about the one under the cursor."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from successbook.plan.now import Now, short_date
from successbook.plan.peek import words
from successbook.text import capital
from successbook.tree import Address, Tree
from successbook.tui.widgets.sheet import Cell, Column, Row
from successbook.verdicts.stakeholder_grid import DECIDING, LEGEND, Grid, GridRow

__all__ = ["GRID_WIDTH", "grid_columns", "grid_heads", "grid_rows", "person_rows", "shown_steps"]

_STEP: Final = 9
"""Cells of the column of a step."""
_NAMES: Final = 32
"""Cells for the name, the role, and when somebody last heard."""
GRID_WIDTH: Final = 72
"""Cells from which on the role is shown."""


def shown_steps(grid: Grid, chosen: int, width: int) -> range:
    """The steps that fit beside the names, the chosen one among them with a neighbour on either side."""
    room = max((width - _NAMES - (12 if width >= GRID_WIDTH else 0)) // (_STEP + 2), 1)
    first = max(min(chosen - room // 2, len(grid.steps) - room), 0)
    return range(first, min(first + room, len(grid.steps)))


def grid_columns(steps: range) -> tuple[Column, ...]:
    """The columns for so many steps; they are as wide over the headings as over the names."""
    return (
        Column(grow=True, at_least=16),
        Column(at_least=9, at_most=9, hide_below=GRID_WIDTH),
        Column(at_least=12, at_most=12, firm=True),
        *(Column(at_least=_STEP, at_most=_STEP, firm=True) for _ in steps),
    )


def grid_heads(grid: Grid, chosen: int, steps: range, now: Now) -> Iterator[Row]:
    """The headings, which stay while the names move: a step's title on two lines, and its day."""
    if not grid.rows:
        return
    blank = (Cell(""), Cell(""), Cell("last heard", "muted"))
    titles = [_halves(grid.steps[number].title) for number in steps]
    roles = ["heading" if number == chosen else "muted" for number in steps]
    for line in (0, 1):
        cells = (Cell(pair[line], role) for pair, role in zip(titles, roles, strict=True))
        yield Row(
            f"heading {line}",
            ((*blank, *cells) if line else (Cell(""),) * 3 + tuple(cells)),
            selectable=False,
        )
    days = []
    for number, role in zip(steps, roles, strict=True):
        on = grid.steps[number].day
        days.append(Cell(short_date(on, now.date) if on else "no day", role))
    yield Row("heading days", (Cell(""), Cell(""), Cell(""), *days), selectable=False)


def grid_rows(grid: Grid, marked: Collection[Address], steps: range, now: Now) -> Iterator[Row]:
    """A line for each stakeholder."""
    for row in grid.rows:
        mark = "◉ " if row.at in marked else "  "
        yield Row(
            row.at,
            (Cell(row.name), Cell(row.role, "muted"), _heard(row, now), *_cells(row, steps, now)),
            marker=mark,
        )


def _halves(title: str) -> tuple[str, str]:
    """A title on two lines of a narrow column, cut where it is longer."""
    lines, line = [], ""
    for word in title.split():
        if line and len(line) + 1 + len(word) > _STEP:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    lines.append(line)
    if len(lines) == 1:
        return "", lines[0]
    second = " ".join(lines[1:])
    return lines[0], second if len(second) <= _STEP else f"{second[: _STEP - 1]}…"


def _heard(row: GridRow, now: Now) -> Cell:
    hearing = row.hearing
    if row.left:
        return Cell("has left", "muted")
    if hearing.last is None:
        return Cell("never", "bad" if hearing.too_long else "muted")
    ago = now.relative(hearing.last)
    late = ("! ", "bad") if hearing.too_long else ("", "")
    return Cell(f"{late[0]}{ago}", late[1], shorter=(f"{late[0]}{short_date(hearing.last, now.date)}",))


def _heard_in_words(row: GridRow, now: Now) -> tuple[str, str]:
    if row.left:
        return "Has left: who speaks for them now?", "careful"
    said = row.hearing.says(now)
    return f"{capital(said)}.", "bad" if row.hearing.too_long else ""


def _cells(row: GridRow, steps: range, now: Now) -> Iterator[Cell]:
    for number in steps:
        text, tone = row.cells[number].shown(now)
        yield Cell(text, tone)


def person_rows(tree: Tree, grid: Grid, row: GridRow | None, chosen: int, now: Now) -> Iterator[Row]:
    """What one stakeholder expects, was told, what lies between, and what was said at the chosen step."""
    if row is None:
        yield Row("legend", (Cell(""), Cell(LEGEND, "muted", wrap=True)), selectable=False)
        return
    table = tree.table(row.at)
    lines = [("Between", f"{capital(row.gap)}.", "strong")]
    if row.role in DECIDING or row.agreement.on is not None:
        tone = "good" if row.agreement.state == "agreed" else "careful"
        lines.append(("Agreed", f"{capital(row.agreement.says(tree, now))}.", tone))
    lines += [
        ("Heard", *_heard_in_words(row, now)),
        ("Expects", " ".join(words(table, "expects").split()) or "nobody has asked", ""),
        ("Was told", " ".join(words(table, "told").split()) or "nothing yet", ""),
    ]
    if grid.steps:
        cell = row.cells[chosen]
        said = words(tree.table(cell.update), "said") if cell.update is not None else ""
        by = words(tree.table(cell.update), "by") if cell.update is not None else ""
        quote = f": {' '.join(said.split())}" if said else "."
        lines.append(
            ("Step", f"{cell.says(grid.steps[chosen], now)}{f', by {by}' if by else ''}{quote}", "accent")
        )
    for label, text, role in lines:
        yield Row(label, (Cell(label, "muted"), Cell(text, role, wrap=True)), selectable=False)
    yield Row("legend blank", (Cell(""), Cell("")), selectable=False)
    yield Row("legend", (Cell("Marks", "muted"), Cell(LEGEND, "muted", wrap=True)), selectable=False)
