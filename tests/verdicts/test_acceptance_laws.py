"""The laws of acceptance, which hold whatever was tested."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from successbook.tree import Tree
from successbook.verdicts.acceptance import acceptance_of
from tests.verdicts.acceptance_plans import RELEASE, ROUNDS, TWO, suite

STATES = ("passed", "passed with note", "failed", "blocked", "not observed", "not applicable", "not run")
CASES = ("pay", "look", "leave")
SHEETS = st.dictionaries(
    st.sampled_from([f"{r}--{t}" for r in ("r1", "r2") for t in ("a", "b")]),
    st.dictionaries(st.sampled_from(CASES), st.sampled_from(STATES)),
)
SUITE = TWO + '[cases.leave]\ntitle = "Leave"\n' + ROUNDS


def said(sheets: dict[str, dict[str, str]]) -> dict[str, str]:
    return {
        name: ", ".join(f"{case} {state}" for case, state in held.items()) for name, held in sheets.items()
    }


def judged(sheets: dict[str, dict[str, str]], text: str = SUITE) -> Tree:
    return suite(text, said(sheets))


@given(SHEETS)
def test_accepted_means_that_nothing_speaks_against_it_and_every_must_was_passed(
    sheets: dict[str, dict[str, str]],
) -> None:
    found = acceptance_of(judged(sheets), RELEASE)
    if found.verdict == "accepted":
        assert found.causes == ()
        assert all(each.passed_by for each in found.cases if each.must)
    else:
        assert found.causes


@given(SHEETS)
def test_waiving_every_case_accepts_it_with_exceptions_and_changes_no_count(
    sheets: dict[str, dict[str, str]],
) -> None:
    waivers = "".join(
        f'[waivers.w{n}]\ncase = "{case}"\nby = "M"\nwhy = "W"\n' for n, case in enumerate(CASES)
    )
    bare, waived = (
        acceptance_of(judged(sheets), RELEASE),
        acceptance_of(judged(sheets, SUITE + waivers), RELEASE),
    )
    assert waived.accepted
    assert (waived.verdict == "accepted") == (bare.verdict == "accepted")
    assert waived.counts == bare.counts


@given(SHEETS, st.sampled_from(["pay", "leave"]), st.sampled_from(["a", "b"]))
def test_one_more_failure_of_a_must_is_never_better(
    sheets: dict[str, dict[str, str]], case: str, tester: str
) -> None:
    worse = {**sheets, f"r2--{tester}": {**sheets.get(f"r2--{tester}", {}), case: "failed"}}
    assert acceptance_of(judged(worse), RELEASE).verdict == "not accepted"


@given(SHEETS)
def test_counts_stay_within_one_another(sheets: dict[str, dict[str, str]]) -> None:
    counts = acceptance_of(judged(sheets), RELEASE).counts
    assert 0 <= counts.passed <= counts.definite <= counts.executed <= counts.planned <= len(CASES) * 2
