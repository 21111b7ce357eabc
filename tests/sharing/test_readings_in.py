"""Readings from a spreadsheet: a row for each value, or a column for each metric."""

from __future__ import annotations

import pytest

from successbook.errors import NotReadable
from successbook.plan.kinds import READINGS
from successbook.sharing.columns import asked
from successbook.sharing.importing import How
from successbook.sharing.values import Reading
from successbook.tree import Address, Tree, Value
from tests.plans import GUARDRAIL, METRIC, small_plan
from tests.sharing.suites import read, said


def held(tree: Tree, metric: Address = METRIC) -> dict[str, Value]:
    return dict(tree.table(Address(READINGS, ("readings", metric.key))))


def test_a_row_for_each_value_updates_and_adds() -> None:
    text = "Metric;Date;Value;Remark\nSeconds to pay;2026-06-08;70 s;again\nseconds-to-pay;15.06.2026;~13k;\n"
    found, tree = read(small_plan(), text, How("readings"))
    assert held(tree) == {"2026-05-25": 90, "2026-06-01": 85, "2026-06-08": 70, "2026-06-15": "~13000"}
    assert tree.get(Address(READINGS, ("notes", METRIC.key, "2026-06-08"))) == "again"
    assert said(found.lines) == [(2, "changed", "71 → 70; Remark"), (3, "new", "about 13 000")]
    again, _ = read(tree, text, How("readings"))
    assert not again.change


def test_a_column_for_each_metric_is_known_by_its_title() -> None:
    text = "Week,Seconds to pay,card-errors,Weather\n2026-06-15,70,0.5,fine\n2026-06-22,,(blocked),\n"
    found, tree = read(small_plan(), text, How("readings"))
    assert held(tree)["2026-06-15"] == 70
    assert held(tree, GUARDRAIL) == {"2026-06-15": 0.5, "2026-06-22": "(blocked)"}
    assert found.files[0].columns.unused == ("Weather",)


def test_a_column_can_be_mapped_to_a_metric() -> None:
    by_hand = asked(["t=metric:seconds-to-pay"], ["readings"])
    _, tree = read(small_plan(), "Day,t\n2026-06-15,70\n", How("readings", by_hand))
    assert held(tree)["2026-06-15"] == 70


def test_a_number_with_a_comma_is_never_guessed() -> None:
    text = 'Metric,Date,Value\nCard errors,2026-06-15,"0,5"\nCard errors,2026-06-16,"1,500"\n'
    found, tree = read(small_plan(), text, How("readings"))
    assert [line.status for line in found.lines] == ["error", "error"]
    assert found.lines[1].says.endswith("say --decimal comma or --decimal point")
    _, tree = read(small_plan(), text, How("readings", reading=Reading(decimal="comma")))
    assert held(tree, GUARDRAIL) == {"2026-06-15": 0.5, "2026-06-16": 1.5}
    _, tree = read(small_plan(), text, How("readings", reading=Reading(decimal="point")))
    assert held(tree, GUARDRAIL) == {"2026-06-16": 1500}


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (",2026-06-15,7", "it names no metric"),
        ("Seconds to pay,,7", "it has no day"),
        ("Seconds to play,2026-06-15,7", 'did you mean "Seconds to pay"?'),
        ("Seconds to pay,yesterday,7", '"yesterday" is no date'),
        ("Seconds to pay,2026-06-15T25:00,7", 'there is no moment "2026-06-15T25:00"'),
        ("Seconds to pay,2026-06-15,7,,8", "it has more cells than the heading"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why(row: str, says: str) -> None:
    found, _ = read(small_plan(), f"Metric,Date,Value\n{row}\n", How("readings"))
    assert [line.status for line in found.lines] == ["error"]
    assert says in found.lines[0].says
    assert not found.change


def test_two_values_of_one_day_must_be_the_same() -> None:
    text = "Metric,Date,Value\nSeconds to pay,2026-06-15,7\nSeconds to pay,2026-06-15,8\n"
    found, tree = read(small_plan(), text, How("readings"))
    assert said(found.lines)[1] == (3, "error", "row 2 says something else of that day; keep one of them")
    assert held(tree)["2026-06-15"] == 7


def test_a_file_without_days_or_values_is_refused() -> None:
    for text, holds in (("Metric,Value\na,1\n", "the days"), ("Metric,Date\na,2026-06-15\n", "the values")):
        with pytest.raises(NotReadable, match=f"none of its columns is known to hold {holds}"):
            read(small_plan(), text, How("readings"))
