"""The plans that are measured are plans: complete, consistent, and as hard as promised."""

from pathlib import Path

import pytest

from benchmarks.big_plan import LEVELS, big_plan, write_big_plan
from successbook.files.folder import PlanFolder
from successbook.plan.hierarchy import Hierarchy, records
from successbook.plan.kinds import KINDS
from successbook.plan.records import Views
from successbook.plan.titles import title_of
from successbook.tree import Tree, is_id
from successbook.verdicts.findings import findings


@pytest.fixture(scope="module")
def plan() -> Tree:
    return big_plan(500)


def test_it_has_the_records_that_were_asked_for(plan: Tree) -> None:
    """Those of 500 records; the two releases, with all their parts, come on top."""
    assert counted(plan) == pytest.approx(500, rel=0.05)
    assert counted(big_plan(2_000)) == pytest.approx(2_000, rel=0.02)


def counted(plan: Tree) -> int:
    """The records of a plan, without results, and without the parts of metrics, stakeholders and releases."""
    parts = ("result", "target", "update")
    kinds = [
        each for each in KINDS.values() if each.name not in parts and not each.file.endswith("release.toml")
    ]
    return sum(1 for kind in kinds for _ in records(plan, kind))


def test_two_thousand_records_are_as_many_goals_cases_and_results_as_promised() -> None:
    plan = big_plan(2_000)
    numbers = {
        name: sum(1 for _ in records(plan, KINDS[name])) for name in ("goal", "case", "sheet", "result")
    }
    assert numbers == {"goal": 300, "case": 150, "sheet": 10 * 3, "result": 150 * 10 * 3}


def test_every_id_is_good_and_every_value_fits_its_field(plan: Tree) -> None:
    views = Views()
    for kind in KINDS.values():
        for at in records(plan, kind):
            assert not at.path or is_id(at.path[-1])
            assert not views.of(kind.record(), plan.table(at)).misfits, at


def test_check_finds_nothing(plan: Tree) -> None:
    assert findings(plan) == ()
    assert findings(big_plan(100)) == ()


def test_goals_hang_at_six_levels_and_some_under_two_parents(plan: Tree) -> None:
    hierarchy = Hierarchy(plan)
    goals = [line for line in hierarchy.outline() if line.kind.name == "goal"]
    assert not hierarchy.orphans
    assert {line.depth for line in goals} == set(range(2, 2 + LEVELS))
    assert any(line.also for line in goals)


def test_titles_are_wide_long_and_right_to_left(plan: Tree) -> None:
    titles = [title_of(plan, at) for at in records(plan, KINDS["goal"])]
    assert any("支払い" in title for title in titles)
    assert any("الضيوف" in title for title in titles)
    assert any(len(title) >= 180 for title in titles)


def test_on_disk_it_is_what_it_was_and_nothing_is_rewritten(plan: Tree, tmp_path: Path) -> None:
    write_big_plan(500, tmp_path)
    folder = PlanFolder.open(tmp_path)
    assert folder.tree == plan
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.toml")}
    folder.write_tree(folder.tree)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.toml")} == before
