"""Whatever is typed fits its field, or is refused with what would fit."""

from hypothesis import given
from hypothesis import strategies as st

from successbook.errors import Refused
from successbook.plan.answers import answer
from successbook.plan.describe import fields_of
from successbook.plan.drafts import Draft
from successbook.plan.fields import Control
from successbook.plan.kinds import KINDS, Kind
from successbook.plan.records import Views
from successbook.plan.shapes import normal
from successbook.tree import Address, Tree, Value, same
from tests.plan.made import FULL_KINDS, SMALL, TODAY, added
from tests.strategies import any_text

TEXTS = any_text | st.sampled_from(
    ("2026-09-30", "2026-9-30", "09:30", "24:00", "14", "-1", "1.5", "1,5", "5m", "~13k", "(blocked)", "yes",
     "No", "MVP", "bug fix", "goal:pay", "pay", "mission:shop", "target:x", "x" * 70, "9" * 400)
)  # fmt: skip


def with_record(kind: Kind) -> tuple[Tree, Address]:
    """A plan with a record of this kind."""
    draft = Draft(Tree(), today=TODAY)
    record = added(draft, kind)
    return Tree({**SMALL.files, **draft.tree.files}), record


def answered(tree: Tree, at: Address, said: list[str]) -> Value | Refused | None:
    """The answer, or why there is none."""
    try:
        return answer(tree, at, said)
    except Refused as problem:
        return problem


@given(st.sampled_from(FULL_KINDS), st.data(), st.lists(TEXTS, min_size=1, max_size=2))
def test_whatever_is_typed_fits_its_field_or_is_refused_with_a_remedy(
    kind: Kind, data: st.DataObject, said: list[str]
) -> None:
    tree, record = with_record(kind)
    field = data.draw(st.sampled_from(fields_of(kind.name)))
    at = record.child(field.name)
    value = answered(tree, at, said)
    if isinstance(value, Refused):
        assert value.remedy
        assert len(str(value).splitlines()) == 1
        assert field.control is not Control.PROSE or len(said) > 1
        return
    if value is None:
        assert not "".join(said).strip()
        return
    assert same(normal(field.control, value) or "", value)
    draft = Draft(tree)
    draft.put(at, value)
    assert dict(Views().of(kind.record(), draft.tree.table(record)).misfits) == {}
    assert same(draft.tree.get(at) or "", value)


@given(st.sampled_from(list(KINDS.values())), any_text, TEXTS)
def test_an_address_made_of_anything_takes_an_answer_or_refuses_it(kind: Kind, name: str, said: str) -> None:
    at = Address(kind.file.replace("*", "first"), (kind.table or "x", "pay", name))
    value = answered(SMALL, at, [said])
    assert not isinstance(value, Refused) or len(str(value).splitlines()) == 1
