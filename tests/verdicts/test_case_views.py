"""Cases as they stand, in sentences; what is wanted of them, and who was wanted to try them."""

from __future__ import annotations

import pytest

from successbook.verdicts.acceptance import acceptance_of
from successbook.verdicts.case_views import waivers_of
from tests.verdicts.acceptance_plans import RELEASE, UAT, suite

PAY = '[cases.pay]\ntitle = "Pay"\npriority = "must"\n'
LOOK = '[cases.look]\ntitle = "Look"\npriority = "should"\n'
ROUND = '[rounds.r1]\ntitle = "Round 1, the first"\n'
FEW = '[testers.a]\ntitle = "A"\ncases = ["pay"]\n[testers.b]\ntitle = "B"\n'


@pytest.mark.parametrize(
    ("testers", "says"),
    [
        ("a", "A in Round 1"),
        ("ab", "A and B in Round 1"),
        ("abc", "A, B and C in Round 1"),
        ("abcde", "A, B, C and 2 more in Round 1"),
    ],
)
def test_for_whom_a_case_failed_is_said_by_name_and_a_crowd_by_number(testers: str, says: str) -> None:
    people = "".join(f'[testers.{each}]\ntitle = "{each.upper()}"\n' for each in testers)
    tree = suite(PAY + people + ROUND, {f"r1--{each}": "pay failed" for each in testers})
    (cause,) = acceptance_of(tree, RELEASE).causes
    assert cause.says == f'"Pay" must pass and failed for {says}'


def test_of_several_waivers_the_first_that_says_who_and_why_counts() -> None:
    waivers = "".join(
        f'[waivers.w{number}]\ncase = "{case}"\n{rest}\n'
        for number, (case, rest) in enumerate(
            [
                ("gone", 'by = "Ann"\nwhy = "It went."'),
                ("pay", 'by = "Ben"'),
                ("pay", 'by = "Mara"\nwhy = "Later."'),
                ("pay", 'by = "Lin"\nwhy = "Never."'),
                ("pay", 'why = "Somebody said so."'),
            ]
        )
    )
    tree = suite(PAY + waivers)
    assert {at.key: each.by for at, each in waivers_of(tree, UAT).items()} == {"pay": "Mara"}


@pytest.mark.parametrize(
    ("who", "said", "planned"),
    [
        ("a", "pay passed", 3),
        ("a", "pay not applicable", 2),
        ("a", "look not applicable", 3),
        ("a", "look not run", 3),
        ("a", "look failed", 4),
        ("b", "look failed", 3),
        ("b", "look not applicable", 2),
    ],
)
def test_what_is_wanted_of_a_tester_is_what_they_take_and_what_they_did_beside_it(
    who: str, said: str, planned: int
) -> None:
    tree = suite(PAY + LOOK + FEW + ROUND, {f"r1--{who}": said})
    assert acceptance_of(tree, RELEASE).counts.planned == planned


@pytest.mark.parametrize(("wanted", "met"), [("2", False), ("1", True), ("true", True), ('"some"', True)])
def test_a_quota_without_a_number_is_never_short(wanted: str, met: bool) -> None:
    quota = f'[quotas.q]\ntitle = "Customers"\nwanted = {wanted}\ntesters = ["a"]\n'
    (found,) = acceptance_of(suite(PAY + FEW + ROUND + quota, {"r1--a": "pay passed"}), RELEASE).quotas
    assert found.met == met
    assert found.words == (
        "1 came; nobody said how many are wanted" if found.wanted is None else f"1 of {wanted} came"
    )
    assert (found.wanted is None) == (not wanted.isdigit())
