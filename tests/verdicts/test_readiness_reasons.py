"""Everything that stands in the way of a release, or is to be looked at, and the sentence about it."""

from __future__ import annotations

import datetime as dt

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.tree import Address
from successbook.verdicts.readiness import readiness_of
from tests.plans import INITIATIVE, METRIC, NOW, RELEASE, STAKEHOLDER, day
from tests.releases import CASE, GATE, KPI, LAUNCH, QUESTION, SHEET, TRACKING, UAT, ready_plan
from tests.verdicts.breaks import Break, add, both, put, without


def found(break_it: Break | None, weight: str, now: Now = NOW) -> list[tuple[str, Address]]:
    reasons = readiness_of(ready_plan(break_it), RELEASE, now).reasons
    return [
        (each.says, each.at.child(each.field) if each.field else each.at)
        for each in reasons
        if each.weight == weight
    ]


TRACKED = {
    "wanted": "is wanted, and not built yet",
    "planned": "is only planned",
    "implemented": "is set up, and nobody has verified it",
    "broken": "is broken",
    "cannot be collected": "cannot be collected",
    None: "is named, and nobody has said whether it works",
}
BENCHMARKED = {
    "(establishing)": "is still being established",
    "(blocked)": "cannot be taken for now",
    "(unknown)": "is not known yet",
}
AGAINST: list[tuple[Break, str, Address]] = [
    (
        put(RELEASE.child("initiatives"), None),
        "it names no initiative: nothing says what ships, and what for",
        RELEASE.child("initiatives"),
    ),
    (
        put(INITIATIVE.child("serves"), None),
        '"Guest checkout" leads up to no goal, and no problem, and no mission',
        INITIATIVE.child("serves"),
    ),
    (
        put(METRIC.child("measures"), ("goal:guests-pay-quickly",)),
        'nothing measures whether "Guest checkout" worked',
        INITIATIVE,
    ),
    (put(RELEASE.child("success"), None), "nobody has said what success is", RELEASE.child("success")),
    (
        without(KPI),
        'it has no KPI of its own; "Seconds to pay", which hangs under its initiative, could be one',
        RELEASE.child("kpis"),
    ),
    (put(KPI.child("frozen"), None), 'the benchmark of "Seconds to pay" is not frozen', KPI.child("frozen")),
    (
        put(KPI.child("frozen"), day("2026-06-16")),
        'the benchmark of "Seconds to pay" is to be frozen tomorrow',
        KPI.child("frozen"),
    ),
    (
        put(KPI.child("benchmark"), None),
        '"Seconds to pay" has no benchmark: nothing to compare new data with',
        KPI.child("benchmark"),
    ),
    *(
        (
            both(put(KPI.child("benchmark"), state), put(KPI.child("frozen"), None)),
            f'the benchmark of "Seconds to pay" {says}',
            KPI.child("benchmark"),
        )
        for state, says in BENCHMARKED.items()
    ),
    (
        both(put(KPI.child("target"), None), without(METRIC.child("targets", "end-of-quarter"))),
        '"Seconds to pay" has neither a target nor a limit',
        KPI.child("target"),
    ),
    (without(TRACKING), 'nobody tracks "Seconds to pay"', METRIC),
    *(
        (
            put(TRACKING.child("state"), state),
            f'"Times", which tracks "Seconds to pay", {says}',
            TRACKING.child("state"),
        )
        for state, says in TRACKED.items()
    ),
    (
        put(TRACKING.child("expires"), day("2026-06-20")),
        '"Times", which tracks "Seconds to pay", expires on 20 Jun, before the launch',
        TRACKING.child("state"),
    ),
    (
        put(TRACKING.child("expires"), day("2026-06-01")),
        '"Times", which tracks "Seconds to pay", expired on 1 Jun',
        TRACKING.child("state"),
    ),
    (
        put(STAKEHOLDER.child("agreed"), None),
        '"Finance, Jonas", approver, has not agreed',
        STAKEHOLDER.child("agreed"),
    ),
    (
        put(STAKEHOLDER.child("agreed"), day("2026-05-20")),
        '"Finance, Jonas", approver, agreed on 20 May, before it was said what success is this time',
        STAKEHOLDER.child("agreed"),
    ),
    (without(CASE), "there is no test case: nothing says whether people accept it", UAT),
    (
        put(SHEET.child("results", "pay-as-a-guest", "state"), "failed"),
        'not accepted: "Pay as a guest" must pass and failed for A1 in One',
        CASE,
    ),
    (without(SHEET), 'not finished: "Pay as a guest" must pass and nobody has run it', CASE),
    (add("sign_off", "Jonas", UAT), '"Jonas" has not signed', UAT.child("sign_offs", "jonas", "date")),
    (
        add("sign_off", "Jonas", UAT, date=day("2026-06-16")),
        '"Jonas" is to sign tomorrow',
        UAT.child("sign_offs", "jonas", "date"),
    ),
    (
        put(RELEASE.child("kill_switch"), None),
        "no kill switch is named: nothing is known to turn it off",
        RELEASE.child("kill_switch"),
    ),
    (
        put(RELEASE.child("kill_switch_tried"), None),
        "the kill switch is named, and nobody has tried it",
        RELEASE.child("kill_switch_tried"),
    ),
    (
        add("incident", "Paid twice", RELEASE, severity="high"),
        '"Paid twice" is open, of high severity',
        RELEASE.child("incidents", "paid-twice", "closed"),
    ),
    (
        add("incident", "Paid twice", RELEASE, severity="critical"),
        '"Paid twice" is open, of critical severity',
        RELEASE.child("incidents", "paid-twice", "closed"),
    ),
    (
        add("incident", "Paid twice", RELEASE),
        '"Paid twice" is open, and nobody has said how severe it is',
        RELEASE.child("incidents", "paid-twice", "severity"),
    ),
    (
        put(QUESTION.child("answer"), None),
        'nobody has answered "Does support know what to say?"',
        QUESTION.child("answer"),
    ),
    (
        put(QUESTION.child("answer"), "no"),
        'the answer to "Does support know what to say?" is no',
        QUESTION.child("answer"),
    ),
]


