"""What is due in an acceptance test: its days, its rounds, its testers, the data it uses."""

from tests.verdicts.texts import OPEN, RELEASE, said

UAT = "releases/first/uat.toml"
SHEET = "releases/first/results/r1--t1.toml"

TEST = {
    RELEASE: 'title = "First"\n',
    UAT: "starts = 2026-06-16\nends = 2026-06-19\n"
    '[rounds.r1]\ntitle = "Round 1"\nstarts = 2026-06-16\nends = 2026-06-17\n'
    '[rounds.r2]\ntitle = "Round 2"\nstarts = 2026-06-18\nends = 2026-06-19\n'
    '[testers.t1]\ntitle = "A1"\nbooked = 2026-06-16\n[testers.t2]\ntitle = "A2"\nbooked = 2026-06-14\n',
}


def test_a_test_that_has_not_begun_waits_for_its_rounds_and_testers() -> None:
    assert said(TEST) == [
        'Tester "A2" of First was booked, yesterday; did they come?',
        "Start of the acceptance test of First, tomorrow",
        'Tester "A1" of First is booked, tomorrow',
        'End of "Round 1" of First, in 2 days',
        'Start of "Round 2" of First, in 3 days',
        "End of the acceptance test of First, in 4 days",
    ]


def test_what_has_begun_came_or_is_signed_is_no_longer_waited_for() -> None:
    begun = {**TEST, SHEET: 'started = 2026-06-16\n[results.a]\nstate = "passed"'}
    begun[UAT] += "showed_up = false\n"
    assert said(begun, "2026-06-18") == [
        'Start of "Round 2" of First, today',
        "End of the acceptance test of First, tomorrow",
    ]
    begun[UAT] += '[sign_offs.lin]\ntitle = "Lin"\n'
    assert said(begun, "2026-06-20") == ['2 days late: start of "Round 2" of First']
    shipped = {**TEST, RELEASE: OPEN}
    assert said(shipped) == []


def test_test_data_that_expire_are_told_and_cases_of_one_day_together() -> None:
    data = {RELEASE: 'title = "First"', UAT: "data_expires = 2026-06-14\n"}
    data[UAT] += '[cases.a]\ntitle = "A"\ndata_expires = 2026-06-29\n'
    assert said(data) == [
        "Test data of First have expired, yesterday",
        'Test data of case "A" of First expire, in 14 days',
    ]
    data[UAT] += "[cases.b]\ndata_expires = 2026-06-29\n[cases.c]\ndata_expires = 2026-06-30"
    assert said(data)[1:] == ["Test data of 2 cases of First expire, in 14 days"]
