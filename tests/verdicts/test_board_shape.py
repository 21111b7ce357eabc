"""The shape of the board: sectors side by side, light that never fills one, arrow keys that reach all."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.verdicts.board_shape import EDGE, START, Arrow, bands_of, neighbour, point, span_of

COUNTS = st.tuples(*[st.integers(1, 9)] * 4)
ARROWS: tuple[Arrow, ...] = ("left", "right", "up", "down")


@given(COUNTS)
def test_every_sector_can_be_reached_with_the_arrow_keys(counts: tuple[int, ...]) -> None:
    seen, waiting = {0}, [0]
    while waiting:
        at = waiting.pop()
        for arrow in ARROWS:
            other = neighbour(counts, at, arrow)
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    assert seen == set(range(sum(counts)))


@given(COUNTS, st.sampled_from(ARROWS), st.data())
def test_an_arrow_never_leads_the_other_way(
    counts: tuple[int, ...], arrow: Arrow, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, sum(counts) - 1))
    x, y = point(sum(span_of(counts, at)) / 2)
    far_x, far_y = point(sum(span_of(counts, neighbour(counts, at, arrow))) / 2)
    gone = {"left": x - far_x, "right": far_x - x, "up": y - far_y, "down": far_y - y}[arrow]
    assert gone >= -1e-9


@given(COUNTS)
def test_the_sectors_lie_side_by_side_all_around(counts: tuple[int, ...]) -> None:
    spans = [span_of(counts, at) for at in range(sum(counts))]
    assert spans[0][0] == 0
    assert spans[-1][1] == pytest.approx(1)
    assert all(one[1] == pytest.approx(other[0]) for one, other in pairwise(spans))


def test_the_first_quadrant_lies_top_left_and_they_go_clockwise() -> None:
    corners = [point(sum(span_of((1, 1, 1, 1), at)) / 2) for at in range(4)]
    assert [(x < 0, y < 0) for x, y in corners] == [
        (True, True),
        (False, True),
        (False, False),
        (True, False),
    ]


@given(st.integers(1, 200))
def test_light_grows_with_every_line_and_never_fills_a_sector(count: int) -> None:
    bands = bands_of(["said"] * count)
    assert bands[0].inner == START
    assert bands[-1].outer <= EDGE
    assert all(one.outer == other.inner for one, other in pairwise(bands))
    assert all(band.inner <= band.outer for band in bands)
    assert bands_of(["said"] * 5)[-1].outer < EDGE
