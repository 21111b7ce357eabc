"""The steps of a case as spreadsheets hold them: a row for each step, or all of them numbered in one cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from successbook.plan.describe import fields_of
from successbook.plan.kinds import KINDS
from successbook.sharing.incoming import Cells, Taker
from successbook.sharing.tables import ReadRow
from successbook.text import counted
from successbook.tree import Address, Table, is_id

__all__ = ["STEP_CELLS", "StepRow", "steps_in", "take_steps"]

_MARK: Final = re.compile(r"\s*(?:step\s*)?\d{1,3}\s*[.):]\s+|\s*[-*•]\s+", re.IGNORECASE)
STEP_CELLS: Final = {
    "step": "title",
    "expect": "expect",
    "step_notes": "notes",
    "step_not_known": "not_known",
}
"""The columns that hold a field of a step."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step as it stands in a file.

    Attributes:
        row: the number of its row.
        id: its id, if the file says one.
        cells: what is said, by the field of a step.
    """

    row: int
    id: str
    cells: Mapping[str, str]


def steps_in(rows: Sequence[Cells]) -> Iterator[StepRow]:
    """The steps that the rows of one case hold; a numbered list in a cell is several."""
    for cells in rows:
        said = {field: cells.get(column) for column, field in STEP_CELLS.items() if cells.get(column)}
        id_ = cells.get("step_id").strip()
        parts = _parts(said.get("title", "")) if not id_ else []
        if len(parts) < 2:
            if said or id_:
                title = parts[0] if parts else said.get("title", "")
                yield StepRow(cells.row.number, id_, {**said, "title": title} if title else said)
            continue
        yield from _numbered(cells.row.number, parts, said)


def _numbered(row: int, parts: list[str], said: Mapping[str, str]) -> Iterator[StepRow]:
    """The steps of a list in one cell; each has its own expectation, or the last one the only one."""
    expects = _parts(said.get("expect", ""))
    if len(expects) != len(parts):
        expects = [""] * (len(parts) - 1) + [said.get("expect", "")]
    notes = [said.get("notes", "")]
    for title, expect, note in zip_longest(parts, expects, notes, fillvalue=""):
        fields = {"title": title, "expect": expect, "notes": note}
        yield StepRow(row, "", {name: text for name, text in fields.items() if text})


def _parts(text: str) -> list[str]:
    """The entries of a numbered or bulleted list, without their marks; a text that is none is one entry."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not any(_MARK.match(line) for line in lines):
        return [text] if text.strip() else []
    parts: list[str] = []
    for line in lines:
        mark = _MARK.match(line)
        if mark is not None:
            parts.append(line[mark.end() :].strip())
        elif parts:
            parts[-1] += f"\n{line.strip()}"
        else:
            parts.append(line.strip())
    return [part for part in parts if part]


def take_steps(taker: Taker, case: Address, steps: Sequence[StepRow], what: str) -> list[str]:
    """Let a case have the steps of a file, in their order; what changed, in words.

    A step keeps its id: the one the file says, else that of the step with the same words, else of the one in
    the same place. A step that the file does not have any more goes.
    """
    if not steps:
        return []
    before = list(taker.draft.tree.table(case.child("steps")))
    found, changed = _matched(taker, case, steps), 0
    last: Address | None = None
    kept: list[str] = []
    for step, there in zip(steps, found, strict=True):
        at = there or _added(taker, case, step, last)
        changed += bool(_fill(taker, at, step, what)) or there is None
        kept.append(at.key)
        last = at
    gone = [key for key in before if key not in kept]
    for key in gone:
        taker.draft.remove(case.child("steps", key))
    _order(taker, case, kept)
    return _told(changed, len(gone))


def _told(changed: int, gone: int) -> list[str]:
    told = [counted(changed, "step")] if changed else []
    return told + ([f"{counted(gone, 'step')} gone"] if gone else [])


def _added(taker: Taker, case: Address, step: StepRow, last: Address | None) -> Address:
    """A new step; it has the id that the file says, else one that is minted from its words."""
    kind = KINDS["case_step"]
    if is_id(step.id) and not taker.draft.tree.has(case.child("steps", step.id)):
        return taker.draft.add(kind, inside=case, id_=step.id, after=last)
    words = step.cells.get("title") or step.cells.get("expect", "")
    return taker.draft.add(kind, " ".join(words.split()), inside=case, after=last)


def _fill(taker: Taker, at: Address, step: StepRow, what: str) -> list[str]:
    cells = _StepCells(step)
    return taker.put_all(at, fields_of("case_step"), cells, what)


class _StepCells(Cells):
    """The cells of a step, however they stood in the file."""

    def __init__(self, step: StepRow) -> None:
        self.row = ReadRow(step.row, {})
        self._step = step

    def get(self, name: str) -> str:
        return self._step.cells.get(name, "")

    def heading(self, name: str) -> str:
        return "step" if name == "title" else f"step, {name}"


def _matched(taker: Taker, case: Address, steps: Sequence[StepRow]) -> list[Address | None]:
    """For each step of a file the one that is there already."""
    table = taker.draft.tree.table(case.child("steps"))
    there = [key for key, value in table.items() if isinstance(value, Table)]
    found: list[str | None] = [step.id if step.id in there else None for step in steps]
    free = [key for key in there if key not in found]
    for number, step in enumerate(steps):
        same = [key for key in free if not step.id and _says(table, key, step)]
        if same:
            found[number] = same[0]
            free.remove(same[0])
    for number, step in enumerate(steps):
        beside = there[number] if number < len(there) else None
        if not step.id and found[number] is None and beside in free:
            found[number] = beside
            free.remove(str(beside))
    return [case.child("steps", key) if key is not None else None for key in found]


def _says(table: Table, key: str, step: StepRow) -> bool:
    held = table.get(key)
    title = held.get("title") if isinstance(held, Table) else None
    return isinstance(title, str) and title == " ".join(step.cells.get("title", "").split())


def _order(taker: Taker, case: Address, wanted: Sequence[str]) -> None:
    """Put steps that were there before into the order of the file."""
    there = [key for key in taker.draft.tree.table(case.child("steps")) if key in wanted]
    if there == list(wanted):
        return
    last: Address | None = None
    for key in wanted:
        at = case.child("steps", key)
        taker.draft.reorder(at, last)
        last = at
