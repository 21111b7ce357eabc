"""The value of a target: of +10% it asks points or percent, and the answer sets kind and value together."""

from pathlib import Path

import pytest

from successbook.plan.drafts import Draft
from successbook.tree import Table, Tree
from successbook.tui.rooms.record import RecordPane
from successbook.tui.widgets.editors import TargetValueEditor
from tests.plans import METRIC, NOW, TARGET, small_plan, written
from tests.tui.driving import driven
from tests.tui.stage import screen
from tests.tui.test_editors import field


def in_percent() -> Tree:
    draft = Draft(small_plan(), today=NOW.date)
    draft.put(METRIC.child("unit"), "%")
    return draft.tree


@pytest.mark.parametrize(
    ("answer", "kind"),
    [(" points", "change by points"), ("p", "change by points"), (" percent", "change by percent")],
)
async def test_points_or_percent_is_asked_and_typed_behind(answer: str, kind: str) -> None:
    editor = TargetValueEditor(None, unit="%", metric_unit="%", kind="reach")
    async with field(editor) as it:
        await it.type("+10%", "enter", "enter")
        assert it.left is None
        assert 'may be points or percent; type "+10 points" or "+10 percent"' in screen(it.app)
        await it.type(answer, "enter")
        assert it.left == (10, "enter", True)
        assert editor.also == {"kind": kind}


async def test_the_same_number_as_a_change_is_something_new() -> None:
    editor = TargetValueEditor(10, unit="%", metric_unit="%", kind="reach")
    async with field(editor) as it:
        await it.type("", "home")
        await it.type("+", "end")
        await it.type(" points", "enter")
        assert it.left == (10, "enter", True)
        assert editor.also == {"kind": "change by points"}


async def test_a_change_that_is_given_up_leaves_the_kind_alone() -> None:
    editor = TargetValueEditor(10, unit="%", metric_unit="%", kind="reach")
    async with field(editor) as it:
        await it.type("", "home")
        await it.type("+", "end")
        await it.type("%", "escape", "escape")
        assert it.left == (10, "esc", False)
        assert editor.also == {}


async def test_a_plain_value_keeps_the_kind() -> None:
    editor = TargetValueEditor(None, unit="%", metric_unit="%", kind="reach")
    async with field(editor) as it:
        await it.type("55 %", "enter")
        assert (it.left, editor.also) == ((55, "enter", True), {})


async def test_kind_and_value_of_a_target_are_one_change(tmp_path: Path) -> None:
    folder = written(tmp_path / "plan", in_percent())
    async with driven(folder) as driver:
        await driver.go_to(METRIC)
        assert driver.app.plan_screen is not None
        pane = driver.outline.query_one(RecordPane)
        pane.look_at(TARGET, field="value", home=METRIC)
        pane.focus_list()
        await driver.press("enter", "home", *["delete"] * 4)
        await driver.write("-20 percent")
        await driver.press("enter")
        assert (driver.value(TARGET.child("kind")), driver.value(TARGET.child("value"))) == (
            "change by percent",
            -20,
        )
        await driver.press("u")
        assert (driver.value(TARGET.child("kind")), driver.value(TARGET.child("value"))) == ("reach", 60)


async def test_a_question_asks_points_or_percent_too_and_keeps_kind_and_value(tmp_path: Path) -> None:
    draft = Draft(in_percent(), today=NOW.date)
    draft.remove(METRIC.child("targets", "end-of-quarter"))
    async with driven(written(tmp_path, draft.tree), (80, 24)) as driver:
        await driver.go_to(METRIC)
        await driver.press("I")
        await driver.write("+10%")
        await driver.press("enter")
        assert "may be points or percent" in driver.text
        await driver.write(" points")
        await driver.press("tab")
        target = driver.value(METRIC.child("targets"))
        assert isinstance(target, Table)
        (held,) = target.values()
        assert held == Table({"kind": "change by points", "value": 10})
        await driver.press("tab", "enter")
        assert driver.value(METRIC.child("targets")) == target
