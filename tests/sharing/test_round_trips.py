"""What is exported comes back as it was: every field of every case, step, result, sheet and reading."""

from __future__ import annotations

import datetime as dt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from successbook.plan.describe import fields_of
from successbook.plan.drafts import Draft
from successbook.plan.kinds import READINGS
from successbook.sharing.cases_out import cases_rows
from successbook.sharing.columns import CASES, RESULTS
from successbook.sharing.importing import How
from successbook.sharing.readings_out import readings_rows
from successbook.sharing.results_out import results_rows
from successbook.sharing.steps_in import STEP_CELLS
from successbook.sharing.tables import SEPARATORS, table_text
from successbook.tree import Address, Table, Tree, Value, same
from tests.plans import METRIC, small_plan
from tests.sharing.suites import UAT, any_suite, read, sheet_rows, small_suite, without

quick = settings(
    max_examples=max(settings().max_examples // 2, 10),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
separators = st.sampled_from(sorted(SEPARATORS.values()))


@quick
@given(any_suite(), separators)
def test_every_field_of_every_case_and_step_comes_back(tree: Tree, separator: str) -> None:
    text = table_text(cases_rows(tree, UAT), separator)
    found, after = read(without(tree, "cases"), text)
    assert found.count("error") == 0, found.lines
    assert same(after.table(UAT.child("cases")), tree.table(UAT.child("cases")))


@quick
@given(any_suite(), separators)
def test_every_field_of_every_result_and_sheet_comes_back(tree: Tree, separator: str) -> None:
    text = table_text(results_rows(tree, UAT), separator)
    found, after = read(without(tree, "results"), text)
    assert found.count("error") == 0, found.lines
    for name, table in tree.files.items():
        if "/results/" in name:
            assert same(_said(after.files.get(name, Table())), _said(table))


def _said(sheet: Table) -> Table:
    """A sheet without results in which nothing stands: a row that says nothing is not taken."""
    results = sheet.get("results")
    for key, held in results.items() if isinstance(results, Table) else ():
        if not held and isinstance(results, Table):
            results = results.without(key)
    rest = sheet.without("results").without("format")
    return rest.put("results", results) if isinstance(results, Table) and results else rest


@quick
@given(any_suite())
def test_what_was_just_exported_changes_nothing(tree: Tree) -> None:
    texts = [table_text(cases_rows(tree, UAT)), table_text(results_rows(tree, UAT))]
    texts += [table_text(sheet_rows(tree, "round-1", tester)) for tester in tree.table(UAT.child("testers"))]
    for text in texts:
        found, after = read(tree, text)
        assert not found.change, found.lines
        assert after is tree
        assert {line.status for line in found.lines} <= {"same"}


_values = (
    st.sampled_from((0, -3, 1.5, "~13000", "(blocked)", "soon", "=1+1", "-5 or so", 2**40)) | st.integers()
)
_days = st.sampled_from(("2026-06-08", "2026-06-08T09:30", "0001-01-01")) | st.dates(dt.date(1000, 1, 1)).map(
    dt.date.isoformat
)


@given(st.dictionaries(_days, st.tuples(_values, st.sampled_from(("", "odd day", "=x", "a,b")))), separators)
def test_every_reading_comes_back(held: dict[str, tuple[Value, str]], separator: str) -> None:
    draft = Draft(small_plan())
    for day, (value, note) in held.items():
        if isinstance(value, int) and abs(value) >= 2**63:
            continue
        draft.put(Address(READINGS, ("readings", METRIC.key, day)), value)
        draft.put(Address(READINGS, ("notes", METRIC.key, day)), note)
    text = table_text(readings_rows(draft.tree), separator)
    bare = Tree({name: table for name, table in draft.tree.files.items() if name != READINGS})
    found, after = read(bare, text, How("readings"))
    assert found.count("error") == 0, found.lines
    for group in ("readings", "notes"):
        kept, came = (tree.table(Address(READINGS, (group, METRIC.key))) for tree in (draft.tree, after))
        assert dict(came) == dict(kept)
        assert [type(value) for value in came.values()] == [type(value) for value in kept.values()]


def test_there_is_a_column_for_every_field() -> None:
    columns = {column.field for column in CASES}
    assert {each.name for each in fields_of("case")} <= columns
    assert {each.name for each in fields_of("case_step")} <= {*STEP_CELLS.values(), *columns & {"title"}}
    assert {each.name for each in fields_of("result")} <= {column.field for column in RESULTS}
    of_sheet = {"remark": "note"}
    names = {of_sheet.get(each.name, each.name) for each in fields_of("sheet")} - {"format"}
    assert names <= {column.field for column in RESULTS}


def test_no_cell_of_an_export_is_a_formula() -> None:
    draft = Draft(small_suite())
    for start in "=+-@":
        draft.put(UAT.child("cases", "refund", "title"), f"{start}HYPERLINK(1)")
        for rows in (cases_rows(draft.tree, UAT), sheet_rows(draft.tree, "round-1", "a1")):
            text = table_text(rows)
            assert f'"\'{start}HYPERLINK(1)"' in text
            assert f'"{start}HYPERLINK' not in text
