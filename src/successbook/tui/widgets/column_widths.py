"""How wide the columns of a list are, for one width of the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from successbook.tui.widgets.sheet import Column

__all__ = ["GAP", "column_widths"]

GAP: Final = 2
"""Cells between two columns."""
_WIDE: Final = 100  # cells from which on a list has room to spare
_NARROWEST: Final = 12  # cells of a growing column when all others have given way


def column_widths(columns: Sequence[Column], natural: Callable[[int], int], total: int) -> tuple[int, ...]:
    """The width of each column in cells; 0 where it is not shown.

    Args:
        columns: the columns.
        natural: told the number of a column, how many cells its widest cell takes.
        total: cells for all columns together.
    """
    widths: list[int] = []
    for at, column in enumerate(columns):
        if column.hide_below and total < column.hide_below:
            widths.append(0)
        elif column.grow:
            widths.append(-1)
        else:
            widths.append(min(max(natural(at), column.at_least), _most(column, total)))
    return _share(widths, columns, total)


def _most(column: Column, total: int) -> int:
    """How wide a column may be: words that need more than it says, in a wide list up to a third of that."""
    most = column.at_most or total
    if total < _WIDE or column.firm or column.align == "right" or column.at_least == most:
        return most
    return max(most, total // 3)


def _share(widths: list[int], columns: Sequence[Column], total: int) -> tuple[int, ...]:
    growing = [at for at, width in enumerate(widths) if width < 0]
    shown = sum(1 for width in widths if width)
    room = total - GAP * max(shown - 1, 0)
    need = sum(max(columns[at].at_least, 8) for at in growing)
    while (excess := sum(width for width in widths if width > 0) + need - room) > 0:
        loose = [at for at, width in enumerate(widths) if width > 4 and not columns[at].firm]
        if not loose and need > _NARROWEST * len(growing):
            need = max(need - excess, _NARROWEST * len(growing))  # before what is firm is cut
            continue
        widest = max(loose or range(len(widths)), key=lambda at: widths[at])
        if widths[widest] <= 4:
            break
        widths[widest] = max(4, widths[widest] - max(1, excess // 2))
    left = max(room - sum(width for width in widths if width > 0), 0)
    for number, at in enumerate(growing):
        share = left // (len(growing) - number)
        most = columns[at].at_most
        widths[at] = max(min(share, most) if most else share, 1)
        left -= widths[at]
    return tuple(widths)
