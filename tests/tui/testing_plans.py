"""Acceptance tests for tests of their screens: a suite of cases with testers, and how to look at it."""

from __future__ import annotations

from typing import cast

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.recording import sheet_at
from successbook.tree import Address, Tree, Value
from successbook.tui.rooms.uat import UatRoom
from successbook.tui.widgets.grid import Grid
from successbook.verdicts.acceptance import Acceptance, acceptance_of
from tests.full import PLACES
from tests.plans import NOW, RELEASE, small_plan
from tests.tui.driving import Driver

__all__ = ["UAT", "case", "grid", "judged", "room", "state", "suite", "tree"]

UAT = PLACES["uat"]


def case(number: int) -> Address:
    return UAT.child("cases", f"case-{number}")


def suite(cases: int = 20, testers: int = 5) -> Tree:
    """Cases in two sections, every second one a must; testers; a quota of all but one of them."""
    draft = Draft(small_plan(), today=NOW.date)
    for number in range(cases):
        fields: dict[str, Value] = {
            "section": "Paying" if number < cases // 2 else "After paying",
            "priority": "could" if number % 2 else "must",
        }
        at = draft.add(KINDS["case"], f"Case {number}", inside=UAT, fields=fields, id_=f"case-{number}")
        draft.add(KINDS["case_step"], "Choose Pay", inside=at, fields={"expect": "It is paid"})
    ids = [draft.add(KINDS["tester"], f"T{number}", inside=UAT).key for number in range(testers)]
    if testers:
        wanted: dict[str, Value] = {"wanted": testers - 1, "testers": tuple(ids)}
        draft.add(KINDS["quota"], "Everybody", inside=UAT, fields=wanted)
    return draft.tree


def tree(driver: Driver) -> Tree:
    assert driver.app.workbook is not None
    return driver.app.workbook.tree


def judged(driver: Driver) -> Acceptance:
    return acceptance_of(tree(driver), RELEASE)


def room(driver: Driver) -> UatRoom:
    return cast("UatRoom", driver.outline)


def grid(driver: Driver) -> Grid:
    assert isinstance(driver.app.focused, Grid)
    return driver.app.focused


def state(driver: Driver, round_: str, tester: str, number: int) -> Value | None:
    return driver.value(sheet_at(UAT, round_, tester).child("results", f"case-{number}", "state"))
