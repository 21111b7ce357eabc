"""The goal hierarchy: everything is shown once, whatever names what, and circles do no harm."""

import pytest

from successbook.errors import AddressError
from successbook.plan.hierarchy import (
    HIERARCHY,
    Hierarchy,
    records,
    reference_to,
    resolve,
    would_circle,
)
from successbook.plan.kinds import KINDS
from successbook.tree import Address, Table, Tree, Value


def at(reference: str) -> Address:
    kind, _, id_ = reference.partition(":")
    return KINDS[kind].at(id_)


def plan(**links: list[str] | None) -> Tree:
    """A plan of records named ``goal_a`` for the goal a, with what each of them serves."""
    held: dict[str, dict[str, Value]] = {}
    for name, serves in links.items():
        kind = KINDS[name.rpartition("_")[0]]
        fields: dict[str, Value] = {"title": name.replace("_", " ")}
        if serves is not None:
            fields[kind.link] = tuple(serves)
        held.setdefault(kind.table, {})[name.rpartition("_")[2]] = Table(fields)
    return Tree({"plan.toml": Table({table: Table(found) for table, found in held.items()})})


def drawn(tree: Tree, folded: frozenset[Address] = frozenset()) -> list[str]:
    """The outline as text: two spaces a level, a star for what is shown elsewhere too."""
    return [
        f"{'  ' * line.depth}{line.kind.name} {line.record.key}{' *' if line.also else ''}"
        for line in Hierarchy(tree).outline(folded)
    ]


SHARED = plan(
    mission_m=None,
    problem_p=["m"],
    goal_a=["problem:p"],
    goal_b=["goal:a", "mission:m"],
    key_action_k=["goal:b", "problem:p"],
    initiative_i=["key_action:k"],
    metric_x=["initiative:i", "goal:a"],
    metric_y=[],
)


def test_something_may_serve_several_others_and_is_shown_under_each() -> None:
    assert drawn(SHARED) == [
        "mission m",
        "  problem p",
        "    goal a",
        "      goal b",
        "        key_action k",
        "          initiative i",
        "            metric x",
        "      metric x *",
        "    key_action k *",
        "  goal b *",
        "metric y",
    ]


def test_what_serves_a_folded_record_is_left_out_and_still_shown_elsewhere() -> None:
    assert drawn(SHARED, frozenset({at("goal:a"), at("metric:y")})) == [
        "mission m",
        "  problem p",
        "    goal a",
        "    key_action k *",
        "  goal b *",
        "metric y",
    ]


def test_siblings_stand_in_the_order_of_the_file_kind_by_kind() -> None:
    tree = plan(
        mission_m=None, metric_x=["goal:a"], goal_c=["goal:a"], goal_a=["mission:m"], goal_b=["goal:a"]
    )
    assert drawn(tree) == ["mission m", "  goal a", "    goal c", "    goal b", "    metric x"]


def test_the_members_of_a_circle_are_orphans_that_show_each_other() -> None:
    tree = plan(goal_a=["goal:b"], goal_b=["goal:c"], goal_c=["goal:a"], metric_x=["goal:b"])
    assert drawn(tree) == [
        "goal a",
        "  goal c *",
        "goal b",
        "  goal a *",
        "  metric x",
        "goal c",
        "  goal b *",
    ]


def test_a_circle_through_a_second_parent_is_shown_and_ends() -> None:
    tree = plan(mission_m=None, goal_a=["mission:m", "goal:b"], goal_b=["goal:a"])
    assert drawn(tree) == ["mission m", "  goal a", "    goal b", "      goal a *"]
    assert Hierarchy(tree).orphans == []


def test_a_record_that_names_itself_nothing_or_the_wrong_kind_is_an_orphan() -> None:
    tree = plan(
        mission_m=None,
        goal_a=["goal:a"],
        goal_b=["goal:nobody"],
        goal_c=["metric:x"],
        goal_d=["mission:m:x", "", "plan:a"],
        metric_x=["mission:m"],
    )
    assert Hierarchy(tree).orphans == [at(f"goal:{id_}") for id_ in "abcd"] + [at("metric:x")]


def test_a_field_of_the_wrong_type_is_no_parent_and_no_harm() -> None:
    for odd in ("mission:m", 3, Table(), (3, True, ("mission:m",))):
        tree = Tree(
            {
                "plan.toml": Table(
                    {"missions": Table({"m": Table()}), "goals": Table({"a": Table({"serves": odd})})}
                )
            }
        )
        assert Hierarchy(tree).orphans == [at("goal:a")]


def test_a_table_that_is_no_table_of_records_holds_none() -> None:
    tree = Tree({"plan.toml": Table({"goals": 3, "missions": Table({"m": 3, "n": Table()})})})
    assert list(Hierarchy(tree).kinds) == [at("mission:n")]
    assert drawn(Tree()) == []


