"""Every field of every kind is written from the keyboard; every kind is added, deleted, brought back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from textual.screen import Screen

from successbook.plan.describe import FieldDescription
from successbook.plan.fields import Control
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, Kind
from successbook.tree import Address, Tree, Value
from successbook.tui.rooms.record_rows import shown_fields
from successbook.tui.screens.choose import ChooseScreen
from successbook.tui.screens.find import FindScreen
from successbook.tui.screens.interview import InterviewScreen
from successbook.tui.widgets.rows import RowList
from tests.full import PLACES, full_plan, holder
from tests.plans import written
from tests.tui.driving import Driver, driven

ROOMS: dict[str, tuple[str, ...]] = {
    "goals": (
        "plan", "mission", "problem", "goal", "key_action", "initiative", "metric", "insight", "target",
        "reset", "revision", "score",
    ),
    "what-ships": (
        "stakeholder", "update", "agreement", "release", "milestone", "replan", "instrument", "release_kpi",
        "benchmark_change", "phase", "risk",
    ),
    "launch": (
        "gate", "gate_question", "stage", "level", "checklist_item", "thanks", "incident", "incident_event",
        "action_item", "readout", "readout_kpi",
    ),
    "uat": (
        "uat", "criterion", "case", "case_step", "round", "tester", "quota", "waiver", "sign_off", "sheet",
        "result", "defect",
    ),
    "reflect": (
        "notebook", "facet", "todo", "open_question", "capture", "session", "entry", "next_step",
        "session_question",
    ),
}  # fmt: skip
"""The kinds by the room in which they are written; what belongs to a release has two turns."""
EVERY_ROOM = pytest.mark.parametrize("kinds", ROOMS.values(), ids=ROOMS)
KEYS: dict[str, str] = {
    "goals": "2", "what-ships": "3", "launch": "3", "uat": "4", "reflect": "5",
}  # fmt: skip
SAYING: dict[Control, tuple[str, ...]] = {
    Control.LINE: ("x", "enter"),
    Control.PROSE: ("x", "escape"),
    Control.LINES: ("x", "escape"),
    Control.DATE: ("plus", "1", "enter"),
    Control.TIME: ("9", "colon", "3", "0", "enter"),
    Control.NUMBER: ("7", "enter"),
    Control.MEASURED: ("7", "enter"),
    Control.CHOICE: ("end", "up", "enter"),
    Control.YES_NO: ("enter",),
    Control.REFERENCE: ("enter",),
    Control.REFERENCES: ("enter", "escape"),
}


@pytest.fixture(autouse=True)
def unpainted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is painted: here only the model counts, and painting takes most of the time."""
    monkeypatch.setattr(Screen, "_compositor_refresh", lambda screen: screen._dirty_widgets.clear())


def test_every_kind_has_its_turn() -> None:
    assert sorted(name for kinds in ROOMS.values() for name in kinds) == sorted(KINDS)


def expected(tree: Tree, at: Address, field: FieldDescription) -> Value | None:
    """What stands in a field after the keys of `SAYING`; None for references: one is taken, or dropped."""
    old = tree.get(at)
    said = f"{old if isinstance(old, str) else ''}".rstrip("\n")
    match field.control:
        case Control.LINE:
            return f"{said}x"
        case Control.PROSE:
            return f"{said}x\n"
        case Control.LINES:
            items = [str(each) for each in old] if isinstance(old, tuple) else [""]
            return (*items[:-1], f"{items[-1]}x")
        case Control.DATE if not isinstance(old, dt.date):
            return dt.date(2026, 6, 16)
        case Control.TIME:
            return dt.time(9, 30)
        case Control.NUMBER | Control.MEASURED:
            return 7 if old is None else int(f"{old}7")
        case Control.CHOICE:
            return field.choices[-1]
        case Control.YES_NO:
            return True
    return None


@EVERY_ROOM
async def test_every_field_is_opened_written_and_taken_back(tmp_path: Path, kinds: tuple[str, ...]) -> None:
    written(tmp_path, full_plan())
    async with driven(tmp_path, quiet=True) as driver:
        for name in kinds:
            for field in shown_fields(KINDS[name]):
                await expect_written_and_taken_back(driver, PLACES[name].child(field.name), field)


async def expect_written_and_taken_back(driver: Driver, at: Address, field: FieldDescription) -> None:
    """Write in a field, and take it back."""
    assert driver.app.workbook is not None
    book = driver.app.workbook
    before, wanted = book.tree, expected(book.tree, at, field)
    if field.control is Control.DATE and before.has(at):
        return  # it was written when the record was made
    await driver.go_to(at)
    assert getattr(driver.list.cursor_key, "name", "") == field.name, at
    await driver.press("enter", *SAYING[field.control])
    value = book.tree.get(at)
    assert value != before.get(at), (at, driver.said)
    assert wanted is None or value == wanted, at
    assert len(book.history.done) == 1, at
    await driver.press("u")
    assert book.tree == before, at
    assert getattr(driver.list.cursor_key, "name", "") == field.name, at


@EVERY_ROOM
async def test_every_kind_is_added_deleted_and_brought_back(tmp_path: Path, kinds: tuple[str, ...]) -> None:
    tree = full_plan()
    written(tmp_path, tree)
    async with driven(tmp_path, quiet=True) as driver:
        for name in kinds:
            if name not in ("plan", "notebook"):  # there is one from the start, and it stays
                await expect_added_and_deleted(driver, KINDS[name])


async def expect_added_and_deleted(driver: Driver, kind: Kind) -> None:
    """Without the record of a kind: add one with keys, delete it, bring it back, and take everything back."""
    assert driver.app.workbook is not None
    book = driver.app.workbook
    draft = book.draft()
    draft.remove(PLACES[kind.name])
    book.do(draft.change("without"))
    without = book.tree
    there = set(records(without, kind, holder(kind)))
    await begin(driver, kind)
    (new,) = set(records(book.tree, kind, holder(kind))) - there
    added = book.tree
    if driver.list is not driver.outline._outline:  # it is shown in the record that it is a part of
        assert driver.outline._pane.record == new, kind.name
        await driver.press("escape")
    await driver.press("d")
    assert not book.tree.has(new), (kind.name, driver.said)
    await driver.press("u")
    assert book.tree == added, kind.name
    await driver.press("u")
    assert book.tree == without, kind.name
    book.undo()


async def begin(driver: Driver, kind: Kind) -> None:
    """Add a record of a kind with keys."""
    room = next(room for room, kinds in ROOMS.items() if kind.name in kinds)
    await driver.press(KEYS[room])
    inside = holder(kind)
    if inside is None or kind.name == "session":
        await driver.press("home", "a")
    else:
        await driver.go_to(inside)
        await driver.press("A")
    if isinstance(driver.app.screen, ChooseScreen):
        assert driver.app.screen.query_one(RowList).select(kind.name), kind.name
        await driver.press("enter")
    while isinstance(driver.app.screen, FindScreen):
        await driver.press("enter")
    if driver.outline._pane.writing:
        first = next(field for field in shown_fields(kind) if not field.folded)
        await driver.press(*SAYING[first.control])
    if isinstance(driver.app.screen, InterviewScreen):  # a metric is asked for its numbers at once
        await driver.press("escape")
