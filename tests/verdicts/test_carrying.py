"""Carrying on: what the next release must take over, once, and what it becomes there."""

from __future__ import annotations

import datetime as dt

import pytest

from successbook.errors import Refused
from successbook.plan.carrying import GROUPS, Group, carry
from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.tree import Address, Table, Tree, Value, apply
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


def test_a_read_out_that_is_being_held_does_not_go_on_itself() -> None:
    tree = left_open()
    there = {each.at for each in carried_of(tree, RELEASE, LATER)}
    rest = {each.at for each in carried_of(tree, RELEASE, LATER, open_now=READOUT)}
    assert there - rest == {READOUT}


TEST = Address("releases/guest-checkout/uat.toml")


def found(tree: Tree, group: Group) -> list[str]:
    return [preview(each, LATER) for each in carried_of(tree, RELEASE, LATER) if each.group == group]


def test_only_another_release_that_is_not_out_is_offered() -> None:
    draft = Draft(left_open())
    out = draft.add(KINDS["release"], "Out", fields={"actual": dt.date(2026, 7, 1)})
    planned = draft.add(KINDS["release"], "Planned")
    assert next_releases(draft.tree, RELEASE) == [planned]
    assert next_releases(draft.tree, planned) == []
    assert next_releases(draft.tree, out) == [planned]


def test_of_an_incident_what_is_open_is_found_with_what_is_known_of_it() -> None:
    draft = launched()
    incident = draft.add(KINDS["incident"], "Slow", inside=RELEASE)  # nothing of it is left
    for title, fields in {
        "Done": {"done": dt.date(2026, 7, 1)},
        "Bare": {},
        "Owned": {"owners": ("Ines",)},
        "Filed": {"ticket": "SHOP-2"},
    }.items():
        draft.add(KINDS["action_item"], title, inside=incident, fields=fields)  # type: ignore[arg-type]
    assert found(draft.tree, "action item") == ["Bare", "Owned (Ines)", "Filed (SHOP-2)"]
    assert found(draft.tree, "known error") == []


@pytest.mark.parametrize("target", [60, 60.5, "~60"])
def test_a_target_that_was_missed_becomes_a_kpi_that_begins_where_it_stood(target: Value) -> None:
    draft = launched({"target": target}, {**THREE, "2026-07-13": 66})
    kpis = RELEASE.child("kpis")
    draft.put(kpis, Table({"unknown-metric": Table({"target": 3}), **draft.tree.table(kpis)}))
    (item,) = (each for each in carried_of(draft.tree, RELEASE, LATER) if each.group == "target not met")
    assert dict(item.fields) == {
        "benchmark": 66,
        "benchmark_date": LATER.date,
        "benchmark_source": "Where it stood after Guest checkout",
        "target": target,
    }


@pytest.mark.parametrize("value", [58, "(blocked)"])
def test_a_target_that_was_met_or_is_not_known_is_not_carried_on(value: Value) -> None:
    assert found(launched({}, {**THREE, "2026-07-13": value}).tree, "target not met") == []


def test_a_case_that_was_waived_is_found_once_and_a_waiver_of_nothing_is_passed_over() -> None:
    draft = launched()
    assert found(draft.tree, "waived case") == []
    case = draft.add(KINDS["case"], "Pay later", inside=TEST)
    for id_, said in (("none", ""), ("broken", "gone"), ("first", case.key), ("second", case.key)):
        draft.add(KINDS["waiver"], inside=TEST, id_=id_, fields={"case": said} if said else {})
    assert found(draft.tree, "waived case") == ["Pay later"]


def test_a_read_out_takes_along_what_was_called_success_and_when() -> None:
    draft = launched()

    def fields() -> dict[str, Value]:
        (item,) = (each for each in carried_of(draft.tree, RELEASE, LATER) if each.group == "next read-out")
        return dict(item.fields)

    draft.put(RELEASE.child("success_said"), dt.date(2026, 5, 3))
    assert fields() == {}  # a day on which nothing was said
    draft.put(RELEASE.child("success"), "Guests finish.")
    assert fields() == {"success_was": "Guests finish.", "success_said": dt.date(2026, 5, 3)}
    draft.put(RELEASE.child("success_said"), None)
    assert fields() == {"success_was": "Guests finish."}


