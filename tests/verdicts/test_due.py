"""What is due on a day: everything dated that is open, in words, what is late first and the nearest first."""

import datetime as dt

import pytest

from successbook.files.folder import PlanFolder
from successbook.plan.now import Now
from successbook.resources import resource
from successbook.tree import Address
from successbook.verdicts.due import due_of
from tests.verdicts.texts import OPEN, PLAN, RELEASE, due, said

UAT = "releases/first/uat.toml"
PEOPLE = "stakeholders.toml"
NOTEBOOK = "notebook.toml"


@pytest.mark.parametrize(
    ("file", "text", "today", "wanted"),
    [
        # a release
        (RELEASE, 'title = "First"\nplanned = 2026-06-18', "2026-06-15", 'Release "First", in 3 days'),
        (RELEASE, 'title = "First"\nplanned = 2026-06-18', "2026-06-19", '1 day late: release "First"'),
        (
            RELEASE,
            'title = "First"\nowners = ["Mara, product", "Jonas"]\nplanned = 2026-02-28',
            "2026-03-01",
            '1 day late: release "First" (Mara, product; Jonas)',
        ),
        (
            RELEASE,
            'title = "First"\nplanned = 2028-02-28',
            "2028-03-01",
            '2 days late: release "First"',
        ),
        (
            RELEASE,
            'title = "First"\nplanned = 2026-06-01\n[replans.a]\nto = 2026-06-16',
            "2026-06-15",
            'Release "First", tomorrow',
        ),
        (RELEASE, OPEN + "planned = 2026-06-18", "2026-06-15", ""),
        # its parts
        (
            RELEASE,
            OPEN + '[milestones.a]\ntitle = "Frozen"\nplanned = 2026-06-15\nowner = "Data analyst"',
            "2026-06-15",
            'Milestone "Frozen" of First (Data analyst), today',
        ),
        (
            RELEASE,
            OPEN + "[milestones.a]\nplanned = 2026-06-15\nactual = 2026-06-15",
            "2026-06-20",
            "",
        ),
        (
            RELEASE,
            OPEN + '[gates.a]\ntitle = "Open it"\nplanned = 2026-06-20',
            "2026-06-15",
            'Gate "Open it" of First, in 5 days',
        ),
        (RELEASE, OPEN + '[gates.a]\nplanned = 2026-06-20\ndecision = "no-go"', "2026-06-15", ""),
        (
            RELEASE,
            OPEN + '[checklist.a]\ntitle = "Try the kill switch"\nowner = "Tomas"\ndue = 2026-06-13',
            "2026-06-15",
            '2 days late: "Try the kill switch" (Tomas)',
        ),
        (RELEASE, OPEN + "[checklist.a]\ndue = 2026-06-13\ndone = 2026-06-14", "2026-06-15", ""),
        (
            RELEASE,
            OPEN + '[incidents.i.actions.a]\ntitle = "Refund"\nowners = ["Lin"]\ndue = 2026-06-15',
            "2026-06-15",
            '"Refund" (Lin), today',
        ),
        (RELEASE, OPEN + "[incidents.i.actions.a]\ndue = 2026-06-15\ndone = 2026-06-15", "2026-06-15", ""),
        (
            RELEASE,
            'title = "Guest checkout"\n[readouts.a]\ntitle = "After a month"\nplanned = 2026-06-18',
            "2026-06-15",
            'Read-out "After a month" of Guest checkout, in 3 days',
        ),
        (
            RELEASE,
            OPEN + "[readouts.a]\nplanned = 2026-06-10\nheld = 2026-06-11\nnext = 2026-07-01",
            "2026-06-15",
            "Next read-out of First, in 16 days",
        ),
        (
            RELEASE,
            OPEN + '[readouts.a]\nheld = 2026-06-11\nnext = 2026-07-01\n[readouts.b]\ntitle = "B"\n'
            "planned = 2026-07-02",
            "2026-06-15",
            'Read-out "B" of First, in 17 days',
        ),
        # stages and holds
        (
            RELEASE,
            OPEN + '[stages.a]\ntitle = "A tenth"\nplanned = 2026-06-16',
            "2026-06-15",
            'Stage "A tenth" of First, tomorrow',
        ),
        (
            RELEASE,
            OPEN + '[stages.a]\nplanned = 2026-06-16\n[log.l]\ndate = 2026-06-14\nstep = "advance"\n'
            'stage = "a"',
            "2026-06-15",
            "",
        ),
        (
            RELEASE,
            OPEN + "[stages.a]\nplanned = 2026-06-12\n[stages.b]\nplanned = 2026-06-13\n"
            '[log.l]\ndate = 2026-06-14\nstep = "advance"\nstage = "b"',
            "2026-06-15",
            "",
        ),
        (RELEASE, OPEN + "[stages.a]\nplanned = 2026-06-12\noptional = true", "2026-06-15", ""),
        (
            RELEASE,
            OPEN + '[stages.a]\ntitle = "App"\nplanned = 2026-06-12\n[log.l]\ndate = 2026-06-14\n'
            'step = "hold"\nstage = "a"\nuntil = 2026-06-22\nby = "Mara"',
            "2026-06-15",
            'End of the hold at "App" of First (Mara), in 7 days',
        ),
        (
            RELEASE,
            OPEN + '[stages.a]\ntitle = "App"\nplanned = 2026-06-12\n[log.l]\ndate = 2026-06-13\n'
            'step = "pause"\nstage = "a"\nuntil = 2026-06-22\n[log.m]\ndate = 2026-06-14\nstep = "resume"\n'
            'stage = "a"',
            "2026-06-15",
            "",
        ),
        (
            RELEASE,
            OPEN + '[stages.a]\ntitle = "App"\nplanned = 2026-06-16\n[log.l]\ndate = 2026-06-14\n'
            'step = "hold"\nstage = "a"',
            "2026-06-15",
            'Stage "App" of First, tomorrow',
        ),
        (
            RELEASE,
            OPEN + '[log.l]\ndate = 2026-06-14\nstep = "pause"\nuntil = 2026-06-16',
            "2026-06-15",
            "End of the pause of First, tomorrow",
        ),
        # goals
        (
            PLAN,
            '[goals.g]\ntitle = "Pay"\nowners = ["Mara"]\nby = 2026-06-13',
            "2026-06-15",
            '2 days late: goal "Pay" (Mara)',
        ),
        (PLAN, '[goals.g]\ntitle = "Pay"\nby = 2026-06-29', "2026-06-15", 'Goal "Pay", in 14 days'),
        (PLAN, '[goals.g]\ntitle = "Pay"\nby = 2026-06-30', "2026-06-15", ""),
        (PLAN, '[goals.g]\nby = 2026-06-13\nstate = "achieved"', "2026-06-15", ""),
        (PLAN, '[goals.g]\nby = 2026-06-13\nstate = "on hold"', "2026-06-15", ""),
        (PLAN, "[goals.g]\nby = 'soon'", "2026-06-15", ""),
        # a baseline
        (
            PLAN,
            '[metrics.m]\ntitle = "M"\nbaseline = "(establishing)"\nbaseline_to = 2026-06-16',
            "2026-06-15",
            'End of the baseline of "M", tomorrow',
        ),
        (
            PLAN,
            '[metrics.m]\ntitle = "M"\nbaseline = "(establishing)"\nbaseline_to = 2026-06-14',
            "2026-06-15",
            'The baseline of "M" was to be complete, yesterday; it is not set yet',
        ),
        (PLAN, "[metrics.m]\nbaseline = 96\nbaseline_to = 2026-06-14", "2026-06-15", ""),
        # tracking
        (
            "tracking.toml",
            '[instruments.a]\ntitle = "Funnel"\nowner = "Ines"\nexpires = 2026-06-29',
            "2026-06-15",
            'Tracking "Funnel" expires (Ines), in 14 days',
        ),
        ("tracking.toml", "[instruments.a]\nexpires = 2026-06-30", "2026-06-15", ""),
        (
            "tracking.toml",
            '[instruments.a]\ntitle = "Funnel"\nexpires = 2026-06-14',
            "2026-06-15",
            'Tracking "Funnel" has expired, yesterday',
        ),
        (
            "tracking.toml",
            '[instruments.a]\nexpires = 2026-06-14\nstate = "cannot be collected"',
            "2026-06-15",
            "",
        ),
        # stakeholders
        (
            PEOPLE,
            '[stakeholders.a]\ntitle = "Jonas"\nhear_every = 14\n[stakeholders.a.updates.u]\n'
            "date = 2026-06-01",
            "2026-06-15",
            'News for "Jonas" (every 14 days, last heard 1 Jun), today',
        ),
        (
            PEOPLE,
            '[stakeholders.a]\ntitle = "Jonas"\nhear_every = 1\n[stakeholders.a.updates.u]\n'
            "date = 2026-02-28",
            "2026-03-02",
            '1 day late: news for "Jonas" (every day, last heard 28 Feb)',
        ),
        (
            PEOPLE,
            '[stakeholders.a]\ntitle = "Jonas"\nhear_every = 14\nsince = 2026-06-10\n'
            "[stakeholders.a.updates.u]\ndate = 2026-06-16",
            "2026-06-15",
            'News for "Jonas" (every 14 days, has not heard anything yet), in 9 days',
        ),
        (
            PEOPLE,
            '[stakeholders.a]\ntitle = "Jonas"\nhear_every = 14',
            "2026-06-15",
            'News for "Jonas" (every 14 days, has not heard anything yet), today',
        ),
        (PEOPLE, "[stakeholders.a]\nsince = 2020-01-01", "2026-06-15", ""),
        (PEOPLE, "[stakeholders.a]\nhear_every = 0\nsince = 2020-01-01", "2026-06-15", ""),
        # a notebook
        (
            NOTEBOOK,
            '[actions.a]\ntitle = "Ask \\"them\\""\nby = 2026-06-14',
            "2026-06-15",
            "1 day late: \"Ask 'them'\"",
        ),
        (NOTEBOOK, "[actions.a]\nby = 2026-06-14\nstate = 'carried on'", "2026-06-15", ""),
        (NOTEBOOK, "next = 2026-06-22", "2026-06-15", "Next session, in 7 days"),
        (NOTEBOOK, "next = 2026-06-14", "2026-06-15", "The next session was to be, yesterday"),
    ],
)
def test_what_is_dated_and_open_is_told_in_words(file: str, text: str, today: str, wanted: str) -> None:
    found = due({file: text}, today)
    assert [each.text for each in found] == ([wanted] if wanted else [])
    assert all(each.overdue == (each.day < dt.date.fromisoformat(today)) for each in found)