def test_a_release_without_a_kpi_and_with_none_near_has_nothing_that_shows_whether_it_worked() -> None:
    bare = both(without(KPI), put(METRIC.child("measures"), ("goal:guests-pay-quickly",)))
    says = "it has no KPI of its own: nothing will show whether it worked"
    assert (says, RELEASE.child("kpis")) in found(bare, "against")


@pytest.mark.parametrize(("break_it", "says", "at"), AGAINST, ids=[says for _, says, _ in AGAINST])
def test_what_stands_in_the_way_is_a_sentence_with_its_cause(break_it: Break, says: str, at: Address) -> None:
    assert found(break_it, "against") == [(says, at)]


LOOK_AT: list[tuple[Break, str, Address]] = [
    (
        both(
            put(RELEASE.child("success_said"), day("2026-06-29")),
            put(STAKEHOLDER.child("role"), "consulted"),
        ),
        "what success is was said on 29 Jun, after the launch",
        RELEASE.child("success_said"),
    ),
    (
        put(KPI.child("benchmark_date"), day("2026-06-30")),
        'the benchmark of "Seconds to pay" is of 30 Jun, after the launch: it holds what the release did',
        KPI.child("benchmark_date"),
    ),
    (
        lambda draft: draft.remove(STAKEHOLDER),
        "nobody is named who must not be surprised",
        RELEASE,
    ),
    (
        put(STAKEHOLDER.child("role"), "informed"),
        "nobody of those concerned is an approver or a sponsor",
        RELEASE,
    ),
    (
        both(put(STAKEHOLDER.child("role"), "sponsor"), put(STAKEHOLDER.child("agreed"), None)),
        '"Finance, Jonas", sponsor, has not agreed',
        STAKEHOLDER.child("agreed"),
    ),
    (
        add("incident", "A typo", RELEASE, severity="low"),
        '"A typo" is open, of low severity',
        RELEASE.child("incidents", "a-typo"),
    ),
    (
        both(put(QUESTION.child("answer"), "yes, if"), put(QUESTION.child("condition"), "If Lin is in")),
        'the answer to "Does support know what to say?" is yes, if: If Lin is in',
        QUESTION.child("condition"),
    ),
    (
        put(RELEASE.child("planned"), None),
        "no day is planned for the launch",
        RELEASE.child("planned"),
    ),
    (
        put(UAT.child("ends"), day("2026-06-30")),
        "the acceptance test ends on 30 Jun, after the launch on 27 Jun",
        UAT.child("ends"),
    ),
    (
        add("checklist_item", "Brief support", RELEASE, due=day("2026-06-12")),
        '1 thing to do is late, such as "Brief support"',
        RELEASE.child("checklist", "brief-support", "done"),
    ),
    (
        add("risk", "The provider is slow", RELEASE),
        'nothing is done about the risk "The provider is slow"',
        RELEASE.child("risks", "the-provider-is-slow", "mitigation"),
    ),
    (
        add("sign_off", "Jonas", UAT, date=day("2026-06-12")),
        '"Jonas" signed, and it does not say on which content',
        UAT.child("sign_offs", "jonas"),
    ),
]


