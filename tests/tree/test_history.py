"""History: undo and redo without limit, and one change taken back from the middle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.errors import AddressError, Refused
from successbook.tree import (
    Add,
    Address,
    Change,
    Done,
    History,
    Move,
    Remove,
    Set,
    Table,
    Tree,
    catching_up,
    do,
)  # fmt: skip
from tests.strategies import edits, identical, trees

TITLE = Address("plan.toml", ("title",))
TREE = Tree({"plan.toml": Table({"title": "Plan", "product": "Shop", "goals": Table({"a": Table()})})})


def titled(title: str) -> Change:
    return Change(f"Call it {title}", (Set(TITLE, title),))


@given(trees, st.data())
def test_undo_and_redo_walk_through_the_trees_that_were(tree: Tree, data: st.DataObject) -> None:
    history, seen, now = History(), [tree], 0
    for _ in range(data.draw(st.integers(1, 10))):
        step = data.draw(st.sampled_from(("do", "undo", "redo", "undo")))
        if step == "do":
            many = data.draw(st.integers(1, 2))
            tree = done_at_random(history, seen[now], data, many)
            seen, now = [*seen[: now + 1], tree], now + 1
        elif step == "undo" and now:
            tree, _ = history.undo(seen[now])
            now -= 1
        elif step == "redo" and now + 1 < len(seen):
            tree, _ = history.redo(seen[now])
            now += 1
        assert identical(tree, seen[now])
        assert (len(history.done), len(history.undone)) == (now, len(seen) - 1 - now)


def done_at_random(history: History, tree: Tree, data: st.DataObject, many: int) -> Tree:
    trial, made = tree, []
    for _ in range(many):
        made.append(data.draw(edits(trial)))
        trial = History().do(trial, Change("One", (made[-1],)))
    return history.do(tree, Change("Many", tuple(made)))


@given(trees, trees)
def test_catching_up_makes_a_tree_what_another_one_is_and_can_be_undone(mine: Tree, theirs: Tree) -> None:
    change = catching_up("Catch up", mine, theirs)
    found, inverse = do(mine, change)
    assert identical(found, theirs)
    assert identical(do(found, inverse)[0], mine)
    assert not catching_up("Catch up", found, theirs)


def test_catching_up_leaves_files_alone_that_shall_stay() -> None:
    theirs = Tree({"readings.toml": Table({"format": 1})})
    assert catching_up("Catch up", TREE, theirs, but={"plan.toml"}).files == {"readings.toml"}


def test_what_is_forgotten_can_be_brought_back_by_neither_undo_nor_redo() -> None:
    history = History()
    tree = history.do(history.do(TREE, titled("One")), titled("Two"))
    tree, _ = history.undo(tree)
    history.forget()
    assert (history.done, history.undone) == ([], [])
    with pytest.raises(Refused, match="nothing to redo"):
        history.redo(tree)


@given(trees, st.data())
def test_a_change_from_the_middle_is_taken_back_or_refused_and_that_can_be_undone(
    tree: Tree, data: st.DataObject
) -> None:
    history, seen = History(), [tree]
    for _ in range(data.draw(st.integers(1, 4))):
        seen.append(done_at_random(history, seen[-1], data, 1))
    which = data.draw(st.integers(0, len(history.done) - 1))
    before = list(history.done)
    try:
        after, change = history.undo_one(seen[-1], history.done[which])
    except Refused:
        assert history.done == before
        return
    assert change.edits == before[which].inverse.edits
    assert history.done[:-1] == before
    if which == len(before) - 1:
        assert identical(after, seen[-2])
    assert identical(history.undo(after)[0], seen[-1])


def test_a_change_from_the_middle_goes_and_what_came_later_stays() -> None:
    history = History()
    tree = history.do(TREE, titled("First"))
    tree = history.do(tree, Change("Rename product", (Set(Address("plan.toml", ("product",)), "Store"),)))
    tree, change = history.undo_one(tree, history.done[0])
    assert tree.files["plan.toml"]["title"] == "Plan"
    assert tree.files["plan.toml"]["product"] == "Store"
    assert change.label == "Undo: Call it First"


def test_a_change_that_later_ones_build_on_cannot_be_taken_back_alone() -> None:
    goal = Address("plan.toml", ("goals", "b"))
    history = History()
    tree = history.do(TREE, Change("Add", (Add(goal, Table()),)))
    tree = history.do(tree, Change("Remove", (Remove(goal),)))
    with pytest.raises(AddressError):
        history.undo_one(tree, history.done[0])
    assert [done.change.label for done in history.done] == ["Add", "Remove"]


def test_a_new_change_forgets_what_was_undone() -> None:
    history = History()
    tree = history.do(TREE, titled("First"))
    tree, _ = history.undo(tree)
    history.do(tree, titled("Second"))
    assert history.undone == []
    with pytest.raises(Refused, match="nothing to redo"):
        history.redo(tree)


def test_a_change_without_edits_is_none() -> None:
    history = History()
    tree = history.do(TREE, titled("First"))
    tree, _ = history.undo(tree)
    assert history.do(tree, Change("Nothing", ())) is tree
    assert history.done == []
    assert len(history.undone) == 1
    assert not Change("Nothing", ())


def test_where_nothing_was_done_there_is_nothing_to_undo() -> None:
    with pytest.raises(Refused, match="nothing to undo"):
        History().undo(TREE)


def test_a_change_that_does_not_fit_leaves_the_history_as_it_was() -> None:
    history = History()
    tree = history.do(TREE, titled("First"))
    tree, _ = history.undo(tree)
    with pytest.raises(AddressError):
        history.do(tree, Change("Bad", (Set(TITLE, "x"), Remove(Address("nobody.toml")))))
    assert (len(history.done), len(history.undone)) == (0, 1)


def test_an_undo_that_does_not_fit_another_tree_keeps_its_place() -> None:
    history = History()
    history.do(TREE, titled("First"))
    with pytest.raises(AddressError):
        history.undo(Tree())
    assert len(history.done) == 1
    history.undo(TREE)
    with pytest.raises(AddressError):
        history.redo(Tree())
    assert len(history.undone) == 1


def test_a_change_names_its_places_and_files() -> None:
    one, two = Address("a.toml", ("x",)), Address("b.toml", ("y",))
    change = Change("Move", (Move(one, two), Set(TITLE, "x"), Move(one, one)))
    assert change.places == (one, two, TITLE, one)
    assert change.files == {"a.toml", "b.toml", "plan.toml"}


def test_undo_tells_what_took_the_change_back() -> None:
    history = History()
    tree = history.do(TREE, titled("First"))
    assert history.done == [Done(titled("First"), Change("Call it First", (Set(TITLE, "Plan"),)))]
    assert history.undo(tree)[1].edits == (Set(TITLE, "Plan"),)
    assert history.redo(TREE)[1] == titled("First")
