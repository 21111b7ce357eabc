"""Laws of drafts: what is put is brought whole, taken back exactly, and shaped by its field alone."""

from hypothesis import given
from hypothesis import strategies as st

from successbook.errors import CycleError, Refused
from successbook.plan.describe import FieldDescription, fields_of
from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import Hierarchy
from successbook.plan.kinds import Kind
from successbook.plan.shapes import normal
from successbook.tree import Address, Tree, Value, do
from tests.plan.made import FULL_KINDS, TODAY, added, answerable, records_with_fields
from tests.strategies import broken_plans, fitting, identical


@given(records_with_fields(), st.data())
def test_a_value_put_and_the_old_one_put_back_leaves_the_plan_as_it_was(
    made: tuple[Tree, Address, Kind], data: st.DataObject
) -> None:
    tree, record, kind = made
    field = data.draw(st.sampled_from(answerable(kind)))
    place = record.child(field.name)
    draft = Draft(tree)
    draft.put(place, data.draw(fitting(field) | st.none()))
    draft.put(place, tree.get(place))
    assert identical(draft.tree, tree)


@given(st.sampled_from(FULL_KINDS), st.data())
def test_fields_stand_as_declared_in_whatever_order_they_are_put(kind: Kind, data: st.DataObject) -> None:
    start = Draft(Tree(), today=TODAY)
    record = added(start, kind)
    fields = data.draw(st.lists(st.sampled_from(answerable(kind)), unique=True, max_size=5))
    answers = {field.name: data.draw(fitting(field)) for field in fields}
    trees = []
    for _ in range(2):
        draft = Draft(start.tree)
        for name in data.draw(st.permutations(list(answers))):
            draft.put(record.child(name), answers[name])
        trees.append(draft.tree)
    assert identical(*trees)
    order = [field.name for field in fields_of(kind.name)]
    assert sorted(trees[0].table(record), key=order.index) == list(trees[0].table(record))


@given(records_with_fields(), st.data())
def test_what_was_put_stands_there_in_its_shape_and_the_change_brings_all_of_it(
    made: tuple[Tree, Address, Kind], data: st.DataObject
) -> None:
    tree, record, kind = made
    draft, expected = Draft(tree), dict[str, Value | None]()
    for field in data.draw(st.lists(st.sampled_from(answerable(kind)), min_size=1, max_size=4)):
        value = data.draw(fitting(field) | st.none())
        draft.put(record.child(field.name), value)
        expected[field.name] = normal(field.control, value)
    assert {name: draft.tree.get(record.child(name)) for name in expected} == expected
    changed, inverse = do(tree, draft.change("Write"))
    assert identical(changed, draft.tree)
    assert identical(do(changed, inverse)[0], tree)


@given(records_with_fields(), st.data())
def test_the_shape_of_a_field_depends_on_its_control_alone(
    made: tuple[Tree, Address, Kind], data: st.DataObject
) -> None:
    tree, record, kind = made
    field = data.draw(st.sampled_from(answerable(kind)))
    seen = set()
    for _ in range(3):
        draft = Draft(tree)
        draft.put(record.child(field.name), data.draw(fitting(field)))
        seen.add(shape(field, draft.tree.get(record.child(field.name))))
    assert len(seen - {None}) <= 1


def shape(field: FieldDescription, value: Value | None) -> object:
    """What decides how a value is written: its type, and for text whether it is a block."""
    if value is None:
        return None
    if isinstance(value, str):
        return "measured" if field.control.value == "measured" else f"text {value.endswith(chr(10))}"
    return "measured" if isinstance(value, int | float) and not isinstance(value, bool) else type(value)


@given(records_with_fields())
def test_putting_what_is_there_changes_nothing(made: tuple[Tree, Address, Kind]) -> None:
    tree, record, _ = made
    draft = Draft(tree)
    for name, value in tree.table(record).items():
        draft.put(record.child(name), value)
    draft.put(record.child("nobody"), None)
    assert draft.tree is tree
    assert not draft.change("Nothing")


@given(broken_plans(), st.data())
def test_hanging_is_refused_or_makes_the_new_parent_the_first_and_keeps_the_others(
    tree: Tree, data: st.DataObject
) -> None:
    before = Hierarchy(tree)
    if not before.kinds:
        return
    record, parent, leave = (data.draw(st.sampled_from(list(before.kinds))) for _ in range(3))
    draft = Draft(tree)
    try:
        draft.hang(record, parent, instead_of=data.draw(st.sampled_from((None, leave))))
    except CycleError:
        assert before.would_circle(record, parent)
    except Refused:
        assert before.kinds[parent].name not in before.kinds[record].under
    else:
        after = Hierarchy(draft.tree)
        assert after.parents[record][0] == parent
        assert set(before.parents[record]) <= {*after.parents[record], leave}
        said = tree.get(record.child(before.kinds[record].link))
        if isinstance(said, tuple):
            assert set(after.parents[record]) <= {*before.parents[record], parent}
            assert len(draft.change("Hang").edits) <= 1
        if any(after.would_circle(record, each) for each in after.parents[record]):
            assert any(before.would_circle(record, each) for each in before.parents[record])
        return
    assert draft.tree is tree
