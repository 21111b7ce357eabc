"""Acceptance tests from the keyboard: a whole round with its retest and sign-off, and the table of cases."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.recording import sheet_at
from successbook.tree import Value
from successbook.tui.screens.run import RunScreen
from successbook.tui.widgets.grid import Grid
from successbook.verdicts.findings import findings
from tests.plans import NOW, written
from tests.tui.driving import Driver, driven
from tests.tui.testing_plans import UAT, case, grid, judged, room, state, suite, tree

SIZES = [(60, 20), (200, 60)]


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
    await driver.press("y", *"Jonas", "tab", *"Approver", "tab", *"Good", "enter")
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


async def test_several_cases_are_changed_by_one_change(tmp_path: Path) -> None:
    written(tmp_path, suite(6, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "space", "space", "down", "space")
        assert len(room(driver)._cases.marked) == 3
        await driver.press("space", "up", "space")  # one more, and not after all
        assert len(room(driver)._cases.marked) == 3
        await driver.press("b", "enter", *"should", "enter")
        assert [driver.value(case(number).child("priority")) for number in (0, 1, 2, 3)] == [
            "should", "should", "must", "should",
        ]  # fmt: skip
        assert len(driver.labels) == 1
        await driver.press("b", "down", "enter", *"Money", "enter")
        assert driver.value(case(3).child("section")) == "Money"
        await driver.press("b", "down", "down", "down", "down", "enter", *"slow,odd", "enter")
        assert driver.value(case(3).child("tags")) == ("slow", "odd")
        await driver.press("u", "u", "u")
        assert tree(driver) == suite(6, 1)
        assert room(driver).view == "matrix"


async def test_marked_cases_are_waived_and_deleted_together(tmp_path: Path) -> None:
    written(tmp_path, suite(4, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "space", "down", "space", "W", *"Mara", "tab", *"Later", "enter")
        assert [each.exempt for each in judged(driver).cases] == [True, False, True, False]
        assert driver.value(UAT.child("waivers", "case-0", "date")) == NOW.date
        await driver.press("d")
        assert list(tree(driver).table(UAT.child("cases"))) == ["case-1", "case-3"]
        await driver.press("u")
        assert len(judged(driver).cases) == 4


async def test_a_waiver_without_a_reason_is_asked_for_it_once(tmp_path: Path) -> None:
    written(tmp_path, suite(1, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "W", *"Mara", "enter")
        assert not list(records(tree(driver), KINDS["waiver"], UAT))
        await driver.press("enter")
        assert judged(driver).causes[0].says.endswith("its waiver does not say why")
        assert driver.labels == ['Waive "Case 0"']


async def test_a_copy_is_written_on_in_place(tmp_path: Path) -> None:
    written(tmp_path, suite(3, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "D")
        first, copy, *_ = records(tree(driver), KINDS["case"], UAT)
        assert (grid(driver).cursor_key, driver.value(copy.child("title"))) == (copy, "Case 0")
        await driver.press("v", "right", "enter", *"Money", "enter", "escape")
        assert driver.value(copy.child("section")) == "PayingMoney"
        assert driver.value(first.child("section")) == "Paying"
        assert grid(driver).cursor_key == copy


async def test_cases_change_places_and_do_not_while_they_are_sorted(tmp_path: Path) -> None:
    written(tmp_path, suite(3, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "J")
        assert list(tree(driver).table(UAT.child("cases"))) == ["case-1", "case-0", "case-2"]
        assert grid(driver).cursor_key == case(0)
        await driver.press("s", "down", "down", "down", "enter", "K")
        assert driver.said[-1] == "The cases are sorted; s brings their own order back"
        assert room(driver)._cases.cases() == [case(0), case(1), case(2)]


FILTERS: list[tuple[str, list[int]]] = [
    ("case-nothing", []),
    ("must", [0, 2]),
    ("MUST after", [2]),
    ("failed", [1]),
    ("nobody", [0, 2, 3]),
]


async def test_a_filter_finds_words_of_cases_and_results(tmp_path: Path) -> None:
    written(tmp_path, suite(4, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "down", "enter", "f", "enter", "escape")
        for words, wanted in FILTERS:
            await driver.press("/")
            await driver.write(words)
            assert room(driver)._cases.cases() == [case(number) for number in wanted], words
            await driver.press("escape")
            assert len(room(driver)._cases.cases()) == 4
            assert isinstance(driver.app.focused, Grid)


async def test_cases_are_filtered_while_one_types_and_escape_shows_all(tmp_path: Path) -> None:
    written(tmp_path, suite(12, 1))
    async with driven(tmp_path, (80, 24), quiet=True) as driver:
        await driver.press("4", "slash")
        counts = []
        for letter in "case 1":
            await driver.write(letter)
            counts.append(room(driver)._cases.count)
        assert counts == [12, 12, 12, 12, 12, 3]  # 1, 10, 11
        await driver.write("x")
        assert "No case has all of: case 1x. Esc shows all." in driver.text
        await driver.press("backspace")
        assert "3 of 12 cases with: case 1" in driver.text
        assert "Space mark" not in driver.text  # it would be typed
        await driver.press("escape")
        assert room(driver)._cases.count == 12
        assert isinstance(driver.app.focused, Grid)
        await driver.press("slash", *"11", "enter")
        assert (room(driver)._cases.count, grid(driver).cursor_key) == (1, case(11))
        await driver.press("slash", "slash")
        assert room(driver)._cases.count == 12
        assert type(driver.app.screen).__name__ == "FindScreen"


async def test_one_round_is_looked_at_or_what_counts_of_all(tmp_path: Path) -> None:
    draft = Draft(suite(1, 1), today=NOW.date)
    for number, said in enumerate(("failed", "passed"), 1):
        draft.add(KINDS["round"], f"Round {number}", inside=UAT)
        sheet = draft.add(KINDS["sheet"], inside=UAT, id_=f"round-{number}--t0")
        draft.add(KINDS["result"], inside=sheet, id_="case-0", fields={"state": said})
    written(tmp_path, draft.tree)
    async with driven(tmp_path) as driver:
        await driver.press("4")
        assert "what counts of 2 rounds" in driver.text
        assert "[✓]" in driver.text
        assert "T0: passed, Round 2, a retest, which counts" in driver.text
        assert "1 result counts from a retest" in driver.text
        await driver.press("o", "o")
        assert "Guest checkout: Round 1" in driver.text
        assert "[✗]" in driver.text
        await driver.press("o")
        assert "what counts of 2 rounds" in driver.text


@pytest.mark.parametrize("size", SIZES)
async def test_v_and_tab_lead_everywhere_and_back(tmp_path: Path, size: tuple[int, int]) -> None:
    written(tmp_path, suite(3, 2))
    async with driven(tmp_path, size) as driver:
        await driver.press("4", "down")
        assert (room(driver).view, room(driver).record) == ("matrix", case(1))
        await driver.press("tab")
        assert "Not finished, 3 reasons" in driver.text
        await driver.press("escape")
        assert grid(driver).cursor_key == case(1)
        await driver.press("v")
        assert room(driver).view == "cases"
        assert "what is tried?" in driver.text
        await driver.press("tab")
        assert room(driver)._pane.record == case(1)
        await driver.press("escape")
        assert grid(driver).cursor_key == case(1)
        await driver.press("v")
        assert (room(driver).view, room(driver).record) == ("outline", case(1))
        await driver.press("v")
        assert (room(driver).view, grid(driver).cursor_key) == ("matrix", case(1))


async def test_v_on_a_round_shows_that_round_and_on_a_tester_their_column(tmp_path: Path) -> None:
    draft = Draft(suite(2, 3), today=NOW.date)
    for number in (1, 2):
        draft.add(KINDS["round"], f"Round {number}", inside=UAT)
    written(tmp_path, draft.tree)
    async with driven(tmp_path, quiet=True) as driver:
        await driver.go_to(UAT.child("rounds", "round-1"))
        await driver.press("v")
        assert (room(driver).view, room(driver)._cases.look.round) == ("matrix", "round-1")
        await driver.go_to(UAT.child("testers", "t2"))
        await driver.press("v")
        assert (room(driver)._cases.tester, room(driver)._cases.look.round) == ("t2", "")
        await driver.go_to(case(1).child("title"))
        await driver.press("v")
        assert (room(driver).view, grid(driver).cursor_key) == ("matrix", case(1))


async def test_a_cause_leads_to_its_record_and_backspace_leads_back(tmp_path: Path) -> None:
    written(tmp_path, suite(3, 2))
    async with driven(tmp_path) as driver:
        await driver.press("4", "right", "tab", "home", "enter")
        assert (room(driver).view, room(driver).record) == ("outline", case(0))
        await driver.press("backspace")
        assert (room(driver).view, room(driver)._cases.tester) == ("matrix", "t1")


async def test_without_testers_rounds_or_cases_each_key_says_what_is_missing(tmp_path: Path) -> None:
    written(tmp_path, suite(1, 0))
    async with driven(tmp_path) as driver:
        await driver.press("4", "enter")
        assert driver.said[-1] == "There is no tester yet; A adds one"
        await driver.press("o")
        assert driver.said[-1] == "There is no round yet; the first run begins one"
        await driver.press("x")
        assert "No case waits for a retest" in driver.said[-1]
        await driver.press("A")
        assert "What belongs to" in driver.text


async def test_a_case_is_added_below_the_one_under_the_cursor(tmp_path: Path) -> None:
    written(tmp_path, suite(2, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "a", *"New", "enter")
        assert list(tree(driver).table(UAT.child("cases"))) == ["case-0", "new", "case-1"]
        assert room(driver).view == "cases"
        assert room(driver).record == UAT.child("cases", "new")


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


async def test_of_many_cases_only_what_is_seen_is_drawn(tmp_path: Path) -> None:
    written(tmp_path, suite(300, 10))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4")
        table, drawn = grid(driver), []
        draw = table._draw
        table._draw = lambda key: (drawn.append(key), draw(key))[1]  # type: ignore[func-returns-value]
        await driver.press("end", "right")
        assert table.cursor_key == case(299)
        assert "Case 299" in driver.text
        assert 0 < len(set(drawn)) < 80


async def test_the_day_of_a_result_is_today(tmp_path: Path) -> None:
    written(tmp_path, suite(1, 1))
    async with driven(tmp_path, quiet=True) as driver:
        await driver.press("4", "enter", "p")
        assert driver.value(sheet_at(UAT, "round-1", "t0").child("started")) == dt.date(2026, 6, 15)
