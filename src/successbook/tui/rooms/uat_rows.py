"""The outline of the acceptance tests: cases by section, then rounds, testers and the rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.plan.peek import words
from successbook.plan.titles import title_of
from successbook.tree import Address, Tree
from successbook.tui.rooms.outline_rows import Folds, OutlineKey, group_rows
from successbook.tui.widgets.sheet import Cell, Column, Row
from successbook.verdicts.acceptance import Acceptance, acceptance_of
from successbook.verdicts.case_views import CaseView
from successbook.verdicts.results import Evidence, evidence_of, results_in_words

__all__ = ["UAT_COLUMNS", "UAT_PARTS", "uat_rows"]

UAT_COLUMNS = (
    Column(grow=True, at_least=30),
    Column(at_most=7, hide_below=64),
    Column(at_most=28, hide_below=40),
)
UAT_PARTS: Final = ("criterion", "round", "tester", "quota", "sheet", "defect", "waiver", "sign_off")


def uat_rows(tree: Tree, now: Now, folds: Folds) -> list[Row]:
    """The acceptance test of each release."""
    rows: list[Row] = []
    for release in records(tree, KINDS["release"]):
        at = KINDS["uat"].at("", release)
        if tree.has(at):
            rows += _test(tree, at, release, now, folds)
        else:
            title = Cell(title_of(tree, release), "strong")
            invitation = Cell("no acceptance test yet: a adds a case", "muted", shorter=("a adds a case", ""))
            rows.append(Row(OutlineKey(release), ((title, Cell("   "), invitation),), marker="  "))
    return rows


def _test(tree: Tree, at: Address, release: Address, now: Now, folds: Folds) -> Iterator[Row]:
    folded = folds.folded(at)
    judged = acceptance_of(tree, release)
    title = Cell(title_of(tree, release), "strong")
    said = Cell(judged.verdict, judged.tone) if judged.cases else Cell("")
    yield Row(OutlineKey(at), (title, Cell(""), said), marker="▸ " if folded else "▾ ")
    if folded:
        return
    yield from _cases(tree, at, judged)
    yield from group_rows(tree, at, UAT_PARTS, now, folds, indent=1)


def _cases(tree: Tree, at: Address, judged: Acceptance) -> Iterator[Row]:
    section, evidence = "", evidence_of(tree, at)
    for view in judged.cases:
        here = words(tree.table(view.at), "section")
        if here != section:
            section = here
            key = OutlineKey(at, at, "", f"section {view.at}")
            yield Row(key, (Cell(here, "heading"),), indent=1, selectable=False)
        yield _case(tree, at, view, evidence)


def _case(tree: Tree, at: Address, view: CaseView, evidence: Evidence) -> Row:
    said, tone = results_in_words(evidence.states(view.at.key))
    priority = words(tree.table(view.at), "priority")
    cells = (
        Cell(title_of(tree, view.at)),
        Cell(priority, "strong" if priority == "must" else "muted"),
        Cell(f"{said}, waived" if view.exempt else said, tone),
    )
    return Row(OutlineKey(view.at, at), cells, indent=1, marker="  ")
