"""A release from the morning of its launch to the next one, lived through from the keyboard."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.tree import Address, Table
from successbook.tui.dispatch import Acts, missing
from successbook.tui.screens.asking import AskScreen
from successbook.tui.screens.carrying import CarryScreen
from successbook.tui.screens.choose import ChooseScreen
from successbook.tui.screens.launch import LaunchScreen
from successbook.tui.screens.readout import ReadoutScreen
from successbook.tui.screens.readout_rows import ReadoutKey
from successbook.tui.screens.revisions import RevisableKey, RevisionsScreen
from successbook.tui.screens.thanks import ThanksScreen
from successbook.tui.screens.unexpected import UnexpectedScreen
from successbook.tui.widgets.panel import Panel
from tests.tui.driving import Driver, driven
from tests.tui.launching import INCIDENT, LAUNCH, RELEASE, Clock, before_launch

FINISH = Address.parse("plan.toml:metrics.guests-who-finish-paying")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock(monkeypatch)
    found.at("2026-08-11T09:30")
    return found


@pytest.mark.parametrize("kind", [LaunchScreen, UnexpectedScreen, ReadoutScreen, AskScreen, ThanksScreen])
def test_each_screen_carries_out_every_action_of_its_scope(kind: type[Acts]) -> None:
    assert kind.SCOPE
    assert missing(kind) == []


def log(driver: Driver) -> list[Table]:
    assert driver.app.workbook is not None
    tree = driver.app.workbook.tree
    return [tree.table(at) for at in records(tree, KINDS["level"], RELEASE)]


def last(driver: Driver) -> dict[str, object]:
    return dict(log(driver)[-1])


def timeline(driver: Driver) -> list[tuple[str, object]]:
    """The moments of the unexpected result with their titles."""
    assert driver.app.workbook is not None
    tree = driver.app.workbook.tree
    tables = [tree.table(at) for at in records(tree, KINDS["incident_event"], INCIDENT)]
    return [(f"{each['date']} {each['time']}"[:16], each["title"]) for each in tables]


async def morning(driver: Driver) -> LaunchScreen:
    """Open the release on the screen for today."""
    await driver.go_to(RELEASE)
    await driver.press("v")
    assert isinstance(driver.app.screen, LaunchScreen)
    return driver.app.screen


async def step(driver: Driver, key: str, why: str) -> None:
    """Take a step, say why, and keep what is proposed."""
    await driver.press(key)
    assert isinstance(driver.app.screen, AskScreen), driver.said
    await driver.write(why)
    await driver.press("enter")


async def to_list(driver: Driver, question: str) -> None:
    """Tab to the list of a panel, and to its first line."""
    for _ in range(3):
        panel = driver.list.parent
        if isinstance(panel, Panel) and panel.question == question:
            break
        await driver.press("tab")
    assert isinstance(driver.list.parent, Panel)
    assert driver.list.parent.question == question
    await driver.press("home")


async def down_to(driver: Driver, name: str) -> None:
    """Down to the line of a record."""
    for _ in driver.list.rows:
        if name in str(driver.list.cursor_key):
            return
        await driver.press("down")
    raise AssertionError(name)


async def prepare(driver: Driver) -> None:
    """On the morning of the launch the last thing is ticked off."""
    await morning(driver)
    assert "Nobody has it yet" in driver.text
    await to_list(driver, "Open")
    await down_to(driver, "launch-channel")
    await driver.press("enter")
    assert driver.value(RELEASE.child("checklist", "launch-channel", "done")) == LAUNCH.date


async def go(driver: Driver) -> None:
    """The first stage opens, and somebody is thanked."""
    await step(driver, "g", "Go was decided")
    assert isinstance(driver.app.screen, ThanksScreen)
    assert driver.value(RELEASE.child("actual")) == LAUNCH.date
    assert driver.value(RELEASE.child("time")) == dt.time(9, 30)
    await driver.write("Ines, data")
    await driver.press("enter")
    await driver.write("found our own tests")
    await driver.press("enter", "escape")
    assert driver.value(RELEASE.child("thanks", "ines-data", "what")) == "found our own tests\n"
    assert driver.value(RELEASE.child("thanks", "ines-data", "said")) == LAUNCH.date
    assert "stage 1 of 4" in driver.text
    assert (last(driver)["step"], last(driver)["percent"]) == ("advance", 10)
    assert last(driver)["by"] == "Mara, product"
    assert (last(driver)["date"], last(driver)["time"]) == (LAUNCH.date, dt.time(9, 30))
    assert (last(driver)["stage"], last(driver)["channel"]) == ("web-tenth", "Web")
    assert last(driver)["because"] == "Go was decided\n"
    assert last(driver)["zone"] == "Europe/Berlin"


async def second_stage(driver: Driver, clock: Clock) -> None:
    """Two business days later."""
    clock.at("2026-08-13T10:00")
    await step(driver, "g", "Two business days, errors 0.5 %")
    assert (last(driver)["stage"], last(driver)["percent"]) == ("web-quarter", 25)
    assert driver.value(RELEASE.child("actual")) == LAUNCH.date, "the day of the launch stays"
    assert "stage 2 of 4" in driver.text


async def meet_the_unexpected(driver: Driver, clock: Clock) -> None:
    """Three questions, the advice, and a pause."""
    clock.at("2026-08-17T10:40")
    await driver.press("x")
    assert isinstance(driver.app.screen, UnexpectedScreen)
    await driver.write("Guests with two addresses pay twice")
    await driver.press("enter")
    assert "Find out first: how many are affected, how long a fix takes" in driver.text
    for answer in ("going back sends the form again", "refuse a second payment", "Tomas"):
        await driver.write(answer)
        await driver.press("enter")
    for answer in ("3 % of guests", "26 h", "hi"):
        await driver.write(answer)
        await driver.press("enter")
    assert "Consider pausing" in driver.text
    assert driver.value(INCIDENT.child("affected")) == 3
    assert driver.value(INCIDENT.child("affected_of")) == "% of guests"
    assert driver.value(INCIDENT.child("fix_unit")) == "hours"
    assert driver.value(INCIDENT.child("severity")) == "high"
    assert driver.value(INCIDENT.child("detected")) == dt.date(2026, 8, 17)
    assert driver.value(INCIDENT.child("time")) == dt.time(10, 40)
    assert driver.value(INCIDENT.child("title")) == "Guests with two addresses pay twice"
    assert driver.value(INCIDENT.child("causes")) == ("going back sends the form again",)
    assert driver.value(INCIDENT.child("fix")) == "refuse a second payment\n"
    assert driver.value(INCIDENT.child("fixed_by")) == "Tomas"
    assert driver.value(INCIDENT.child("time_to_fix")) == 26


async def decide_to_pause(driver: Driver, clock: Clock) -> None:
    """The pause is in the launch log with its reason; something is to be done."""
    clock.at("2026-08-17T11:05")
    await driver.press("f5")
    assert isinstance(driver.app.screen, ChooseScreen)
    await driver.press("down", "enter")
    await driver.write("Unknown is not the same as short")
    await driver.press("enter")
    assert driver.value(INCIDENT.child("decision")) == "pause"
    assert driver.value(INCIDENT.child("decided_by")) == "Mara, product"
    assert driver.value(INCIDENT.child("because")) == "Unknown is not the same as short\n"
    assert (last(driver)["stage"], last(driver)["channel"]) == ("web-quarter", "Web")
    assert (last(driver)["date"], last(driver)["time"]) == (dt.date(2026, 8, 17), dt.time(11, 5))
    assert last(driver)["by"] == "Mara, product"
    assert (last(driver)["step"], last(driver)["percent"]) == ("pause", 0)
    assert last(driver)["because"] == "Unknown is not the same as short\n"
    await driver.press("f6")
    await driver.write("Alarm on two charges")
    await driver.press("tab")
    await driver.write("Ines; Tomas")
    await driver.press("tab")
    await driver.write("DATA-204")
    await driver.press("tab")
    await driver.write("2026-09-25")
    await driver.press("enter")
    assert driver.value(INCIDENT.child("actions", "alarm-on-two-charges", "owners")) == ("Ines", "Tomas")
    await driver.press("escape")
    assert "paused, 0 % of users" in driver.text
    await driver.press("g")
    assert "It is paused; s starts again" in driver.said


async def go_on_after_the_pause(driver: Driver, clock: Clock) -> None:
    """It starts again, is closed, and reaches everybody."""
    clock.at("2026-08-19T14:00")
    await step(driver, "s", "One charge each in forty tries")
    assert (last(driver)["step"], last(driver)["percent"]) == ("resume", 25)
    assert (last(driver)["stage"], last(driver)["channel"]) == ("web-quarter", "Web")
    await to_list(driver, "Open")
    await driver.press("enter")
    assert isinstance(driver.app.screen, UnexpectedScreen)
    await driver.press("f7")
    await driver.write("Two refunds are open")
    await driver.press("enter", "escape")
    assert driver.value(INCIDENT.child("closed")) == dt.date(2026, 8, 19)
    assert driver.value(INCIDENT.child("residual")) == "Two refunds are open\n"
    assert timeline(driver) == [
        ("2026-08-17 11:05", "Decided: pause, Mara, product"), ("2026-08-19 14:00", "Closed"),
    ]  # fmt: skip
    clock.at("2026-08-21T14:30")
    await step(driver, "g", "402 payments, none twice")
    assert last(driver)["percent"] == 50
    clock.at("2026-08-24T18:45")
    await driver.press("g")
    assert "Passed: Card errors 0.9 % on 24 Aug, limit 0.8 %" in driver.text.replace("\n", " ")
    await driver.write("Forty minutes of outage")
    await driver.press("enter")
    assert "It stays for 400 cases: how many were there?" in driver.text
    await driver.write("398")
    await driver.press("enter")
    assert last(driver)["cases"] == 398
    assert last(driver)["breached"] == "Card errors 0.9 % on 24 Aug, limit 0.8 %"
    assert (last(driver)["stage"], last(driver)["percent"]) == ("web-all", 100)
    assert "in spite of" in driver.text


async def look_back(driver: Driver, clock: Clock) -> None:
    """A month later: what was called success, and what was learned."""
    clock.at("2026-09-14T10:00")
    await driver.press("r", "escape", "l")
    assert isinstance(driver.app.screen, ReadoutScreen)
    await driver.press("escape")
    await to_list(driver, "Open")
    await down_to(driver, "after-a-month")
    await driver.press("enter")
    assert isinstance(driver.app.screen, ReadoutScreen)
    assert "On 29 June you said success is" in driver.text
    readout = driver.app.screen.readout
    assert readout.key == "after-a-month"
    assert "missed by 3 points" in driver.text
    await driver.press("f")
    assert driver.value(readout.child("held")) == dt.date(2026, 9, 14)
    assert driver.value(readout.child("success_was")) == driver.value(RELEASE.child("success"))
    assert driver.value(readout.child("success_said")) == dt.date(2026, 6, 29)
    assert driver.value(readout.child("kpis", "guests-who-finish-paying", "now")) == 52
    assert driver.value(readout.child("kpis", "guests-who-finish-paying", "verdict")) == "missed"
    assert driver.list.select(ReadoutKey("learned"))
    await driver.press("enter")
    await driver.write("The form was the wall")
    await driver.press("enter")
    assert driver.value(readout.child("learned")) == "The form was the wall\n"
    assert driver.list.select(ReadoutKey("next"))
    await driver.press("enter")
    await driver.write("2026-10-12")
    await driver.press("enter")
    assert driver.value(readout.child("next")) == dt.date(2026, 10, 12)


async def revise(driver: Driver) -> None:
    """A target is revised, with its reason."""
    assert driver.list.select(ReadoutKey("kpi", FINISH))
    await driver.press("n")
    assert isinstance(driver.app.screen, RevisionsScreen)
    assert driver.list.select(RevisableKey("targets.before-the-peak-season.value"))
    await driver.press("enter")
    await driver.write("53")
    await driver.press("tab")
    await driver.write("the wall has moved")
    await driver.press("enter", "escape")
    assert driver.value(FINISH.child("targets", "before-the-peak-season", "value")) == 53
    assert driver.app.workbook is not None
    tree = driver.app.workbook.tree
    *_, revised = (tree.table(at) for at in records(tree, KINDS["revision"], FINISH))
    assert (revised["date"], revised["because"]) == (dt.date(2026, 9, 14), "the wall has moved\n")
    assert (revised["old"], revised["new"]) == ("Target value: 55 %", "Target value: 53 %")
    assert isinstance(driver.app.screen, ReadoutScreen)


async def carry_on(driver: Driver) -> None:
    """What is open goes into the next release, and can be taken back."""
    await driver.press("o")
    assert isinstance(driver.app.screen, CarryScreen)
    assert "Alarm on two charges" in driver.text
    assert "known error" in driver.text
    await driver.press("enter")
    await driver.write("Guest checkout, second step")
    await driver.press("tab")
    await driver.write("2026-10-20")
    await driver.press("enter")
    to = Address.parse("releases/guest-checkout-second-step/release.toml")
    assert driver.value(to.child("planned")) == dt.date(2026, 10, 20)
    assert driver.value(to.child("kpis", "guests-who-finish-paying", "benchmark")) == 52
    assert driver.value(to.child("checklist", "alarm-on-two-charges-data-204", "owner")) == "Ines; Tomas"
    assert driver.value(to.child("kpis", "guests-who-finish-paying", "benchmark_date")) == dt.date(
        2026, 9, 14
    )
    assert driver.value(to.child("checklist", "alarm-on-two-charges-data-204", "due")) == dt.date(2026, 9, 25)
    risks = driver.value(to.child("risks"))
    assert isinstance(risks, Table)
    said = {each["title"]: each["mitigation"] for each in risks.values() if isinstance(each, Table)}
    assert said["Known error: Guests with two addresses pay twice"] == "Two refunds are open\n"
    readouts = driver.value(to.child("readouts"))
    assert isinstance(readouts, Table)
    assert [each["planned"] for each in readouts.values() if isinstance(each, Table)] == [
        dt.date(2026, 10, 12)
    ]
    action = INCIDENT.child("actions", "alarm-on-two-charges")
    for each in (INCIDENT, action):
        assert driver.value(each.child("carried_to")) == "guest-checkout-second-step"
    assert driver.labels[-1] == 'Carry on into "Guest checkout, second step"'
    await driver.pilot.pause()
    assert driver.app.plan_screen is not None
    assert driver.app.plan_screen.is_current, driver.app.screen_stack
    assert driver.outline.record == to
    await driver.press("u")
    assert driver.value(to) is None
    assert driver.value(INCIDENT.child("carried_to")) is None


async def test_a_whole_release_from_the_keyboard(tmp_path: Path, clock: Clock) -> None:
    async with driven(before_launch(tmp_path), (80, 24), quiet=True, now=LAUNCH) as driver:
        await prepare(driver)
        await go(driver)
        await second_stage(driver, clock)
        await meet_the_unexpected(driver, clock)
        await decide_to_pause(driver, clock)
        await go_on_after_the_pause(driver, clock)
        await look_back(driver, clock)
        await revise(driver)
        await carry_on(driver)