@pytest.mark.parametrize("size", [3_000])
def test_long_chains_and_circles_are_no_deeper_than_they_must_be(size: int) -> None:
    chain = plan(**{f"goal_{n}": [f"goal:{n + 1}"] for n in range(size)})
    assert [line.depth for line in Hierarchy(chain).outline()] == list(range(size))
    assert len(Hierarchy(chain).chain(at("goal:0"))) == size
    circle = plan(**{f"goal_{n}": [f"goal:{(n + 1) % size}"] for n in range(size)})
    assert len(Hierarchy(circle).orphans) == size
    assert len(list(Hierarchy(circle).outline())) == 2 * size
    assert would_circle(circle, at("goal:0"), at("goal:1"))


def test_the_hierarchy_is_kept_until_its_file_changes() -> None:
    first = Hierarchy.of(SHARED)
    assert Hierarchy.of(Tree({**SHARED.files, "readings.toml": Table()})) is first
    table = SHARED.files["plan.toml"]
    assert Hierarchy.of(Tree({"plan.toml": table.put("title", "New")})) is not first
    assert Hierarchy.of(Tree()).kinds == {}


# References


@pytest.mark.parametrize(
    ("reference", "kinds", "found"),
    [
        ("a", ("goal",), "goal:a"),
        ("goal:a", ("goal",), "goal:a"),
        ("a", ("problem", "goal"), "goal:a"),
        ("goal:a", ("problem", "mission"), "goal:a"),
        ("m", ("problem", "mission"), "mission:m"),
        ("a", ("problem",), None),
        ("goal:nobody", ("goal",), None),
        ("", ("goal",), None),
        (":a", ("goal",), None),
        ("goal:", ("goal",), None),
        ("nobody:a", ("goal",), None),
        ("plan:a", ("plan",), None),
        ("target:a", ("goal",), None),
        ("goal:a:b", ("goal",), None),
        (" a", ("goal",), None),
    ],
)
def test_a_reference_is_a_bare_id_or_kind_and_id(
    reference: str, kinds: tuple[str, ...], found: str | None
) -> None:
    assert resolve(SHARED, reference, kinds) == (at(found) if found else None)


@pytest.mark.parametrize("name", HIERARCHY)
@pytest.mark.parametrize("kinds", [HIERARCHY, ("mission", "goal")])
def test_what_is_written_as_a_reference_leads_back(name: str, kinds: tuple[str, ...]) -> None:
    record = next(records(SHARED, KINDS[name]))
    written = reference_to(record, kinds)
    assert resolve(SHARED, written, kinds) == record
    assert written == f"{name}:{record.key}"


def test_where_only_one_kind_fits_a_reference_is_the_bare_id() -> None:
    assert reference_to(at("goal:a"), ("goal",)) == "a"
    assert reference_to(at("release:first"), ("release",)) == "first"


def test_no_reference_is_written_to_what_is_no_record() -> None:
    with pytest.raises(AddressError, match="no record stands here"):
        reference_to(Address("readings.toml", ("readings", "x")), ("goal",))


def test_what_belongs_to_a_release_is_looked_for_in_the_same_release() -> None:
    case = Table({"cases": Table({"pay": Table({"title": "Pay"})})})
    tree = Tree({"releases/a/uat.toml": case, "releases/b/uat.toml": Table(), "plan.toml": Table()})
    near = Address("releases/a/results/r1--f1.toml", ("results", "pay"))
    assert resolve(tree, "pay", ("case",), near) == Address("releases/a/uat.toml", ("cases", "pay"))
    assert resolve(tree, "pay", ("case",), Address("releases/b/uat.toml")) is None
    assert resolve(tree, "pay", ("case",), Address("plan.toml")) is None
    assert resolve(tree, "case:pay", ("case",)) is None


def test_records_of_a_kind_are_found_in_display_order_and_inside_their_record() -> None:
    updates = Table({"b": Table(), "a": Table(), "note": 3})
    tree = Tree(
        {
            "stakeholders.toml": Table(
                {
                    "stakeholders": Table(
                        {"x": Table({"updates": updates}), "y": Table(), "z": Table({"updates": 1})}
                    )
                }
            ),
            "releases/second/release.toml": Table(),
            "releases/first/release.toml": Table({"milestones": Table({"open": Table()})}),
        }
    )
    holder = Address("stakeholders.toml", ("stakeholders", "x"))
    found = [holder.child("updates", id_) for id_ in "ba"]
    assert list(records(tree, KINDS["update"])) == list(records(tree, KINDS["update"], holder)) == found
    assert [each.file for each in records(tree, KINDS["release"])] == [
        "releases/first/release.toml",
        "releases/second/release.toml",
    ]
    assert len(list(records(tree, KINDS["milestone"]))) == 1
