"""Who agreed to which release: every combination, and that an agreement to one is none to another."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.plan.preparing import agree
from successbook.tree import Address, Tree, Value
from successbook.verdicts.agreements import agreement_of
from successbook.verdicts.readiness import readiness_of
from successbook.verdicts.stakeholder_grid import grid_of
from tests.plans import NOW, RELEASE, STAKEHOLDER, day
from tests.releases import ready_plan

NEXT = Address("releases/saved-cards/release.toml")
OWN = STAKEHOLDER.child("agreements", "saved-cards")


def two(agreed: str = "", own: str = "", said: str = "2026-06-05") -> Tree:
    """The plan that can ship with a second release, five weeks after the first one's last read-out.

    Args:
        agreed: the day that stands at the stakeholder.
        own: the day of the agreement to the second release.
        said: the day on which the success of the second release was said.
    """
    draft = Draft(ready_plan())
    draft.add(KINDS["release"], "Saved cards", fields={"planned": day("2026-08-01")})
    for at, text in ((STAKEHOLDER.child("agreed"), agreed), (NEXT.child("success_said"), said)):
        draft.put(at, day(text) if text else None)
    if own:
        fields: dict[str, Value] = {} if own == "-" else {"date": day(own)}
        draft.add(KINDS["agreement"], inside=STAKEHOLDER, id_="saved-cards", fields=fields)
    return draft.tree


AGREED = ("", "2026-06-02", "2026-06-10", "2026-07-10")
"""Nobody said; before the second release's success was said, and after; after the first one's last day."""
OWNS = ("", "-", "2026-06-01", "2026-06-11", "2026-06-20")
"""Nothing written down for the second release; no day; too early; in time; a day that is to come."""
SAYS = {
    ("", ""): "has not agreed",
    ("2026-06-02", ""): 'agreed on 2 Jun to "Guest checkout", and not yet to this release',
    ("2026-06-10", ""): 'agreed on 10 Jun to "Guest checkout", and not yet to this release',
    ("2026-07-10", ""): "is to agree on 10 Jul",
    "-": "has not agreed",
    "2026-06-01": "agreed on 1 Jun, before it was said what success is this time",
    "2026-06-11": "agreed on 11 Jun",
    "2026-06-20": "is to agree in 5 days",
}


@pytest.mark.parametrize(("agreed", "own"), list(product(AGREED, OWNS)))
def test_an_agreement_counts_for_the_release_it_is_about_and_for_no_other(agreed: str, own: str) -> None:
    tree = two(agreed, own)
    found = agreement_of(tree, STAKEHOLDER, NEXT, NOW)
    assert found.says(tree, NOW) == SAYS[own or (agreed, "")]
    assert (found.state == "agreed") == (own == "2026-06-11")
    assert (found.at == OWN.child("date")) == bool(own)


@pytest.mark.parametrize("role", ["", "informed", "consulted", "sponsor", "approver"])
@pytest.mark.parametrize("state", ["nobody said", "to come", "elsewhere", "too early", "agreed"])
@pytest.mark.parametrize("left", [False, True])
def test_readiness_asks_approvers_and_sponsors_whatever_was_agreed_elsewhere(
    role: str, state: str, left: bool
) -> None:
    days = {
        "nobody said": ("", ""),
        "to come": ("2026-06-02", "2026-06-20"),
        "elsewhere": ("2026-06-02", ""),
        "too early": ("2026-06-02", "2026-06-01"),
        "agreed": ("2026-06-02", "2026-06-11"),
    }
    draft = Draft(two(*days[state]))
    draft.put(STAKEHOLDER.child("role"), role or None)
    draft.put(STAKEHOLDER.child("title"), f"Finance{' (left)' if left else ''}")
    tree = draft.tree
    reasons = [each for each in readiness_of(tree, NEXT, NOW).reasons if each.group == "people"]
    name = f'"Finance{" (left)" if left else ""}", {role}, '
    asked = [each.weight for each in reasons if each.says.startswith(name)]
    decides = role == "approver" or (role == "sponsor" and not left)
    weight = "against" if role == "approver" else "look at"
    assert asked == ([weight] if decides and state != "agreed" else [])
    if asked:
        says = agreement_of(tree, STAKEHOLDER, NEXT, NOW).says(tree, NOW)
        assert [each.says for each in reasons if each.says.startswith(name)] == [f"{name}{says}"]


def test_where_one_release_concerns_them_the_day_at_the_stakeholder_is_about_it() -> None:
    draft = Draft(two("2026-06-10"))
    draft.put(STAKEHOLDER.child("releases"), ("saved-cards",))
    assert agreement_of(draft.tree, STAKEHOLDER, NEXT, NOW).state == "agreed"


def test_the_day_of_a_first_release_that_is_over_is_about_the_next_one() -> None:
    late = Now(day("2026-07-15"), NOW.zone)
    found = agreement_of(two("2026-07-10"), STAKEHOLDER, NEXT, late)
    assert (found.state, found.about) == ("agreed", NEXT)
    assert agreement_of(two("2026-07-10"), STAKEHOLDER, RELEASE, late).state == "agreed elsewhere"


def test_agreeing_to_the_next_release_leaves_the_day_of_the_first() -> None:
    draft = Draft(two("2026-06-02"))
    agree(draft, [STAKEHOLDER], NOW.date, "saved-cards")
    agree(draft, [STAKEHOLDER], NOW.date, "saved-cards")
    assert draft.tree.get(OWN.child("date")) == NOW.date
    assert [agreement_of(draft.tree, STAKEHOLDER, each, NOW).on for each in (RELEASE, NEXT)] == [
        day("2026-06-02"), NOW.date,
    ]  # fmt: skip


def test_the_grid_of_the_next_release_shows_no_agreement_to_the_first() -> None:
    draft = Draft(two("2026-06-10"))
    fields: dict[str, Value] = {"date": day("2026-06-10"), "step": "Terms", "release": "saved-cards"}
    draft.add(KINDS["update"], inside=STAKEHOLDER, fields=fields)
    (row,) = grid_of(draft.tree, NEXT, NOW).rows
    assert [cell.shown(NOW)[0] for cell in row.cells if cell.state in ("told", "agreed")] == ["✓ 10 Jun"]
    agree(draft, [STAKEHOLDER], day("2026-06-10"), "saved-cards")
    (row,) = grid_of(draft.tree, NEXT, NOW).rows
    assert [cell.shown(NOW)[0] for cell in row.cells if cell.state in ("told", "agreed")] == ["★ 10 Jun"]


@given(st.dates(), st.dates(), st.dates())
def test_one_day_never_counts_as_agreement_to_two_releases(
    agreed: dt.date, first: dt.date, on: dt.date
) -> None:
    draft = Draft(two())
    draft.put(STAKEHOLDER.child("agreed"), agreed)
    draft.put(RELEASE.child("planned"), first)
    now = Now(on)
    states = [agreement_of(draft.tree, STAKEHOLDER, each, now).state for each in (RELEASE, NEXT)]
    assert states.count("agreed") <= 1