def test_a_session_that_was_held_and_an_action_that_was_taken_over_wait_no_longer() -> None:
    notebook = '[actions.a]\ntitle = "Ask"\nby = 2026-06-20\n'
    session = "held = 2026-06-12\n[actions.a]\nby = 2026-06-20\n[actions.x]\ntitle = 'Ask'\nby = 2026-06-20\n"
    files = {NOTEBOOK: notebook, "reflections/2026-06-12.toml": session}
    assert said(files) == ['"Ask", in 5 days']
    files["reflections/2026-06-12.toml"] += '[actions.b]\ntitle = "Show it"\nby = 2026-06-19'
    assert said(files) == ['"Show it", in 4 days', '"Ask", in 5 days']
    files[NOTEBOOK] = "next = 2026-06-12\n" + notebook
    assert said(files) == ['"Show it", in 4 days', '"Ask", in 5 days']
    files["reflections/2026-06-13.toml"] = "held = 2026-06-13"
    assert said(files) == ['"Ask", in 5 days'], "only the last session is gone through"


def test_what_is_late_comes_first_and_of_either_the_nearest() -> None:
    days = ("2026-06-10", "2026-06-15", "2026-06-14", "2026-06-30", "2026-06-16")
    text = "".join(f'[checklist.a{n}]\ntitle = "{on}"\ndue = {on}\n' for n, on in enumerate(days))
    found = due({RELEASE: OPEN + text})
    assert [str(each.day) for each in found] == [days[2], days[0], days[1], days[4], days[3]]
    assert [each.overdue for each in found] == [True, True, False, False, False]


