"""Can we ship? Every combination of what may be wrong, and of what each part is judged by, in sentences."""

from __future__ import annotations

import datetime as dt
from functools import cache
from itertools import chain, combinations, product

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.now import short_date
from successbook.tree import Address, Tree, Value
from successbook.verdicts.readiness import readiness_of, verdict_sentence
from successbook.verdicts.readiness_safety import switch_sentence
from successbook.verdicts.reasons import GROUPS
from tests.plans import NOW, RELEASE, STAKEHOLDER
from tests.releases import KPI, LAUNCH, QUESTION, SHEET, TRACKING, UAT, ready_plan
from tests.verdicts.breaks import Break, add, put

PAST, TODAY, FUTURE = dt.date(2026, 6, 12), NOW.date, dt.date(2026, 6, 20)

ONE_OF_EACH: dict[str, tuple[Break, str]] = {
    "goals": (put(RELEASE.child("success"), None), "nobody has said what success is"),
    "kpis": (put(KPI.child("frozen"), None), 'the benchmark of "Seconds to pay" is not frozen'),
    "tracking": (
        put(TRACKING.child("state"), "broken"),
        '"Times", which tracks "Seconds to pay", is broken',
    ),
    "people": (
        put(STAKEHOLDER.child("agreed"), None),
        '"Finance, Jonas", approver, has not agreed',
    ),
    "acceptance": (
        put(SHEET.child("results", "pay-as-a-guest", "state"), "failed"),
        'not accepted: "Pay as a guest" must pass and failed for A1 in One',
    ),
    "sign-offs": (add("sign_off", "Jonas", UAT), '"Jonas" has not signed'),
    "switch": (
        put(RELEASE.child("kill_switch_tried"), None),
        "the kill switch is named, and nobody has tried it",
    ),
    "unexpected": (
        add("incident", "Paid twice", RELEASE, severity="high"),
        '"Paid twice" is open, of high severity',
    ),
    "gates": (
        put(QUESTION.child("answer"), None),
        'nobody has answered "Does support know what to say?"',
    ),
    "dates": (
        add("checklist_item", "Brief support", RELEASE, due=PAST),
        '1 thing to do is late, such as "Brief support"',
    ),
}
"""For each input one thing that may be wrong with it, and what is said; being late stands in nobody's way."""


@cache
def whole() -> Tree:
    return ready_plan()


def reasons(broken: dict[str, tuple[Break, str]]) -> tuple[Tree, list[tuple[str, str, str]]]:
    draft = Draft(whole())
    for break_it, _ in broken.values():
        break_it(draft)
    found = readiness_of(draft.tree, RELEASE, NOW)
    return draft.tree, [(each.weight, each.group, each.says) for each in found.reasons]


@pytest.mark.parametrize("dates", [False, True])
@pytest.mark.parametrize("goals", [False, True])
def test_every_combination_of_what_is_wrong_is_the_sum_of_its_sentences(dates: bool, goals: bool) -> None:
    """All 1,024 of them: nothing hides anything else, and the verdict follows from their number."""
    own = [name for name in GROUPS if name not in ("dates", "goals")]
    fixed = [name for name, on in (("goals", goals), ("dates", dates)) if on]
    for some in chain.from_iterable(combinations(own, count) for count in range(len(own) + 1)):
        broken = {name: ONE_OF_EACH[name] for name in GROUPS if name in {*some, *fixed}}
        tree, found = reasons(broken)
        says = [(group, text) for weight, group, text in found if weight == "against"]
        assert says == [(name, text) for name, (_, text) in broken.items() if name != "dates"]
        late = [text for weight, group, text in found if (weight, group) == ("look at", "dates")]
        assert late == ([ONE_OF_EACH["dates"][1]] if dates else [])
        looks = sum(weight == "look at" for weight, _, _ in found)
        ready = readiness_of(tree, RELEASE, NOW)
        assert ready.verdict == verdict_sentence(len(says), looks)
        assert ready.verdict[0].startswith("Yes") == (not says)


def one(break_it: Break, group: str) -> list[tuple[str, str]]:
    """What is said of one group, that all is fine left out."""
    _, found = reasons({group: (break_it, "")})
    return [(weight, says) for weight, of, says in found if of == group and weight != "fine"]


SEVERITIES = ("", "low", "medium", "high", "critical")


@pytest.mark.parametrize(
    ("severity", "detected", "closed", "own"),
    list(product(SEVERITIES, (None, PAST, TODAY, FUTURE), (None, PAST, TODAY, FUTURE), (True, False))),
)
def test_an_unexpected_result_in_every_combination(
    severity: str, detected: dt.date | None, closed: dt.date | None, own: bool
) -> None:
    days = {"detected": detected, "closed": closed, "severity": severity or None}
    fields: dict[str, Value] = {name: value for name, value in days.items() if value is not None}

    def break_it(draft: Draft) -> None:
        inside = RELEASE if own else draft.add(KINDS["release"], "Login fix")
        draft.add(KINDS["incident"], "Paid twice", inside=inside, fields=fields)

    of = "" if own else ', of the release "Login fix"'
    is_open = closed in (None, FUTURE) and detected != FUTURE
    weight = "look at" if severity in ("low", "medium") else "against"
    how = f"of {severity} severity" if severity else "and nobody has said how severe it is"
    assert one(break_it, "unexpected") == ([(weight, f'"Paid twice"{of} is open, {how}')] if is_open else [])


