"""Defects: which are open, which stop the release, which wait for a retest."""

from __future__ import annotations

import pytest

from successbook.verdicts.defects import defects_of, retest_queue
from tests.verdicts.acceptance_plans import UAT, suite

CASES = "[cases.pay]\n[cases.look]\n"


@pytest.mark.parametrize(
    ("state", "is_open", "stops", "waits", "says"),
    [
        ("new", True, True, False, "is new"),
        ("open", True, True, False, "is open"),
        ("", True, True, False, "is open"),
        ("fixed", True, False, True, "its retest is still to come"),
        ("to retest", True, False, True, "its retest is still to come"),
        ("closed", False, False, False, None),
        ("not a defect", False, False, False, None),
        ("will not be fixed", False, True, False, "will not be fixed"),
    ],
)
def test_a_defect_that_blocks_stops_the_release_until_it_is_repaired_and_tried_again(
    state: str, is_open: bool, stops: bool, waits: bool, says: str | None
) -> None:
    tree = suite(CASES, defects={"d": f'title = "D"\nblocking = true\nstate = "{state}"'})
    found = defects_of(tree, UAT)[0]
    assert (found.open, found.stops, found.waits) == (is_open, stops, waits)
    assert says is None or found.sentence(tree) == f'the defect "D" blocks the release and {says}'


def test_only_a_repaired_defect_of_a_case_that_is_there_waits_in_the_queue() -> None:
    defects = {
        "a": 'case = "look"\nstate = "fixed"',
        "b": 'case = "pay"\nstate = "to retest"',
        "c": 'case = "pay"\nstate = "fixed"',
        "d": 'case = "gone"\nstate = "fixed"',
        "e": 'case = "look"\nstate = "open"',
    }
    queue = retest_queue(suite(CASES, defects=defects), UAT)
    assert [(at.key, [each.file[-6:-5] for each in found]) for at, found in queue.items()] == [
        ("pay", ["b", "c"]),
        ("look", ["a"]),
    ]
