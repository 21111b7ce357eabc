"""What records are called, whatever is known of them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.plan.kinds import KINDS, Kind
from successbook.plan.titles import title_of, title_of_table
from successbook.tree import Address, Table, Tree, Value
from tests.strategies import keys, places, trees, values

DAY = dt.date(2026, 6, 15)


@given(trees)
def test_everything_has_a_title(tree: Tree) -> None:
    for each in [*places(tree), Address("plan.toml", ("goals", "nobody")), Address("x", ("\x1b",))]:
        assert title_of(tree, each).strip()


@given(st.sampled_from(list(KINDS.values())), st.dictionaries(keys | st.just("title"), values, max_size=3))
def test_any_table_has_a_title_or_none(kind: Kind, held: dict[str, Value]) -> None:
    title = title_of_table(kind, Table(held))
    assert len(title.splitlines()) <= 1
    said = held.get("title")
    if isinstance(said, str) and said.strip() and len(said.splitlines()) == 1:
        assert title == said.strip()


@pytest.mark.parametrize(
    ("kind", "held", "title"),
    [
        ("goal", {"title": "Pay"}, "Pay"),
        ("goal", {"title": "  "}, ""),
        ("goal", {"title": 3}, ""),
        ("goal", {}, ""),
        ("plan", {"product": "Shop"}, "Shop"),
        ("plan", {"title": "Checkout", "product": "Shop"}, "Checkout"),
        ("target", {"kind": "reach", "value": 60, "by": DAY}, "reach 60 by 15 Jun 2026"),
        ("target", {"kind": "none yet"}, "none yet"),
        ("target", {"title": "Summer", "value": 60}, "Summer"),
        ("target", {}, ""),
        ("phase", {"every": "week", "days": 30}, "every week for 30 days"),
        ("phase", {"days": 30}, "for 30 days"),
        ("benchmark_change", {"date": DAY, "old": 96}, "15 Jun 2026, 96"),
        ("reset", {"value": "~13000", "date": DAY}, "about 13 000, 15 Jun 2026"),
        ("revision", {"date": DAY, "new": "Guests who paid"}, "15 Jun 2026, Guests who paid"),
        ("score", {"date": DAY, "kind": "mid", "value": 0.7}, "15 Jun 2026, mid, 0.7"),
        ("update", {"step": "Before the first stage"}, "Before the first stage"),
        ("replan", {"to": DAY, "because": "The provider"}, "15 Jun 2026, The provider"),
        ("replan", {"to": (), "because": Table()}, ""),
    ],
)
def test_a_record_is_called_by_its_title_or_its_main_fields(
    kind: str, held: dict[str, Value], title: str
) -> None:
    assert title_of_table(KINDS[kind], Table(held)) == title


def test_without_anything_a_record_is_called_by_its_kind() -> None:
    tree = Tree({"plan.toml": Table({"goals": Table({"a": Table()})})})
    assert title_of(tree, Address("plan.toml", ("goals", "a"))) == "goal without a name"
    assert title_of(tree, Address("plan.toml")) == "plan without a name"
    assert title_of(tree, Address("readings.toml", ("readings",))) == "readings.toml:readings"


RELEASE = Address("releases/first/release.toml")


@pytest.mark.parametrize(
    ("stage", "level", "title"),
    [
        ({"title": "Half of all"}, {"date": DAY, "stage": "half"}, "15 Jun 2026, Half of all"),
        ({}, {"date": DAY, "stage": "half"}, "15 Jun 2026, half"),
        ({"title": "Half of all"}, {"stage": "half"}, "Half of all"),
        ({"title": "Half of all"}, {"title": "Up", "date": DAY, "stage": "half"}, "Up"),
        ({}, {"date": DAY, "step": "back", "stage": "gone"}, "15 Jun 2026, back, gone"),
        ({}, {"stage": 3}, "3"),
    ],
)
def test_a_line_of_the_launch_log_is_called_by_its_day_and_its_stage(
    stage: dict[str, Value], level: dict[str, Value], title: str
) -> None:
    kind = KINDS["level"]
    table = Table({"stages": Table({"half": Table(stage)}), kind.table: Table({"one": Table(level)})})
    assert title_of(Tree({RELEASE.file: table}), RELEASE.child(kind.table, "one")) == title


def test_a_waiver_is_called_by_its_case_and_a_test_without_a_release_by_its_folder() -> None:
    test = Address("releases/first/uat.toml")
    waivers = {"w1": Table({"case": "card"}), "w2": Table({"case": "gone"}), "w3": Table()}
    table = Table({"cases": Table({"card": Table({"title": "Pay, by card"})}), "waivers": Table(waivers)})
    tree = Tree({test.file: table})
    titles = [title_of(tree, test.child("waivers", key)) for key in waivers]
    assert titles == ["Pay, by card", "gone", "waiver without a name"]
    assert title_of(tree, test) == "acceptance test first"


def test_a_sheet_is_called_by_what_tells_its_round_and_its_tester() -> None:
    test, sheet = Address("releases/first/uat.toml"), Address("releases/first/results/r2--f1.toml")
    rounds = Table({"r2": Table({"title": "At 9:30, what had failed"})})
    testers = Table({"f1": Table({"title": "Ann: from 9:30 on"})})
    tree = Tree({test.file: Table({"rounds": rounds, "testers": testers}), sheet.file: Table()})
    assert title_of(tree, sheet) == "At 9:30, Ann"


def test_a_session_is_called_by_its_day_or_its_file() -> None:
    session = Address("reflections/2026-06-12.toml")
    assert title_of(Tree({session.file: Table({"held": DAY})}), session) == "15 Jun 2026"
    assert title_of(Tree({session.file: Table()}), session) == "session 2026-06-12"


def test_a_field_is_called_by_its_record() -> None:
    tree = Tree({"plan.toml": Table({"goals": Table({"a": Table({"title": "Pay"})})})})
    assert title_of(tree, Address("plan.toml", ("goals", "a", "by"))) == "Pay"


def test_what_is_named_after_others_is_called_by_their_titles() -> None:
    tree = Tree(
        {
            "plan.toml": Table({"metrics": Table({"pay": Table({"title": "Seconds to pay"})})}),
            "releases/first/release.toml": Table(
                {"title": "First", "kpis": Table({"pay": Table(), "gone": Table()})}
            ),
            "releases/first/uat.toml": Table({"cases": Table({"card": Table({"title": "Saved card"})})}),
            "releases/first/results/r1--f1.toml": Table({"results": Table({"card": Table()})}),
        }
    )
    release, sheet = Address("releases/first/release.toml"), Address("releases/first/results/r1--f1.toml")
    assert title_of(tree, release.child("kpis", "pay")) == "Seconds to pay"
    assert title_of(tree, release.child("kpis", "gone")) == "gone"
    assert title_of(tree, sheet.child("results", "card")) == "Saved card"
    assert title_of(tree, sheet) == "r1, f1"
    assert title_of(tree, Address("releases/first/uat.toml")) == "acceptance test of First"


@pytest.mark.parametrize("title", ["Pay\nquickly", "Pay\r\nquickly", " Pay \n quickly "])
def test_a_title_is_one_line_even_where_the_file_has_more(title: str) -> None:
    tree = Tree({"plan.toml": Table({"goals": Table({"a": Table({"title": title})})})})
    assert title_of(tree, Address("plan.toml", ("goals", "a"))) == "Pay quickly"