BENCHMARKS: dict[Value | None, str] = {
    None: '"Seconds to pay" has no benchmark: nothing to compare new data with',
    "(establishing)": 'the benchmark of "Seconds to pay" is still being established',
    "(blocked)": 'the benchmark of "Seconds to pay" cannot be taken for now',
    "(unknown)": 'the benchmark of "Seconds to pay" is not known yet',
    "(n/a)": "",
    96: "",
    "~96": "",
}
NOT_FROZEN = {
    None: 'the benchmark of "Seconds to pay" is not frozen',
    PAST: "",
    FUTURE: 'the benchmark of "Seconds to pay" is to be frozen in 5 days',
}


@pytest.mark.parametrize(
    ("benchmark", "frozen", "target"),
    list(product(BENCHMARKS, NOT_FROZEN, ("own", "of the metric", "limit", "none"))),
)
def test_a_kpi_in_every_combination(benchmark: Value | None, frozen: dt.date | None, target: str) -> None:
    def break_it(draft: Draft) -> None:
        draft.put(KPI.child("benchmark"), benchmark)
        draft.put(KPI.child("frozen"), frozen)
        draft.put(KPI.child("target"), 60 if target == "own" else None)
        draft.put(KPI.child("at_most"), 90 if target == "limit" else None)
        if target != "of the metric":
            draft.remove(Address.parse("plan.toml:metrics.seconds-to-pay.targets.end-of-quarter"))

    wanted = []
    if target == "none":
        wanted.append('"Seconds to pay" has neither a target nor a limit')
    missing = BENCHMARKS[benchmark] or ("" if benchmark == "(n/a)" else NOT_FROZEN[frozen])
    if missing:
        wanted.append(missing)
    assert one(break_it, "kpis") == [("against", says) for says in wanted]


ANSWERS = {
    None: ("against", 'nobody has answered "Does support know what to say?"'),
    "no": ("against", 'the answer to "Does support know what to say?" is no'),
    "yes": None,
    "yes, if": ("look at", 'the answer to "Does support know what to say?" is yes, if: '),
    "does not apply": None,
}


@pytest.mark.parametrize(
    ("answer", "condition", "planned"), list(product(ANSWERS, (None, "If Lin is in"), (None, PAST, "later")))
)
def test_a_question_of_a_gate_in_every_combination(
    answer: str | None, condition: str | None, planned: dt.date | str | None
) -> None:
    gate = QUESTION.parent.parent

    def break_it(draft: Draft) -> None:
        draft.put(QUESTION.child("answer"), answer)
        draft.put(QUESTION.child("condition"), condition)
        draft.put(gate.child("planned"), dt.date(2026, 7, 20) if planned == "later" else planned)

    said = ANSWERS[answer]
    wanted = []
    if said is not None and planned != "later":
        weight, says = said
        more = (condition or "nobody has written under which condition") if answer == "yes, if" else ""
        wanted = [(weight, f"{says}{more}")]
    assert one(break_it, "gates") == wanted


@pytest.mark.parametrize(
    ("state", "expires"),
    list(product(
        (None, "wanted", "planned", "implemented", "verified", "broken", "cannot be collected"),
        (None, PAST, FUTURE, dt.date(2026, 6, 27), dt.date(2026, 12, 31)),
    )),
)  # fmt: skip
def test_tracking_in_every_combination(state: str | None, expires: dt.date | None) -> None:
    def break_it(draft: Draft) -> None:
        draft.put(TRACKING.child("state"), state)
        draft.put(TRACKING.child("expires"), expires)

    says = {
        None: "is named, and nobody has said whether it works",
        "wanted": "is wanted, and not built yet",
        "planned": "is only planned",
        "implemented": "is set up, and nobody has verified it",
        "verified": "",
        "broken": "is broken",
        "cannot be collected": "cannot be collected",
    }[state]
    if state == "verified" and expires is not None and expires in (PAST, FUTURE):
        when = f"on {short_date(expires, NOW.date)}"
        says = f"expired {when}" if expires == PAST else f"expires {when}, before the launch"
    wanted = [("against", f'"Times", which tracks "Seconds to pay", {says}')] if says else []
    assert one(break_it, "tracking") == wanted


TRIED: dict[tuple[dt.date | None, bool], tuple[str, bool]] = {
    (None, False): ("the kill switch is named, and nobody has tried it", False),
    (None, True): ("the kill switch is named, and nobody has tried it", False),
    (PAST, False): ("the kill switch is named, and was tried on 12 Jun", True),
    (PAST, True): ("the kill switch was tried on 12 Jun, after the launch", True),
    (FUTURE, False): ("the kill switch is to be tried in 5 days", False),
    (FUTURE, True): ("the kill switch is to be tried in 5 days", False),
}


@pytest.mark.parametrize(("tried", "launched"), TRIED)
def test_the_kill_switch_in_every_combination(tried: dt.date | None, launched: bool) -> None:
    launch = dt.date(2026, 6, 10) if launched else LAUNCH
    assert switch_sentence(True, tried, launch, NOW) == TRIED[tried, launched]
    unnamed = switch_sentence(False, tried, launch, NOW)
    assert unnamed == ("no kill switch is named: nothing is known to turn it off", False)
