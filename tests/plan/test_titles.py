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
