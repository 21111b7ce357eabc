"""Acceptance tests from the keyboard: a whole round with its retest and sign-off, and each tester's run."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.recording import sheet_at
from successbook.tree import Value
from successbook.tui.screens.run import RunScreen
from successbook.verdicts.findings import findings
from tests.plans import NOW, written
from tests.tui.driving import Driver, driven
from tests.tui.testing_plans import UAT, case, grid, judged, state, suite, tree


async def test_a_round_of_twenty_cases_by_five_testers_with_no_show_retest_and_sign_off(
    tmp_path: Path,
) -> None:
    written(tmp_path, suite())
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4")
        assert judged(driver).verdict == "not finished"
        assert judged(driver).counts.done == "-"
        await driver.press("enter", *["p"] * 20)  # the first tester passes everything, and so begins a round
        assert "All done, thank you" in driver.text
        await driver.press("escape")
        assert driver.value(sheet_at(UAT, "round-1", "t0").child("finished")) == NOW.date
        await driver.press("home", "right", "enter", "p", "p", "f")
        await driver.write("It hangs")
        await driver.press(
            "enter", "d", "tab", "tab", *"major", "tab", "y", "enter", "enter", *["p"] * 17, "escape"
        )
        assert judged(driver).verdict == "not accepted"
        await driver.press("home", "right", "enter", "n")
        await driver.write("Slow")
        await driver.press("enter", "o", "a", "escape")  # and is called away
        await driver.press("home", "right", "enter", *["p"] * 20, "escape", "home", "right", "n")
        found = judged(driver)
        assert [state(driver, "round-1", "t2", number) for number in range(4)] == [
            "passed with note", "not observed", "not applicable", None,
        ]  # fmt: skip
        assert found.attendance.words == "4 of 5 came"
        assert found.counts.done == "62 of 99"
        await driver.press("left", "left", "enter", "enter")  # the third comes back and goes on where she was
        assert isinstance(driver.app.screen, RunScreen)
        assert driver.app.screen.case == case(3)
        await driver.press(*["p"] * 17, "escape")
        await retested_and_signed(driver)


async def retested_and_signed(driver: Driver) -> None:
    """The defect is fixed, its case is run again, somebody signs; then a failure challenges that."""
    (defect,) = records(tree(driver), KINDS["defect"], UAT)
    assert tree(driver).table(defect)["severity"] == "major"
    assert [each.says for each in judged(driver).failures] == [
        '"Case 2" must pass and failed for T1 in Round 1',
        'the defect "It hangs" blocks the release and is new',
    ]
    await driver.go_to(defect.child("state"))
    await driver.press("enter", "down", "down", "enter")
    assert driver.value(defect.child("state")) == "fixed"
    await driver.press("escape", "v", "home", "right", "x")  # the cursor is on another tester
    assert "T1 tries 1 case again: in which round?" in driver.text
    await driver.press("enter")
    assert isinstance(driver.app.screen, RunScreen)
    assert driver.app.screen.case == case(2)
    await driver.press("p", "escape")
    assert (state(driver, "round-1", "t1", 2), state(driver, "round-2", "t1", 2)) == ("failed", "passed")
    assert driver.value(defect.child("state")) == "closed"
    assert (judged(driver).verdict, judged(driver).counts.retested) == ("accepted", 1)
    await driver.press("y", *"Jonas", "enter")
    assert "In which role?" in driver.text
    await driver.press(*"Approver", "tab", *"Good", "enter")
    (signature,) = judged(driver).signatures
    assert (signature.who, signature.role, signature.state) == ("Jonas", "Approver", "stands")
    assert findings(tree(driver)) == ()
    await driver.press("home", "enter", "f", "enter", "escape")
    (signature,) = judged(driver).signatures
    assert signature.challenged
    assert signature.stale
    assert "challenged-sign-off" in {each.rule for each in findings(tree(driver))}
    await driver.press("tab", "end")
    assert "challenged" in driver.text
    keys = driver.text.splitlines()[-1]
    assert "Enter sign" in keys
    assert "y sign" not in keys


async def test_every_result_is_one_change_and_undo_goes_back_to_its_case(tmp_path: Path) -> None:
    written(tmp_path, suite(3, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "enter", "p", "p")
        assert driver.labels == ['T0: "Case 0" passed', 'T0: "Case 1" passed']
        await driver.press("u", "u")
        assert isinstance(driver.app.screen, RunScreen)
        assert driver.app.screen.case == case(0)
        assert not list(records(tree(driver), KINDS["round"], UAT))
        await driver.press("o")
        assert state(driver, "round-1", "t0", 0) == "not observed"


async def test_a_run_names_who_where_and_how_far(tmp_path: Path) -> None:
    written(tmp_path, suite(3, 1))
    async with driven(tmp_path, (80, 24)) as driver:
        await driver.press("4", "down", "enter")
        assert "Paying: Case 1" not in driver.text  # it stands in the second section
        assert "After paying: Case 1 (could)" in driver.text
        assert "T0, a new round: 2 of 3, 3 to go" in driver.text
        assert "→ It is paid" in driver.text
        assert "n passed, but" in driver.text
        await driver.press("right")
        assert "3 of 3" in driver.text
        await driver.press("right")
        assert "This is the last case" in driver.text
        assert driver.said == []


async def test_a_note_alone_is_kept_and_a_result_is_cleared(tmp_path: Path) -> None:
    written(tmp_path, suite(2, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "enter", "w", *"Odd", "enter")
        note = sheet_at(UAT, "round-1", "t0").child("results", "case-0", "note")
        assert driver.value(note) == "Odd\n"
        await driver.press("p", "left", "x")
        assert not driver.value(note.parent)
        await driver.press("n", "enter")  # there was nothing to say after all
        assert state(driver, "round-1", "t0", 0) == "passed"


async def test_a_criterion_that_a_person_answers_is_answered_in_the_verdict(tmp_path: Path) -> None:
    draft = Draft(suite(1, 1), today=NOW.date)
    fields: dict[str, Value] = {"list": "exit", "kind": "a person answers"}
    at = draft.add(KINDS["criterion"], "Support is ready", inside=UAT, fields=fields)
    written(tmp_path, draft.tree)
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "enter", "p", "escape")
        assert judged(driver).verdict == "not finished"
        await driver.press("tab")
        keys = [row.key for row in driver.list.rows if getattr(row.key, "does", "") == "answer"]
        assert driver.list.select(keys[0])
        await driver.press("enter", "y", "tab", *"Lin", "enter")
        assert driver.value(at.child("answer")) is True
        assert (driver.value(at.child("by")), driver.value(at.child("date"))) == ("Lin", NOW.date)
        assert judged(driver).verdict == "accepted"
        await driver.press("u")
        assert judged(driver).verdict == "not finished"


async def test_a_no_show_is_noted_and_taken_back(tmp_path: Path) -> None:
    draft = Draft(suite(1, 2), today=NOW.date)
    draft.add(KINDS["round"], "Round 1", inside=UAT)
    written(tmp_path, draft.tree)
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "n")
        assert judged(driver).attendance.words == "0 of 1 came, 1 not known yet"
        await driver.press("n")
        assert tree(driver) == draft.tree
        await driver.press("enter", "p", "escape", "n")
        assert driver.said[-1] == "T0 has results in Round 1"


async def test_testers_who_take_some_cases_are_walked_through_those(tmp_path: Path) -> None:
    draft = Draft(suite(4, 1), today=NOW.date)
    draft.put(UAT.child("testers", "t0", "cases"), ("case-1", "case-3"))
    written(tmp_path, draft.tree)
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "down", "enter", "p", "p")
        assert list(tree(driver).table(sheet_at(UAT, "round-1", "t0").child("results"))) == [
            "case-1",
            "case-3",
        ]
        assert "All done" in driver.text
        await driver.press("escape")
        seen = [grid(driver)._draw(case(number)).cells[1].text for number in range(4)]
        assert seen == ["", "✓", "", "✓"]  # what others take is empty, and not "not run"


async def test_the_day_of_a_result_is_today(tmp_path: Path) -> None:
    written(tmp_path, suite(1, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "enter", "p")
        assert driver.value(sheet_at(UAT, "round-1", "t0").child("started")) == dt.date(2026, 6, 15)