@pytest.mark.parametrize(("break_it", "says", "at"), LOOK_AT, ids=[says for _, says, _ in LOOK_AT])
def test_what_should_be_known_does_not_stand_in_the_way(break_it: Break, says: str, at: Address) -> None:
    assert (says, at) in found(break_it, "look at")
    assert found(break_it, "against") == []


def test_something_new_needs_no_benchmark() -> None:
    broken = both(put(KPI.child("benchmark"), "(n/a)"), put(KPI.child("frozen"), None))
    assert found(broken, "against") == []


def test_a_limit_is_as_good_as_a_target() -> None:
    broken = both(
        put(KPI.child("target"), None),
        without(METRIC.child("targets", "end-of-quarter")),
        put(KPI.child("at_most"), 90),
    )
    assert found(broken, "against") == []


def test_what_is_closed_or_not_seen_yet_is_not_open() -> None:
    for fields in ({"closed": day("2026-06-14")}, {"detected": day("2026-06-20")}):
        assert found(add("incident", "Paid twice", RELEASE, severity="high", **fields), "against") == []


def test_a_severe_result_of_another_release_stands_in_the_way_too() -> None:
    def other(draft: Draft) -> None:
        at = draft.add(KINDS["release"], "Login fix")
        draft.add(KINDS["incident"], "Locked out", inside=at, fields={"severity": "high"})

    assert [says for says, _ in found(other, "against")] == [
        '"Locked out", of the release "Login fix" is open, of high severity'
    ]


def test_a_gate_after_the_launch_is_not_asked_before_it() -> None:
    broken = both(put(GATE.child("planned"), day("2026-07-20")), put(QUESTION.child("answer"), None))
    assert found(broken, "against") == []
    assert readiness_of(ready_plan(broken), RELEASE, NOW).decided == ()


def test_a_release_whose_day_has_passed_asks_what_became_of_it() -> None:
    late = Now(LAUNCH + dt.timedelta(days=2), NOW.zone)
    says = "it was planned 2 days ago, and nobody has said whether it shipped or moved"
    assert (says, RELEASE.child("actual")) in found(None, "look at", late)


def test_who_has_not_heard_for_too_long_is_named() -> None:
    late = Now(day("2026-07-05"), NOW.zone)
    says = '"Finance, Jonas" has not heard anything yet'
    assert (says, STAKEHOLDER) in found(None, "look at", late)
    heard = add("update", "", STAKEHOLDER, date=day("2026-06-01"), step="Before")
    says = '"Finance, Jonas" has not heard for 34 days; 30 are the most'
    assert (says, STAKEHOLDER) in found(heard, "look at", late)
    assert not any("Jonas" in text for text, _ in found(heard, "look at"))
