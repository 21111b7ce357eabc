"""Files that nobody should send: they are read, or refused in one line; what is taken of them fits."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from successbook.errors import SuccessbookError
from successbook.files.foreign import foreign_text
from successbook.files.writing import Writer
from successbook.plan.drafts import Draft
from successbook.plan.records import Views
from successbook.sharing.cases_out import cases_rows
from successbook.sharing.columns import TABLES
from successbook.sharing.importing import Given, How, incoming
from successbook.sharing.results_in import Meant
from successbook.sharing.results_out import results_rows
from successbook.sharing.tables import table_text
from successbook.tree import do
from successbook.verdicts.findings_values import of_values
from tests.sharing.suites import UAT, sheet_rows, small_suite
from tests.strategies import identical

PLAN = small_suite()
GOOD = [
    table_text(rows).encode("utf-8-sig")
    for rows in (
        cases_rows(PLAN, UAT),
        results_rows(PLAN, UAT),
        sheet_rows(PLAN, "round-2", "c1"),
    )
]
PIECES = (
    b'"', b",", b";", b"\t", b"\r", b"\n", b"\x00", b"=", b"'", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe9",
    b"sep=;\n", b"passed", b"round-2", b"*", b"2026-06-08", b"\x1b]52;c;\x07", "\u202e支".encode(), b'""',
    b"a/b", b"1.\n2.",
)  # fmt: skip
"""What does the most harm in a CSV file."""


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A good file with pieces cut out, doubled, put in and turned round."""
    data = draw(st.sampled_from(GOOD))
    for _ in range(draw(st.integers(0, 8))):
        at = draw(st.integers(0, len(data)))
        end = min(len(data), at + draw(st.integers(0, 40)))
        piece = draw(st.sampled_from(PIECES) | st.binary(max_size=4))
        data = draw(
            st.sampled_from((data[:at] + piece + data[at:], data[:at] + data[end:], data[:end] + data[at:]))
        )
    return (
        data.decode("utf-8", "replace").encode(draw(st.sampled_from(("utf-8", "utf-16"))))
        if draw(st.booleans())
        else data
    )


@st.composite
def made_up(draw: st.DrawFn) -> bytes:
    """A table with known headings and cells of anything."""
    names = [name for columns in TABLES.values() for column in columns for name in column.names]
    heading = draw(st.lists(st.sampled_from(names), min_size=1, max_size=8))
    cell = st.sampled_from(
        ("", "passed", "pay-as-a-guest", "Refund", "round-1", "A1", "*", "2026-06-08", "1,5", "=1")
    )
    cells = st.lists(cell | st.text(max_size=6), max_size=len(heading) + 1)
    rows = draw(st.lists(cells, max_size=6))
    separator = draw(st.sampled_from(",;\t"))
    return table_text([heading, *rows], separator).encode("utf-8", "replace")


hows = st.builds(
    How,
    sort=st.sampled_from(("uat", "cases", "results", "readings")),
    meant=st.builds(Meant, round=st.sampled_from(("", "Round 1")), tester=st.sampled_from(("", "c1")),
                    add_missing=st.booleans()),
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(damaged() | made_up(), hows)
@example(b"", How())
@example(b"Title\n" + b"\x00" * 9, How())
def test_any_file_is_read_or_refused_and_what_is_read_is_one_change_that_can_be_undone(
    data: bytes, how: How
) -> None:
    draft = Draft(PLAN)
    try:
        text, _ = foreign_text(data, "file.csv")
        found = incoming(draft, [Given("file.csv", text)], how)
    except SuccessbookError as error:
        assert "\n" not in str(error)  # noqa: PT017  # most files can be read
        return
    assert all(
        "\n" not in line.what + line.says and "\x1b" not in line.what + line.says for line in found.lines
    )
    after, back = do(PLAN, found.change)
    assert identical(after, draft.tree)
    assert identical(do(after, back)[0], PLAN)
    for table in after.files.values():
        Writer().render(table)  # what was taken can be saved
    assert [each.says for each in of_values(after, Views())] == [
        each.says for each in of_values(PLAN, Views())
    ]
    again = incoming(Draft(after), [Given("file.csv", text)], how)
    assert again.count("new") == 0
    assert not again.change
