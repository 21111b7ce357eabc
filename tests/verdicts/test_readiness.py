"""Can we ship? The verdict that follows from the reasons, and how it is told with them."""

from __future__ import annotations

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.verdicts.readiness import in_words, readiness_of, verdict_sentence
from successbook.verdicts.reasons import GROUPS
from tests.plans import NOW, RELEASE
from tests.releases import KPI, UAT, ready_plan
from tests.verdicts.breaks import put


def test_a_release_with_which_nothing_is_wrong_can_ship() -> None:
    ready = readiness_of(ready_plan(), RELEASE, NOW)
    assert (ready.against, ready.to_look_at) == ((), ())
    assert ready.verdict == ("Yes, nothing known stands in the way", "good")
    assert {each.group for each in ready.fine} == set(GROUPS) - {"sign-offs", "dates"}


def test_results_are_counted_with_results_and_not_with_cases() -> None:
    def told_twice(draft: Draft) -> None:
        other = draft.add(KINDS["tester"], "A2", inside=UAT)
        sheet = draft.add(KINDS["sheet"], inside=UAT, id_=f"one--{other.key}")
        draft.add(KINDS["result"], inside=sheet, id_="pay-as-a-guest", fields={"state": "passed"})

    ready = readiness_of(ready_plan(told_twice), RELEASE, NOW)
    (says,) = (each.says for each in ready.fine if each.group == "acceptance")
    assert says == "accepted: 2 of 2 definite results passed"


@pytest.mark.parametrize(
    ("against", "to_look_at", "says"),
    [
        (0, 0, "Yes, nothing known stands in the way"),
        (0, 1, "Yes, with 1 thing to look at"),
        (0, 2, "Yes, with 2 things to look at"),
        (1, 0, "Not yet, 1 reason"),
        (2, 0, "Not yet, 2 reasons"),
        (1, 1, "Not yet, 1 reason; 1 thing to look at"),
        (2, 3, "Not yet, 2 reasons; 3 things to look at"),
    ],
)
def test_the_verdict_follows_from_how_many_reasons_there_are(
    against: int, to_look_at: int, says: str
) -> None:
    assert verdict_sentence(against, to_look_at)[0] == says


def test_it_is_told_with_the_verdict_first_and_every_cause() -> None:
    told = list(in_words(readiness_of(ready_plan(put(KPI.child("frozen"), None)), RELEASE, NOW), NOW))
    assert told[0] == "Can we ship Guest checkout, in 12 days (27 Jun)? Not yet, 1 reason."
    assert told[1:4] == [
        "In the way: 1",
        '  What it is compared with: the benchmark of "Seconds to pay" is not frozen',
        "    releases/guest-checkout/release.toml:kpis.seconds-to-pay.frozen",
    ]
    assert told[-1] == 'At the gate "Open it" nobody has decided yet; it is planned in 11 days.'
