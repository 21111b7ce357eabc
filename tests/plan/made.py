"""Plans that drafts make, for tests of what happens to them."""

import datetime as dt

from hypothesis import strategies as st

from successbook.plan.describe import FieldDescription, fields_of
from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS, Kind
from successbook.tree import Address, Tree
from tests.strategies import fitting

__all__ = [
    "FULL_KINDS",
    "GOAL",
    "METRIC",
    "PLAN",
    "SMALL",
    "SUITE",
    "TODAY",
    "added",
    "answerable",
    "at",
    "records_with_fields",
]

TODAY = dt.date(2026, 6, 15)


def at(token: str) -> Address:
    """The address in words."""
    return Address.parse(token)


def small() -> Tree:
    """A mission, a problem, two goals, a metric with a target, a stakeholder and a release."""
    draft = Draft(Tree(), today=TODAY)
    draft.put(Address("plan.toml", ("title",)), "Checkout")
    mission = draft.add(KINDS["mission"], "Shop", id_="shop")
    problem = draft.add(KINDS["problem"], "Address form", id_="form", under=mission)
    goal = draft.add(KINDS["goal"], "Guests pay", id_="pay", under=problem)
    draft.add(KINDS["goal"], "Guests pay quickly", id_="quick", under=goal)
    metric = draft.add(KINDS["metric"], "Seconds to pay", id_="seconds", under=goal, fields={"unit": "s"})
    draft.add(KINDS["target"], inside=metric, id_="summer", fields={"kind": "reach", "value": 60})
    draft.add(KINDS["stakeholder"], "Finance", id_="finance")
    draft.add(KINDS["release"], "First", id_="first")
    return draft.tree


SMALL = small()
PLAN, GOAL, METRIC = at("plan.toml"), at("plan.toml:goals.pay"), at("plan.toml:metrics.seconds")
SUITE = at("releases/first/uat.toml")
"""Where records of the small plan stand; its acceptance test is not there yet."""
FULL_KINDS = [kind for kind in KINDS.values() if not kind.names and not kind.single]


def answerable(kind: Kind) -> list[FieldDescription]:
    """The fields that hold answers of their own."""
    return [field for field in fields_of(kind.name) if field.name != "not_known"]


@st.composite
def records_with_fields(draw: st.DrawFn) -> tuple[Tree, Address, Kind]:
    """A tidy plan with one record of any kind, some of its fields filled."""
    kind = draw(st.sampled_from(FULL_KINDS))
    draft = Draft(Tree(), today=TODAY, random=lambda: "abcd")
    record = added(draft, kind)
    for field in draw(st.lists(st.sampled_from(answerable(kind)), max_size=4)):
        draft.put(record.child(field.name), draw(fitting(field)))
    return draft.tree, record, kind


def added(draft: Draft, kind: Kind) -> Address:
    """A record of a kind, after all that it is a part of; what is single comes with its first part."""
    inside = added(draft, KINDS[kind.inside]) if kind.inside else None
    if kind.single:
        return kind.at("", inside)
    return draft.add(kind, inside=inside, id_="--".join(["x"] * max(len(kind.names), 1)))