def test_each_says_what_it_is_about_and_which_field_ends_it() -> None:
    (only,) = due({RELEASE: OPEN + "[checklist.a]\ndue = 2026-06-13"})
    assert (only.at, only.field, only.kind) == (
        Address(RELEASE, ("checklist", "a")),
        "done",
        "checklist_item",
    )


def test_values_of_the_wrong_shape_are_passed_over() -> None:
    wrong = {
        RELEASE: "planned = 'soon'\nmilestones = 3\nkpis = 'x'\nlog = 1\n[readouts]\na = 1\n"
        "[stages.a]\nplanned = 1",
        PLAN: "metrics = 3\n[goals.g]\nby = 2026-06-13T10:00:00\nstate = 3",
        PEOPLE: "[stakeholders.a]\nhear_every = true\n[stakeholders.b]\nhear_every = 'x'\nupdates = 3",
        NOTEBOOK: "actions = 3\nnext = 'soon'",
        UAT: "starts = 1\nrounds = 2",
    }
    assert said(wrong) == []
    far = {PEOPLE: "[stakeholders.b]\nhear_every = 9223372036854775807\nsince = 9999-12-31\n"}
    assert [each.day for each in due(far)] == [dt.date.max]


@pytest.mark.parametrize("name", ["checkout-mvp", "ml-platform", "ml-platform-notebook", "login-bugfix"])
def test_every_address_in_a_sample_is_there(name: str) -> None:
    whole = PlanFolder.open(resource("sample_plans") / name).tree
    found = due_of(whole, Now(dt.date(2026, 9, 14)))
    assert found
    assert all(whole.has(each.at) for each in found)
    assert len({(each.at, each.text) for each in found}) == len(found)


def test_the_plan_says_how_often_those_hear_who_say_nothing_themselves() -> None:
    plan = {"stakeholders.toml": "[stakeholders.a]\ntitle = 'A'\nsince = 2026-06-01\n"}
    assert not said(plan)
    plan["plan.toml"] = "hear_every = 10"
    assert said(plan) == ['4 days late: news for "A" (every 10 days, has not heard anything yet)']


@pytest.mark.parametrize("marked", ["title = 'A (left)'", "title = 'A'\nnotes = 'Since May (left)'"])
def test_whoever_has_left_hears_nothing_any_more(marked: str) -> None:
    text = "[stakeholders.a]\ntitle = 'A'\nsince = 2026-06-01\nhear_every = 10"
    assert said({"stakeholders.toml": text})
    assert not said({"stakeholders.toml": text.replace("title = 'A'", marked)})
