"""What is measured of the board is measured at all, and is a redraw each time."""

from benchmarks.board import board_rows, redrawn


def test_every_redraw_is_measured() -> None:
    assert len(redrawn(times=3)) == 3


def test_both_kinds_of_terminal_have_a_row() -> None:
    rows = board_rows()
    assert [row.unit for row in rows] == ["ms", "ms"]
    assert all(row.measured is not None and row.bar == 16 for row in rows)
