"""Edits: exact there and exact back, on arbitrary trees."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from successbook.errors import AddressError, Refused
from successbook.tree import (
    NO_NOTE,
    Add,
    Address,
    Change,
    Edit,
    Move,
    Note,
    Remove,
    Set,
    Table,
    Tree,
    Value,
    apply,
    do,
    same,
)
from tests.strategies import Edited, edited_trees, identical, places, trees

WHY = Note(above=("# why",), beside="# beside")
TREE = Tree(
    {
        "plan.toml": Table(
            {
                "format": 1,
                "title": "Plan",
                "goals": Table(
                    {
                        "a": Table({"title": "A", "by": 3}, {"by": WHY}),
                        "b": Table({"title": "B"}),
                        "c": Table(),
                    },
                    {"b": WHY},
                ),
            },
            {"": Note(above=("# top",), below=("# end",))},
        ),
        "readings.toml": Table({"format": 1}),
    }
)


def at(token: str) -> Address:
    return Address.parse(token)


def rebuilt(value: Value) -> Value:
    """An equal value that shares no table."""
    if isinstance(value, Table):
        return Table({key: rebuilt(held) for key, held in value.items()}, dict(value.notes))
    return tuple(rebuilt(item) for item in value) if isinstance(value, tuple) else value


# Laws


@given(edited_trees())
def test_undoing_an_edit_gives_the_identical_tree(edited: Edited) -> None:
    tree = edited.tree
    for edit, after in zip(edited.edits, edited.after, strict=True):
        changed, inverse = apply(tree, edit)
        assert identical(changed, after)
        back, again = apply(changed, inverse)
        assert identical(back, tree)
        assert identical(apply(back, again)[0], changed)
        tree = changed


@given(edited_trees())
def test_undoing_a_change_of_many_edits_gives_the_identical_tree(edited: Edited) -> None:
    change = Change("Many", edited.edits)
    tree, inverse = do(edited.tree, change)
    assert identical(tree, edited.after[-1])
    back, again = do(tree, inverse)
    assert identical(back, edited.tree)
    assert inverse.label == again.label == "Many"
    assert identical(do(back, again)[0], tree)


@given(edited_trees())
def test_an_edit_never_changes_the_tree_it_starts_from(edited: Edited) -> None:
    before = Tree({name: Table(table, table.notes) for name, table in edited.tree.files.items()})
    deep = {name: rebuilt(table) for name, table in edited.tree.files.items()}
    do(edited.tree, Change("Many", edited.edits))
    assert identical(edited.tree, before)
    assert all(same(table, deep[name]) for name, table in edited.tree.files.items())


@given(edited_trees(max_size=1))
def test_what_an_edit_leaves_alone_is_shared_by_identity(edited: Edited) -> None:
    (edit,), (tree,) = edited.edits, edited.after
    touched = Change("One", (edit,)).places
    alone = [
        each
        for each in places(edited.tree)
        if not any(each.within(place) or place.within(each) for place in touched)
    ]
    assert all(tree.get(each) is edited.tree.get(each) for each in alone)


@given(edited_trees())
def test_plain_values_stay_before_tables(edited: Edited) -> None:
    for tree in edited.after:
        for each in places(tree):
            kinds = [isinstance(value, Table) for value in tree.table(each).values()]
            assert kinds == sorted(kinds)


@given(trees, st.data())
def test_everything_in_a_tree_is_found_at_its_address(tree: Tree, data: st.DataObject) -> None:
    there = places(tree)
    assume(there)
    one = data.draw(st.sampled_from(there))
    assert tree.has(one)
    assert tree.get(Address.parse(str(one))) is tree.get(one)
    assert not tree.has(one.child("nobody has this key"))
    assert not tree.has(Address("nobody.toml", one.path))


# What each edit does


def test_set_keeps_the_place_and_the_comments() -> None:
    tree, inverse = apply(TREE, Set(at("plan.toml:goals.a.by"), "soon"))
    assert tree.table(at("plan.toml:goals.a")) == Table({"title": "A", "by": "soon"}, {"by": WHY})
    assert inverse == Set(at("plan.toml:goals.a.by"), 3)


def test_add_puts_a_value_behind_its_neighbour_with_its_comments() -> None:
    tree, inverse = apply(TREE, Add(at("plan.toml:goals.x"), Table(), WHY, after="a"))
    assert list(tree.table(at("plan.toml:goals"))) == ["a", "x", "b", "c"]
    assert tree.note(at("plan.toml:goals.x")) == WHY
    assert inverse == Remove(at("plan.toml:goals.x"))


@pytest.mark.parametrize("after", [None, "nobody", "title", "format"])
def test_a_table_added_first_or_behind_a_plain_value_stands_behind_all_plain_values(
    after: str | None,
) -> None:
    tree, _ = apply(TREE, Add(at("plan.toml:metrics"), Table(), after=after))
    assert list(tree.files["plan.toml"]) == ["format", "title", "metrics", "goals"]


def test_a_plain_value_added_behind_a_table_stands_behind_the_plain_ones() -> None:
    tree, _ = apply(TREE, Add(at("plan.toml:product"), "Shop", after="goals"))
    assert list(tree.files["plan.toml"]) == ["format", "title", "product", "goals"]


def test_remove_takes_the_comments_along_and_its_inverse_brings_them_back() -> None:
    tree, inverse = apply(TREE, Remove(at("plan.toml:goals.b")))
    assert not tree.table(at("plan.toml:goals")).notes
    assert inverse == Add(at("plan.toml:goals.b"), Table({"title": "B"}), WHY, "a")


@pytest.mark.parametrize(
    ("after", "order"),
    [
        (None, ["b", "a", "c"]),
        ("a", ["a", "b", "c"]),
        ("c", ["a", "c", "b"]),
        ("b", ["a", "b", "c"]),
    ],
)
def test_a_record_moves_among_its_neighbours_with_its_comments(after: str | None, order: list[str]) -> None:
    place = at("plan.toml:goals.b")
    tree, _ = apply(TREE, Move(place, place, after))
    assert list(tree.table(place.parent)) == order
    assert tree.note(place) == WHY


def test_a_record_moves_to_another_file_with_its_comments() -> None:
    tree, inverse = apply(TREE, Move(at("plan.toml:goals.b"), at("readings.toml:b"), "format"))
    assert tree.files["readings.toml"] == Table({"format": 1, "b": Table({"title": "B"})}, {"b": WHY})
    assert inverse == Move(at("readings.toml:b"), at("plan.toml:goals.b"), "a")


def test_a_file_is_added_and_removed_as_one_value() -> None:
    table = Table({"title": "First"}, {"": Note(above=("# top",))})
    tree, inverse = apply(TREE, Add(at("releases/first/release.toml"), table))
    assert list(tree.files) == ["plan.toml", "readings.toml", "releases/first/release.toml"]
    assert inverse == Remove(at("releases/first/release.toml"))
    assert apply(tree, inverse)[1] == Add(at("releases/first/release.toml"), table)


def test_a_value_with_an_empty_key_leaves_the_comments_of_its_file_alone() -> None:
    place = at("plan.toml:%")
    tree, inverse = apply(TREE, Add(place, 1, WHY))
    assert tree.note(at("plan.toml")) == TREE.note(at("plan.toml"))
    assert tree.note(place) == NO_NOTE
    assert identical(apply(tree, inverse)[0], TREE)


@pytest.mark.parametrize(
    ("edit", "error"),
    [
        (Set(at("plan.toml:goals.x"), Table()), AddressError),
        (Set(at("nobody.toml"), Table()), AddressError),
        (Set(at("plan.toml:title.x"), 1), AddressError),
        (Set(at("plan.toml"), 3), Refused),
        (Set(at("plan.toml:goals"), 3), Refused),
        (Set(at("plan.toml:title"), Table()), Refused),
        (Add(at("plan.toml:title"), "B"), Refused),
        (Add(at("plan.toml:goals"), Table()), Refused),
        (Add(at("plan.toml"), Table()), Refused),
        (Add(at("new.toml"), "text"), Refused),
        (Add(at("new.toml:a"), "text"), AddressError),
        (Add(at("plan.toml:metrics.x"), Table()), AddressError),
        (Add(at("plan.toml:title.x"), 1), AddressError),
        (Remove(at("plan.toml:goals.x")), AddressError),
        (Remove(at("nobody.toml")), AddressError),
        (Move(at("plan.toml:goals.x"), at("plan.toml:goals.y")), AddressError),
        (Move(at("plan.toml:goals.a"), at("plan.toml:goals.b")), Refused),
        (Move(at("plan.toml:goals.a"), at("plan.toml:goals.a.inside")), Refused),
        (Move(at("plan.toml:goals"), at("plan.toml:goals.a.inside")), Refused),
        (Move(at("plan.toml:goals.a"), at("plan.toml:nowhere.a")), AddressError),
        (Move(at("plan.toml:goals.a"), at("plan.toml:title.a")), AddressError),
        (Move(at("plan.toml:goals.a"), at("plan.toml")), Refused),
        (Move(at("plan.toml"), at("other.toml")), Refused),
        (Move(at("plan.toml"), at("readings.toml:plan")), Refused),
        (Move(at("plan.toml:goals.b"), at("plan.toml:goals.%")), Refused),
    ],
)
def test_an_edit_that_does_not_fit_is_refused_and_says_where(edit: Edit, error: type[Refused]) -> None:
    with pytest.raises(error) as caught:
        apply(TREE, edit)
    assert type(caught.value) is error
    assert caught.value.where


def test_a_change_is_carried_out_wholly_or_not_at_all() -> None:
    good, bad = Set(at("plan.toml:title"), "New"), Remove(at("plan.toml:nobody"))
    with pytest.raises(AddressError):
        do(TREE, Change("Half", (good, bad)))
    assert TREE.get(at("plan.toml:title")) == "Plan"


def test_a_tree_keeps_its_files_sorted_and_closed() -> None:
    tree = Tree({"b.toml": Table(), "a.toml": Table()})
    assert list(tree.files) == ["a.toml", "b.toml"]
    with pytest.raises(TypeError):
        tree.files["c.toml"] = Table()  # type: ignore[index]


def test_the_comments_of_a_file_are_its_top_and_its_end() -> None:
    assert TREE.note(at("plan.toml")) == Note(above=("# top",), below=("# end",))
    assert TREE.note(at("readings.toml")) == NO_NOTE
    assert TREE.note(at("plan.toml:goals.b")) == WHY


def test_a_table_that_is_not_there_reads_as_an_empty_one() -> None:
    assert TREE.table(at("plan.toml:nobody")) == Table()
    assert TREE.table(at("plan.toml:title")) == Table()
    assert TREE.note(at("plan.toml:nobody.x")) == NO_NOTE
