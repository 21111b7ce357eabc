"""Laws of the hierarchy, on plans in which anything names anything."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from successbook.plan.hierarchy import (
    HIERARCHY,
    Hierarchy,
    Line,
    records,
    served,
    would_circle,
)
from successbook.plan.kinds import KINDS
from successbook.tree import Address, Tree
from tests.strategies import broken_plans


@given(broken_plans())
def test_every_record_has_exactly_one_line_of_its_own(tree: Tree) -> None:
    own = [line.record for line in Hierarchy(tree).outline() if not line.also]
    assert sorted(own) == sorted(each for name in HIERARCHY for each in records(tree, KINDS[name]))


@given(broken_plans())
def test_every_link_is_seen_as_exactly_one_line(tree: Tree) -> None:
    hierarchy = Hierarchy(tree)
    seen = [(line.parent, line.record) for line in hierarchy.outline()]
    links = [(parent, child) for child, parents in hierarchy.parents.items() for parent in parents]
    roots = [(None, each) for each in hierarchy.roots()]
    assert sorted(map(str, seen)) == sorted(map(str, [*links, *roots]))
    assert len(set(seen)) == len(seen)


@given(broken_plans())
def test_a_line_stands_one_level_below_the_line_of_its_parent(tree: Tree) -> None:
    own: dict[Address | None, int] = {None: -1}
    for line in Hierarchy(tree).outline():
        assert line.depth == own[line.parent] + 1
        if not line.also:
            own[line.record] = line.depth


@given(broken_plans())
def test_a_record_stands_under_its_first_parent_or_is_an_orphan(tree: Tree) -> None:
    hierarchy = Hierarchy(tree)
    orphans = set(hierarchy.orphans)
    for line in hierarchy.outline():
        if line.also:
            assert line.record in orphans or line.parent != hierarchy.parents[line.record][0]
        elif line.parent is None:
            assert line.record in orphans or not line.kind.under
        else:
            assert line.record not in orphans
            assert line.parent == hierarchy.parents[line.record][0]


@given(broken_plans())
def test_parents_are_records_that_the_kind_may_hang_under_each_once_and_never_itself(tree: Tree) -> None:
    hierarchy = Hierarchy(tree)
    for record, parents in hierarchy.parents.items():
        kind = hierarchy.kinds[record]
        assert len(set(parents)) == len(parents)
        assert all(each != record and hierarchy.kinds[each].name in kind.under for each in parents)
        assert all(record in hierarchy.children[each] for each in parents)
    assert sum(map(len, hierarchy.children.values())) == sum(map(len, hierarchy.parents.values()))


@given(broken_plans())
def test_one_record_is_told_the_same_parents_as_the_whole_hierarchy(tree: Tree) -> None:
    assert {each: served(tree, each) for each in Hierarchy(tree).kinds} == Hierarchy(tree).parents


@given(broken_plans())
def test_orphans_are_those_without_a_parent_or_in_a_circle_of_first_parents(tree: Tree) -> None:
    hierarchy = Hierarchy(tree)

    def loose(record: Address) -> bool:
        up, steps = hierarchy.parents[record], 0
        while up and steps <= len(hierarchy.kinds):
            if up[0] == record:
                return True
            up, steps = hierarchy.parents[up[0]], steps + 1
        return not hierarchy.parents[record]

    assert hierarchy.orphans == [each for each, kind in hierarchy.kinds.items() if kind.under and loose(each)]


@given(broken_plans(), st.data())
def test_what_is_folded_hides_what_is_below_and_nothing_else(tree: Tree, data: st.DataObject) -> None:
    hierarchy = Hierarchy(tree)
    every = list(hierarchy.outline())
    folded = frozenset(data.draw(st.lists(st.sampled_from(list(hierarchy.kinds)))) if every else ())
    shown: list[Line] = []
    hidden_from: int | None = None
    for line in every:
        if hidden_from is not None and line.depth > hidden_from:
            continue
        shown.append(line)
        hidden_from = line.depth if not line.also and line.record in folded else None
    assert list(hierarchy.outline(folded)) == shown


@given(broken_plans())
def test_a_chain_leads_up_by_first_parents_and_ends(tree: Tree) -> None:
    hierarchy = Hierarchy(tree)
    for record in hierarchy.kinds:
        chain = hierarchy.chain(record)
        assert chain[-1] == record
        assert len(set(chain)) == len(chain)
        assert all(hierarchy.parents[below][0] == above for above, below in pairwise(chain))
        assert not hierarchy.parents[chain[0]] or hierarchy.parents[chain[0]][0] in chain


@given(broken_plans(), st.data())
def test_hanging_makes_a_circle_if_the_record_is_above_its_new_parent(
    tree: Tree, data: st.DataObject
) -> None:
    hierarchy = Hierarchy(tree)
    if not hierarchy.kinds:
        return
    one, other = (data.draw(st.sampled_from(list(hierarchy.kinds))) for _ in range(2))
    above, grown = {other}, True
    while grown:
        wider = above | {parent for each in above for parent in hierarchy.parents[each]}
        grown, above = len(wider) > len(above), wider
    assert hierarchy.would_circle(one, other) == would_circle(tree, one, other) == (one in above)
