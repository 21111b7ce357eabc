"""The shelf: scratch copies of samples, and the plans that a notebook looks at."""

from __future__ import annotations

from pathlib import Path

from successbook.shelf import Shelf
from successbook.tree import Address, Table, Tree
from successbook.workbook import Workbook
from tests.plans import NOW, small_plan, written
from tests.releases import KPI, ready_plan

TITLE = Address("plan.toml", ("title",))


def notebook(folder: Path, *plans: str) -> Workbook:
    tree = Tree({"notebook.toml": Table({"format": 1, "plans": plans})})
    return Workbook.open(written(folder, tree), NOW)


def test_the_demo_of_a_notebook_has_the_plan_it_looks_at_beside_it(tmp_path: Path) -> None:
    shelf = Shelf.at(tmp_path, NOW)
    path = shelf.demo("ml-platform-notebook")
    assert sorted(each.name for each in path.parent.iterdir()) == ["ml-platform", "ml-platform-notebook"]
    plans = shelf.linked(Workbook.open(path, NOW))
    assert [plan.get(TITLE) for plan in plans] == ["ML platform"]


def test_the_plans_of_a_notebook_are_found_from_its_own_folder(tmp_path: Path) -> None:
    written(tmp_path / "plans" / "checkout", small_plan())
    book = notebook(tmp_path / "mine", "../plans/checkout")
    assert [plan.get(TITLE) for plan in Shelf.at(tmp_path, NOW).linked(book)] == ["Checkout MVP"]


def test_a_plan_that_is_elsewhere_today_is_left_out(tmp_path: Path) -> None:
    book = notebook(tmp_path / "mine", "../gone", "~nobody-of-that-name/plan", "\0")
    assert Shelf.at(tmp_path, NOW).linked(book) == []


def test_a_notebook_of_which_only_its_sessions_are_left_is_found(tmp_path: Path) -> None:
    left = written(tmp_path / "mine", Tree({"reflections/2026-05-01.toml": Table({"title": "In May"})}))
    shelf = Shelf.at(tmp_path, NOW)
    assert Shelf.is_plan(left)
    assert [card.path for card in shelf.here()] == [left]


def test_a_plan_on_the_shelf_says_whether_its_next_release_is_ready(tmp_path: Path) -> None:
    written(tmp_path / "a", ready_plan())
    written(tmp_path / "b", ready_plan(lambda draft: draft.put(KPI.child("frozen"), None)))
    assert [card.ships for card in Shelf.at(tmp_path, NOW).here()] == [
        "ships in 12 days, ready",
        "ships in 12 days, not ready, 1 reason",
    ]
