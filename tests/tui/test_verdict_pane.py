"""The verdict beside the matrix: of hundreds of reasons the first few, and all of them with one key."""

from __future__ import annotations

from pathlib import Path

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.text import capital
from successbook.tree import Value
from successbook.tui.rooms.verdict_rows import VerdictKey, verdict_rows
from successbook.tui.widgets.sheet import Cell, Row, Sheet
from successbook.verdicts.acceptance import acceptance_of
from tests.plans import NOW, RELEASE, written
from tests.tui.driving import Driver, driven
from tests.tui.testing_plans import UAT, grid, judged, suite

MUSTS = 100
"""Must-cases that nobody has run, each of them a reason."""


def reasons(driver: Driver) -> list[str]:
    """The lines that are reasons."""
    told = {capital(cause.says) for cause in judged(driver).causes}
    texts = [cell.text for row in driver.list.rows for cells in row.cells[1:] for cell in _each(cells)]
    return [text for text in texts if text in told]


def _each(cells: Cell | tuple[Cell, ...]) -> tuple[Cell, ...]:
    return (cells,) if isinstance(cells, Cell) else cells


async def test_of_hundreds_of_reasons_the_first_are_shown_and_all_with_one_key(tmp_path: Path) -> None:
    written(tmp_path, suite(2 * MUSTS, 2))
    async with driven(tmp_path) as driver:
        await driver.press("4", "tab")
        assert "Not finished, 101 reasons" in driver.text  # nobody has come, too
        assert len(reasons(driver)) == 10
        assert "91 more reasons" in driver.text
        assert "show all" not in driver.text
        await driver.press("home", *["down"] * 10)
        assert "Enter show all" in driver.text
        await driver.press("enter")
        assert len(reasons(driver)) == 101
        key = driver.list.cursor_key
        assert isinstance(key, VerdictKey)
        assert key.at == judged(driver).causes[10].at  # the first that was not to be seen
        await driver.press("enter", "backspace")
        await driver.press("tab")
        assert len(reasons(driver)) == 101  # on the way back from one of them the others are still there
        await driver.press("escape")
        assert grid(driver).has_focus
        await driver.press("tab")
        assert len(reasons(driver)) == 10


async def test_one_more_than_the_first_few_is_shown_and_not_announced(tmp_path: Path) -> None:
    written(tmp_path, suite(20, 2))  # ten must-cases and a quota
    async with driven(tmp_path) as driver:
        await driver.press("4", "tab")
        assert len(reasons(driver)) == len(judged(driver).causes) == 11
        assert "more reasons" not in driver.text


async def test_opening_the_matrix_wraps_a_few_lines_of_the_verdict_however_many_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, suite(300, 10))
    wrapped: list[Row] = []
    lay_out = Sheet._lay_out

    def counted(self: Sheet, row: Row) -> tuple[tuple[tuple[str, str], ...], ...]:
        if isinstance(row.key, VerdictKey):
            wrapped.append(row)
        return lay_out(self, row)

    async with driven(tmp_path, quiet=True) as driver:
        monkeypatch.setattr(Sheet, "_lay_out", counted)
        await driver.press("4")
        assert "140 more reasons" not in driver.text
        assert "141 more reasons" in driver.text
        assert 10 < len(wrapped) < 40


async def test_a_case_behind_the_verdict_is_not_deleted_or_moved_unseen(tmp_path: Path) -> None:
    written(tmp_path, suite(3, 2))
    async with driven(tmp_path, (80, 24)) as driver:
        await driver.press("4", "tab", "d", "J")
        assert driver.labels == []
        assert "Esc goes back to the cases" in driver.said[-1]
        assert "d delete" not in driver.text
        await driver.press("escape", "d")
        assert len(driver.labels) == 1


@pytest.mark.parametrize(("answer", "mark"), [(True, "✓"), (False, "✗"), (None, "?")])
def test_whether_a_criterion_holds_is_seen_without_colours(answer: bool | None, mark: str) -> None:
    draft = Draft(suite(1, 1), today=NOW.date)
    fields: dict[str, Value] = {"list": "exit", "kind": "a person answers"}
    at = draft.add(KINDS["criterion"], "Support is ready", inside=UAT, fields=fields)
    draft.put(at.child("answer"), answer)
    rows = verdict_rows(draft.tree, acceptance_of(draft.tree, RELEASE), NOW)
    marks = [row.cells[0] for row in rows if _each(row.cells[1])[0].text == "Support is ready  "]
    assert marks == [Cell(mark, {"✓": "good", "✗": "bad", "?": "unknown"}[mark])]