def test_only_the_last_read_out_that_was_held_announces_the_next() -> None:
    draft = launched()
    for title, held, following in (("Autumn", 14, 9), ("Early", 1, 8)):
        fields: dict[str, Value] = {"held": dt.date(2026, 7, held), "next": dt.date(2026, following, 1)}
        draft.add(KINDS["readout"], title, inside=RELEASE, fields=fields)
    assert found(draft.tree, "next read-out") == ["Next read-out, 1 Sep"]


def carried_into(tree: Tree, *groups: Group) -> tuple[Draft, Address]:
    """The plan after what is open in these groups was carried on into a release that is there."""
    draft = Draft(tree)
    to = KINDS["release"].at("planned")
    items = [each for each in carried_of(tree, RELEASE, LATER) if each.group in groups]
    carry(draft, RELEASE, items, into=to)
    return draft, to


def test_an_error_that_is_known_is_an_open_risk_and_a_risk_keeps_what_is_said_of_it() -> None:
    draft = Draft(left_open())
    draft.add(KINDS["release"], "Planned")
    draft.add(KINDS["risk"], "Bare", inside=RELEASE)
    risk = RELEASE.child("risks", "stolen-cards")
    draft.put(risk.child("mitigation"), "A limit.")
    draft, to = carried_into(draft.tree, "known error", "open risk")
    risks = draft.tree.table(to.child("risks"))
    assert {key: dict(draft.tree.table(to.child("risks", key))) for key in risks} == {
        "known-error-paid-twice": {
            "title": "Known error: Paid twice", "mitigation": "Two refunds are open.\n", "state": "open",
        },
        "stolen-cards": {
            "title": "Stolen cards", "mitigation": "A limit.\n", "owner": "Jonas", "state": "open",
        },
        "bare": {"title": "Bare"},
    }  # fmt: skip


def test_a_thing_to_do_of_which_nothing_more_is_known_is_carried_on_as_it_is() -> None:
    draft = launched()
    draft.add(KINDS["release"], "Planned")
    incident = draft.add(KINDS["incident"], "Slow", inside=RELEASE)
    draft.add(KINDS["action_item"], "Bare", inside=incident)
    draft, to = carried_into(draft.tree, "action item")
    assert dict(draft.tree.table(to.child("checklist", "bare"))) == {"title": "Bare"}


def test_a_waived_case_is_copied_with_all_that_stands_in_it_in_its_order() -> None:
    draft = Draft(left_open())
    draft.add(KINDS["release"], "Planned")
    case = TEST.child("cases", "pay-with-a-gift-card")
    draft.add(KINDS["case_step"], "Add the card", inside=case)
    draft.put(case.child("pass_when"), "It is paid.")
    draft, to = carried_into(draft.tree, "waived case")
    copied = KINDS["uat"].at("", to).child("cases", case.key)
    assert draft.tree.table(copied) == draft.tree.table(case)
    assert list(draft.tree.table(copied.child("steps"))) == ["type-the-number", "add-the-card"]


def test_what_the_next_release_says_already_is_not_said_otherwise() -> None:
    draft = Draft(left_open())
    to = draft.add(KINDS["release"], "Planned")
    draft.add(KINDS["release_kpi"], inside=to, id_="seconds-to-pay", fields={"target": 50})
    draft.add(KINDS["risk"], "stolen  CARDS", inside=to)
    draft.add(KINDS["case"], "Mine", inside=KINDS["uat"].at("", to), id_="pay-with-a-gift-card")
    draft, to = carried_into(draft.tree, "target not met", "open risk", "waived case")
    kpi = draft.tree.table(to.child("kpis", "seconds-to-pay"))
    assert (kpi["target"], kpi["benchmark"]) == (50, 66)
    assert list(draft.tree.table(to.child("risks"))) == ["stolen-cards"]
    assert dict(draft.tree.table(KINDS["uat"].at("", to).child("cases", "pay-with-a-gift-card"))) == {
        "title": "Mine"
    }


def test_a_read_out_without_a_day_is_carried_on_without_one() -> None:
    draft = Draft(left_open())
    draft.add(KINDS["release"], "Planned")
    draft.put(READOUT.child("planned"), None)
    draft, to = carried_into(draft.tree, "next read-out")
    readout = draft.tree.table(to.child("readouts", "after-a-month-of-guest-checkout"))
    assert set(readout) == {"title", "success_was", "success_said"}
