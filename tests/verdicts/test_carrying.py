"""Carrying on: what the next release must take over, once, and what it becomes there."""

from __future__ import annotations

import datetime as dt

import pytest

from successbook.errors import Refused
from successbook.plan.carrying import GROUPS, carry
from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.tree import Address, Tree, Value, apply
from successbook.verdicts.carrying import carried_of, next_releases, preview
from successbook.verdicts.due import due_of
from successbook.verdicts.findings import findings
from tests.plans import RELEASE
from tests.verdicts.test_readouts import LATER, READOUT, THREE, launched


def left_open() -> Tree:
    """A launched release with one of everything that must be carried on."""
    draft = launched({}, {**THREE, "2026-07-13": 66})
    incident = draft.add(
        KINDS["incident"], "Paid twice", inside=RELEASE, fields={"residual": "Two refunds are open."}
    )
    draft.add(
        KINDS["action_item"], "Alarm", inside=incident,
        fields={"owners": ("Ines", "Tomas"), "ticket": "SHOP-1", "due": dt.date(2026, 7, 20)},
    )  # fmt: skip
    done = {"done": dt.date(2026, 7, 1)}
    draft.add(KINDS["action_item"], "Done already", inside=incident, fields=done)
    draft.add(KINDS["risk"], "Stolen cards", inside=RELEASE, fields={"state": "open", "owner": "Jonas"})
    draft.add(KINDS["risk"], "Rain", inside=RELEASE, fields={"state": "gone"})
    test = Address("releases/guest-checkout/uat.toml")
    case = draft.add(KINDS["case"], "Pay with a gift card", inside=test, fields={"priority": "must"})
    draft.add(KINDS["case_step"], "Type the number", inside=case)
    draft.add(KINDS["waiver"], inside=test, id_="gift", fields={"case": case.key, "why": "They come later."})
    draft.put(RELEASE.child("success"), "Guests finish.")
    draft.put(RELEASE.child("success_said"), dt.date(2026, 5, 3))
    return draft.tree


def test_everything_that_is_open_is_found_in_a_sentence() -> None:
    assert [(each.group, preview(each, LATER)) for each in carried_of(left_open(), RELEASE, LATER)] == [
        ("action item", "Alarm (SHOP-1, Ines; Tomas), 20 Jul"),
        ("known error", "Paid twice: Two refunds are open."),
        ("target not met", "Seconds to pay: 66 s, target 60 s, missed by 6 s"),
        ("waived case", "Pay with a gift card: They come later."),
        ("open risk", "Stolen cards"),
        ("next read-out", "After a month, 13 Jul"),
    ]
    assert {each.group for each in carried_of(left_open(), RELEASE, LATER)} == set(GROUPS)


def carried_on() -> tuple[Draft, Address]:
    tree = left_open()
    draft = Draft(tree)
    to = carry(draft, RELEASE, carried_of(tree, RELEASE, LATER), title="Second step")
    return draft, to


def test_each_becomes_what_the_next_release_needs() -> None:
    draft, to = carried_on()
    tree = draft.tree
    assert to == Address("releases/second-step/release.toml")
    item = tree.table(to.child("checklist", "alarm-shop-1"))
    assert (item["owner"], item["due"]) == ("Ines; Tomas", dt.date(2026, 7, 20))
    assert tree.get(to.child("risks", "known-error-paid-twice", "mitigation")) == "Two refunds are open.\n"
    assert tree.get(to.child("risks", "stolen-cards", "owner")) == "Jonas"
    assert tree.get(to.child("risks", "rain")) is None
    kpi = tree.table(to.child("kpis", "seconds-to-pay"))
    assert (kpi["benchmark"], kpi["benchmark_date"], kpi["target"]) == (66, LATER.date, 60)
    case = Address("releases/second-step/uat.toml", ("cases", "pay-with-a-gift-card"))
    assert tree.get(case.child("priority")) == "must"
    assert tree.get(case.child("steps", "type-the-number", "title")) == "Type the number"
    readout = tree.table(to.child("readouts", "after-a-month-of-guest-checkout"))
    assert (readout["planned"], readout["success_said"]) == (dt.date(2026, 7, 13), dt.date(2026, 5, 3))
    assert findings(tree) == ()


def test_what_was_carried_on_is_neither_carried_nor_due_twice() -> None:
    draft, _ = carried_on()
    left = {each.group for each in carried_of(draft.tree, RELEASE, LATER)}
    assert left == {"target not met", "waived case"}  # they have no record in the release that could say so
    assert draft.tree.get(READOUT.child("carried_to")) == "second-step"
    texts = [each.text for each in due_of(draft.tree, LATER)]
    assert sum("Alarm" in text for text in texts) == 1
    assert sum("After a month" in text for text in texts) == 1


def test_carrying_on_into_a_release_that_is_there_adds_only_what_is_missing() -> None:
    draft, to = carried_on()
    before = draft.tree
    carry(draft, RELEASE, carried_of(before, RELEASE, LATER), into=to)
    assert draft.tree.table(to) == before.table(to)
    assert next_releases(before, RELEASE) == [to]


def test_it_is_one_change_that_can_be_taken_back() -> None:
    draft, _ = carried_on()
    tree, inverses = left_open(), []
    for edit in draft.change("Carry on").edits:
        tree, inverse = apply(tree, edit)
        inverses.append(inverse)
    assert tree == draft.tree
    for inverse in reversed(inverses):
        tree, _ = apply(tree, inverse)
    assert tree == left_open()


def test_a_new_release_needs_a_title_and_none_carries_on_into_itself() -> None:
    with pytest.raises(Refused, match="no title"):
        carry(Draft(left_open()), RELEASE, ())
    with pytest.raises(Refused, match="into itself"):
        carry(Draft(left_open()), RELEASE, (), into=RELEASE)


@pytest.mark.parametrize(
    ("planned", "carried"), [("2026-07-01", False), ("2026-07-14", False), ("2026-07-15", True), ("", True)]
)
def test_a_read_out_that_was_missed_before_the_last_one_is_past(planned: str, carried: bool) -> None:
    draft = Draft(left_open())
    draft.put(READOUT.child("held"), dt.date(2026, 7, 14))
    fields: dict[str, Value] = {"planned": dt.date.fromisoformat(planned)} if planned else {}
    draft.add(KINDS["readout"], "Missed", inside=RELEASE, fields=fields)
    texts = [each.text for each in carried_of(draft.tree, RELEASE, LATER) if each.group == "next read-out"]
    assert texts == (["Missed"] if carried else [])


def test_the_read_out_that_the_last_one_announces_is_carried_on() -> None:
    draft = Draft(left_open())
    draft.put(READOUT.child("held"), dt.date(2026, 7, 14))
    draft.put(READOUT.child("next"), dt.date(2026, 9, 14))
    found = [each for each in carried_of(draft.tree, RELEASE, LATER) if each.group == "next read-out"]
    assert [preview(each, LATER) for each in found] == ["Next read-out, 14 Sep"]
    carry(draft, RELEASE, found, title="Second step")
    again = carried_of(draft.tree, RELEASE, Now(dt.date(2026, 9, 1)))
    assert not [each for each in again if each.group == "next read-out"]
