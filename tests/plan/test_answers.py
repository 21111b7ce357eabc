"""What people type becomes a value of the one shape its field has, or is refused with what would fit."""

import datetime as dt

import pytest

from successbook.errors import AddressError, CycleError, Refused
from successbook.plan.answers import answer, dangling, expects, unit_of
from successbook.plan.describe import fields_of
from successbook.plan.kinds import KINDS
from successbook.plan.measured import Ambiguous
from successbook.tree import Address, Table, Tree, Value

TREE = Tree(
    {
        "plan.toml": Table(
            {
                "missions": Table({"shopping": Table({"title": "Shopping"})}),
                "problems": Table({"address": Table({"title": "Address form"})}),
                "goals": Table(
                    {
                        "guest-pays": Table({"title": "Guests pay", "serves": ("problem:address",)}),
                        "sub-goal": Table({"title": "Sub", "serves": ("goal:guest-pays",)}),
                    }
                ),
                "metrics": Table(
                    {
                        "seconds": Table(
                            {"title": "Seconds", "unit": "s", "targets": Table({"summer": Table()})}
                        )
                    }
                ),
            }
        ),
        "stakeholders.toml": Table({"stakeholders": Table({"finance": Table({"title": "Finance"})})}),
        "releases/first/release.toml": Table({"title": "First"}),
    }
)


def put(address: str, *said: str) -> Value | None:
    return answer(TREE, Address.parse(address), said)


@pytest.mark.parametrize(
    ("address", "said", "value"),
    [
        ("plan.toml:title", " Checkout ", "Checkout"),
        ("plan.toml:goals.guest-pays.how_it_serves", "two\r\nlines\n\n", "two\nlines\n"),
        ("plan.toml:goals.guest-pays.by", "2026-09-30", dt.date(2026, 9, 30)),
        ("plan.toml:goals.guest-pays.state", "On Hold", "on hold"),
        ("plan.toml:metrics.seconds.baseline", "96 s", 96),
        ("plan.toml:metrics.seconds.baseline", "~13k", "~13000"),
        ("plan.toml:metrics.seconds.baseline", "blocked", "(blocked)"),
        ("plan.toml:metrics.seconds.targets.summer.value", "60 s", 60),
        ("plan.toml:metrics.seconds.tolerance", "-2.5 s", -2.5),
        ("stakeholders.toml:stakeholders.finance.hear_every", "14", 14),
        ("releases/first/release.toml:time", "09:30", dt.time(9, 30)),
        ("readings.toml:readings.seconds.2026-06-08", "71 s", 71),
        ("readings.toml:notes.seconds.2026-06-08", "a remark", "a remark"),
        ("plan.toml:goals.guest-pays.title", "  ", None),
        ("plan.toml:goals.guest-pays.owners", "", None),
    ],
)
def test_what_was_typed_has_the_shape_of_its_field(address: str, said: str, value: Value | None) -> None:
    found = put(address, said)
    assert found == value
    assert type(found) is type(value)


def test_several_values_make_a_list_without_empty_ones() -> None:
    assert put("plan.toml:goals.guest-pays.owners", "Mara, product", " ", "Jonas") == (
        "Mara, product",
        "Jonas",
    )


def test_several_values_for_a_single_field_are_refused() -> None:
    with pytest.raises(Refused, match="takes one value, not 2"):
        put("plan.toml:goals.guest-pays.title", "Guests", "pay")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("plan.toml:goals.guest-pays.title", "two\nlines"),
        ("plan.toml:goals.guest-pays.owners", "two\nlines"),
        ("plan.toml:metrics.seconds.baseline", "two\nlines"),
        ("plan.toml:goals.guest-pays.by", "20260930"),
        ("plan.toml:goals.guest-pays.by", "2026-W40-3"),
        ("plan.toml:goals.guest-pays.by", "2026-02-30"),
        ("plan.toml:goals.guest-pays.by", "٢٠٢٦-٠٩-٣٠"),
        ("plan.toml:goals.guest-pays.state", "done"),
        ("plan.toml:metrics.seconds.tolerance", "a lot"),
        ("plan.toml:metrics.seconds.tolerance", "1e999"),
        ("stakeholders.toml:stakeholders.finance.hear_every", "-1"),
        ("stakeholders.toml:stakeholders.finance.hear_every", "1.5"),
        ("releases/first/release.toml:time", "25:00"),
        ("releases/first/release.toml:time", "9:30"),
        ("plan.toml:goals.guest-pays.serves", "no reference"),
        ("plan.toml:goals.guest-pays.serves", "metric:seconds"),
        ("plan.toml:problems.address.serves", "goal:guest-pays"),
    ],
)
def test_what_does_not_fit_is_refused_at_its_address(address: str, said: str) -> None:
    with pytest.raises(Refused) as problem:
        put(address, said)
    assert address in str(problem.value)
    assert problem.value.remedy


def test_a_comma_is_never_guessed() -> None:
    with pytest.raises(Ambiguous) as doubt:
        put("plan.toml:metrics.seconds.baseline", "1,500")
    assert doubt.value.readings == (1.5, 1500)


def test_a_reference_is_written_with_its_kind_only_where_that_is_needed() -> None:
    assert put("plan.toml:goals.guest-pays.serves", "address") == ("problem:address",)
    assert put("plan.toml:problems.address.serves", "mission:shopping", "shopping") == ("shopping",)


def test_a_reference_to_nothing_is_kept_and_named() -> None:
    value = put("plan.toml:goals.guest-pays.serves", "goal:later", "problem:address")
    assert value == ("goal:later", "problem:address")
    serves = next(each for each in fields_of("goal") if each.name == "serves")
    assert dangling(TREE, Address.parse("plan.toml:goals.guest-pays.serves"), serves, value) == ["goal:later"]


@pytest.mark.parametrize("said", ["goal:guest-pays", "goal:sub-goal", "sub-goal"])
def test_a_record_cannot_come_to_serve_itself(said: str) -> None:
    with pytest.raises(CycleError, match="serve itself"):
        put("plan.toml:goals.guest-pays.serves", said)


@pytest.mark.parametrize(
    ("address", "remedy"),
    [
        ("plan.toml:goals.guest-pays.tilte", 'did you mean "title"'),
        ("plan.toml:goals.guest-pay.title", 'did you mean "guest-pays"'),
        ("plan.toml:goals.zzz.title", "add the goal first"),
        ("plan.toml:goals.guest-pays", "such as"),
        ("nowhere.toml:goals.guest-pays.title", "such as"),
        ("readings.toml:readings.second.2026-06-08", 'did you mean "seconds"'),
    ],
)
def test_an_address_that_names_no_field_is_refused_with_the_nearest(address: str, remedy: str) -> None:
    with pytest.raises(AddressError) as problem:
        put(address, "x")
    assert remedy in str(problem.value)


def test_a_reading_stands_under_a_date() -> None:
    with pytest.raises(Refused, match="is no date"):
        put("readings.toml:readings.seconds.summer", "71")


def test_the_unit_of_a_target_is_that_of_its_metric() -> None:
    assert unit_of(TREE, Address.parse("plan.toml:metrics.seconds.targets.summer.value")) == "s"
    assert unit_of(TREE, Address.parse("stakeholders.toml:stakeholders.finance.hear_every")) == "days"
    assert unit_of(TREE, Address.parse("plan.toml:title")) == ""


def test_every_field_can_say_what_it_holds() -> None:
    assert all(expects(field) for kind in KINDS for field in fields_of(kind))
