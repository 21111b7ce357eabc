"""Testers and the product manager work at the same time, each on a branch; plain git puts it together."""

from __future__ import annotations

import datetime as dt
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from successbook.files.folder import PlanFolder
from successbook.plan.case_changes import waive_cases
from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.recording import new_round, record_result, report_defect, sheet_at, take_note
from successbook.tree import Address
from successbook.verdicts.acceptance import acceptance_of
from successbook.verdicts.findings import findings
from tests.full import PLACES
from tests.plans import NOW, RELEASE, small_plan, written

UAT = PLACES["uat"]
CASES = ("pay-by-card", "pay-by-wallet", "read-the-receipt", "cancel")
TODAY = NOW.date


def git(folder: Path, *words: str) -> str:
    config = ("-c", "user.name=T", "-c", "user.email=t@example.test", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *config, *words], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@contextmanager
def on_branch(folder: Path, name: str) -> Iterator[Draft]:
    """What one person writes, saved and committed on a branch of theirs."""
    git(folder, "checkout", "-q", "-b", name, "main")
    plan = PlanFolder.open(folder)
    draft = Draft(plan.tree, today=TODAY)
    yield draft
    plan.write(draft.tree)
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", name)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    draft = Draft(small_plan(), today=TODAY)
    for case in ("Pay by card", "Pay by wallet", "Read the receipt", "Cancel"):
        draft.add(KINDS["case"], case, inside=UAT, fields={"priority": "must"})
    draft.add(KINDS["round"], "Round 1", inside=UAT)
    for tester in ("Ärztin 1", "Tester 2"):
        draft.add(KINDS["tester"], tester, inside=UAT)
    folder = written(tmp_path / "plan", draft.tree)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "the suite")
    return folder


def ran(draft: Draft, tester: str, say: Callable[[str], str]) -> Address:
    sheet = sheet_at(UAT, "round-1", tester)
    for case in CASES:
        record_result(draft, sheet, case, say(case), cases=CASES, today=TODAY)
    return sheet


def test_two_testers_and_the_manager_merge_without_a_conflict(plan: Path) -> None:
    first, second = (at.key for at in records(PlanFolder.open(plan).tree, KINDS["tester"], UAT))
    with on_branch(plan, "first") as draft:
        sheet = ran(draft, first, lambda case: "failed" if case == "cancel" else "passed")
        take_note(draft, sheet, "cancel", "Nothing happens.", TODAY)
        report_defect(draft, sheet, "cancel", {"title": "Cancel does nothing"}, reporter="1", today=TODAY)
    with on_branch(plan, "second") as draft:
        sheet = ran(draft, second, lambda case: "blocked" if case == "cancel" else "passed with note")
        report_defect(draft, sheet, "cancel", {"title": "The button is grey"}, reporter="2", today=TODAY)
    with on_branch(plan, "manager") as draft:
        waive_cases(draft, UAT, [UAT.child("cases", "cancel")], {"by": "Mara", "why": "It comes later."})
    git(plan, "checkout", "-q", "main")
    for name in ("first", "second", "manager"):
        git(plan, "merge", "-q", "--no-edit", name)
    tree = PlanFolder.open(plan).tree
    assert findings(tree) == ()
    found = acceptance_of(tree, RELEASE)
    assert found.verdict == "accepted with exceptions"
    assert (found.counts.done, found.counts.well) == ("8 of 8", "6 of 7")
    assert len(list(records(tree, KINDS["defect"], UAT))) == 2


def test_two_testers_begin_the_same_round_on_two_days_and_report_the_same_defect(plan: Path) -> None:
    testers = [at.key for at in records(PlanFolder.open(plan).tree, KINDS["tester"], UAT)]
    for days, tester in enumerate(testers):
        with on_branch(plan, f"branch-{days}") as draft:
            round_, day = new_round(draft, UAT), TODAY + dt.timedelta(days=days)
            sheet = sheet_at(UAT, round_, tester)
            record_result(draft, sheet, "cancel", "failed", cases=CASES, today=day)
            report_defect(draft, sheet, "cancel", {"title": "It hangs"}, reporter=tester, today=day)
    git(plan, "checkout", "-q", "main")
    for days, _ in enumerate(testers):
        git(plan, "merge", "-q", "--no-edit", f"branch-{days}")
    tree = PlanFolder.open(plan).tree
    assert findings(tree) == ()
    assert [at.key for at in records(tree, KINDS["round"], UAT)] == ["round-1", "round-2"]
    defects = [tree.table(at) for at in records(tree, KINDS["defect"], UAT)]
    assert {str(each["reporter"]): each["title"] for each in defects} == dict.fromkeys(testers, "It hangs")


def test_the_first_results_of_a_round_that_is_there_touch_no_common_file(plan: Path) -> None:
    with on_branch(plan, "first") as draft:
        ran(draft, "tester-2", lambda _case: "passed")
    changed = git(plan, "diff", "--name-only", "main", "first").split()
    assert changed == ["releases/guest-checkout/results/round-1--tester-2.toml"]
