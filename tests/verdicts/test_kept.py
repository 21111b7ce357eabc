"""What is kept between two looks at a plan is never out of date: every change of every value is seen."""

import datetime as dt
import random

import pytest

from successbook.files.folder import PlanFolder
from successbook.plan import peek
from successbook.plan.hierarchy import records
from successbook.plan.keeping import Kept, once_a_tree
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.resources import resource
from successbook.tree import Add, Address, Remove, Set, Table, Tree, Value, apply
from successbook.verdicts import metrics, targets
from successbook.verdicts.due import due_of
from successbook.verdicts.metrics import MetricView, look_at
from tests.thorough import THOROUGH
from tests.verdicts.texts import PLAN, RELEASE, leaves, tree

NOW = Now(dt.date(2026, 9, 14))
EDITS = 150 if THOROUGH else 60  # each change is worked out three times


def other(value: Value | None, chance: random.Random) -> Value:
    """Another value of the same sort."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + chance.choice((-20, 1, 30))
    if isinstance(value, dt.date):
        return value + dt.timedelta(days=chance.choice((-40, 40, 400)))
    return chance.choice(("reach", "decrease", "dropped", "at most", "~3", "(blocked)", "x"))


def everything(tree: Tree) -> tuple[list[MetricView], object]:
    return [look_at(tree, at, NOW) for at in records(tree, KINDS["metric"])], due_of(tree, NOW)


def forget() -> None:
    for kept in (metrics._VIEWS, targets._AIMS, peek._TAKEN):
        kept._kept.clear()


@pytest.mark.parametrize("name", ["checkout-mvp", "ml-platform"])
def test_a_change_anywhere_is_seen_in_what_is_kept(name: str) -> None:
    whole = PlanFolder.open(resource("sample_plans") / name).tree
    chance = random.Random(name)
    places = [at for at, _ in leaves(whole) if at.file.endswith(("release.toml", "s.toml", "plan.toml"))]
    numbers = [at for at in places if at.file == "readings.toml" or "metrics" in at.path or "kpis" in at.path]
    changed = 0
    first = everything(whole)
    for at in chance.sample(numbers, EDITS) + chance.sample(places, EDITS // 3):
        edit = Remove(at) if chance.random() < 0.2 else Set(at, other(whole.get(at), chance))
        edited = apply(whole, edit)[0]
        kept = everything(edited)
        forget()
        assert kept == everything(edited), at
        changed += kept != first
        assert everything(whole) == first, at
    assert changed > EDITS / 4, "the edits have to make a difference"


def test_the_same_tables_are_not_looked_at_twice() -> None:
    whole = PlanFolder.open(resource("sample_plans") / "checkout-mvp").tree
    forget()
    views = [look_at(whole, at, NOW) for at in records(whole, KINDS["metric"])]
    edited = apply(whole, Set(Address("plan.toml", ("title",)), "Other"))[0]
    again = [look_at(edited, at, NOW) for at in records(edited, KINDS["metric"])]
    assert all(one is other_ for one, other_ in zip(views, again, strict=True))
    tomorrow = [look_at(whole, at, Now(dt.date(2026, 9, 15))) for at in records(whole, KINDS["metric"])]
    assert not any(one is other_ for one, other_ in zip(views, tomorrow, strict=True))


def test_what_follows_from_one_table_at_two_addresses_is_told_apart() -> None:
    metric = Table({"title": "A", "targets": Table({"t": Table({"value": 3})})})
    tree = Tree({"plan.toml": Table({"metrics": Table({"a": metric, "b": metric})})})
    views = [targets.aims_of(tree, at)[0].at for at in records(tree, KINDS["metric"])]
    assert [str(at) for at in views] == [f"plan.toml:metrics.{name}.targets.t" for name in "ab"]


def test_a_result_is_kept_while_all_it_follows_from_is_the_same() -> None:
    kept, one, other_ = Kept[int](limit=2), Table({"a": 1}), Table({"a": 1})
    worked: list[int] = []

    def work() -> int:
        worked.append(len(worked))
        return worked[-1]

    assert [kept.of("k", (one,), work), kept.of("k", (one,), work)] == [0, 0]
    assert kept.of("k", (other_,), work) == 1, "an equal table is another one"
    assert kept.of("k", (other_, one), work) == 2
    assert kept.of("l", (other_, one), work) == 3
    assert kept.of("m", (), work) == 4, "past the limit all are dropped"
    assert kept.of("k", (other_, one), work) == 5


def test_a_function_of_a_tree_is_worked_out_once_for_the_latest() -> None:
    seen: list[Tree] = []

    @once_a_tree
    def count(tree: Tree) -> int:
        """How many."""
        seen.append(tree)
        return len(seen)

    one, two = Tree(), Tree()
    assert [count(one), count(one), count(two), count(one)] == [1, 1, 2, 3]
    assert count.__doc__ == "How many."


def test_a_metric_is_judged_again_when_its_release_ships() -> None:
    plan = "[metrics.m]\nbaseline = 40\n[metrics.m.targets.t]\nvalue = 60\n"
    readings = "[readings.m]\n" + "".join(f"2026-06-0{n} = {41 + n}\n" for n in range(1, 8))
    release = "planned = 2026-12-01\n[kpis.m]\n"
    whole = tree({PLAN: plan, "readings.toml": readings, RELEASE: release})
    metric = Address(PLAN, ("metrics", "m"))
    assert look_at(whole, metric, NOW).verdict.word == "too early"
    shipped = apply(whole, Add(Address(RELEASE, ("actual",)), dt.date(2026, 6, 1)))[0]
    assert look_at(shipped, metric, NOW).verdict.word == "moving"
    assert look_at(whole, metric, NOW).verdict.word == "too early"
