"""Guides are data: what a file may say, and the one line that says what is wrong with it."""

from pathlib import Path

import pytest

from successbook.errors import SettingsError, SuccessbookError
from successbook.guides.guide import clipped
from successbook.guides.reading import guide_from, guides_in, read_guide, shipped_guide
from successbook.plan.fields import Control
from successbook.resources import resource

SMALL = """\
format = 1
title = "Two questions"

[records.mission]
kind = "mission"

[records.goal]
kind = "goal"
under = ["mission"]
fixed = { state = "open" }

[records.metric]
kind = "metric"
under = ["goal"]

[records.target]
kind = "target"
inside = "metric"

[records.work]
kind = "initiative"
under = ["goal"]

[records.release]
kind = "release"
links = { initiatives = "work" }
same = { title = "work.title" }

[records.person]
kind = "stakeholder"

[steps.why]
asks = "Why?"
fields = ["mission.title"]

[steps.what]
asks = "What for {mission}, or for {mission|nothing}?"
hint = "A verb."
fields = ["goal.title", "goal.by"]
labels = { "goal.by" = "Until" }

[steps.rest]
asks = "And?"
fields = ["metric.title", "target.value", "work.title", "release.planned"]

[steps.who]
asks = "Who?"
fields = ["person.title"]
repeat = true
"""


def test_the_shipped_guide_asks_ten_questions_in_their_order() -> None:
    guide = shipped_guide("ten-questions")
    assert [step.plain for step in guide.steps] == [
        "What does your company exist for?",
        "Which users' problem should this product solve?",
        "How do you know about that problem?",
        "What should the product achieve, and how does that serve your mission?",
        "What would show that the goal comes true, and where is it today?",
        "Where should it be, by when?",
        "What must people do differently for that?",
        "What ships next, and when?",
        "How will you know that what ships worked?",
        "Who must not be surprised?",
    ]
    assert [ask.key for step in guide.steps for ask in step.fields] == [
        "mission.title", "problem.title", "problem.who", "problem.how_we_know",
        "goal.title", "goal.how_it_serves",
        "metric.title", "metric.baseline", "metric.unit", "target.value", "target.by", "target.kind",
        "action.title", "action.who", "initiative.title", "release.planned", "initiative.level",
        "proof.title", "proof.baseline", "proof.unit", "proof-target.value",
        "stakeholder.title", "stakeholder.department", "stakeholder.expects",
    ]  # fmt: skip
    assert [step.name for step in guide.steps if step.repeat] == ["people"]


def test_every_shipped_question_says_what_is_good_and_shows_what_works_and_what_fails() -> None:
    for step in shipped_guide("ten-questions").steps:
        assert step.hint, step.name
        assert step.works, step.name
        assert step.fails, step.name


def test_a_guide_says_what_is_asked_and_fields_describe_themselves() -> None:
    guide = guide_from(SMALL, "small", "small.toml")
    why, what, rest, who = guide.steps
    assert (guide.name, guide.title) == ("small", "Two questions")
    assert [(ask.label, ask.field.control) for ask in what.fields] == [
        ("Goal", Control.LINE),
        ("Until", Control.DATE),
    ]
    assert (why.works, why.fails) == ("Shopping without second thoughts", "Be the leading commerce platform")
    assert guide.parts["goal"].fixed == {"state": "open"}
    assert rest.parts == ("metric", "target", "work", "release")
    assert who.repeat


def test_a_slot_takes_the_title_or_neutral_words() -> None:
    what = guide_from(SMALL, "small", "small.toml").steps[1]
    assert what.plain == "What for the mission, or for nothing?"
    assert what.text({"mission": "Warm homes"}) == 'What for "Warm homes", or for "Warm homes"?'


def test_a_long_title_is_cut_at_a_word_and_stays_on_one_line() -> None:
    assert clipped("Warm\nhomes") == "Warm ⏎ homes"
    assert clipped("word " * 30) == "word word word word word word word word word word word word…"
    assert clipped("x" * 100) == f"{'x' * 63}…"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('asks = "Why?"\n', "", "g.toml: steps.why.asks: this is missing"),
        ('asks = "Why?"', 'asks = ""', "g.toml: steps.why.asks: this is empty"),
        ('asks = "Why?"', "asks = 3", "g.toml: steps.why.asks: this is no text"),
        ('asks = "Why?"', 'ask = "Why?"', "g.toml: steps.why.asks: this is missing"),
        (
            'hint = "A verb."',
            'hnt = "A verb."',
            'g.toml: steps.what.hnt: this key is not known; did you mean "hint"?',
        ),
        (
            'kind = "goal"',
            'kind = "gaol"',
            'g.toml: records.goal.kind: there is no kind "gaol"; did you mean "goal"?',
        ),
        (
            '"goal.title"',
            '"goal.titel"',
            'g.toml: steps.what.fields: a goal has no field "titel"; did you mean "title"?',
        ),
        (
            '"goal.title"',
            '"gool.title"',
            'g.toml: steps.what.fields: there is no record "gool" here; did you mean "goal"?',
        ),
        (
            '"goal.title"',
            '"goal"',
            'g.toml: steps.what.fields: "goal" names no field; write it as "goal.title"',
        ),
        (
            '"work.title", ',
            '"work.titel", ',
            'g.toml: steps.rest.fields: an initiative has no field "titel"; did you mean "title"?',
        ),
        ('["goal.title", ', '["goal.by", ', 'g.toml: steps.what.fields: "goal.by" is asked twice'),
        (
            '{ "goal.by" = "Until" }',
            '{ "goal.who" = "Until" }',
            'g.toml: steps.what.labels: "goal.who" is not asked here',
        ),
        (
            "{mission}",
            "{misson}",
            'g.toml: steps.what.asks: there is no record "misson" here; did you mean "mission"?',
        ),
        ("{mission}", "{goal}", 'g.toml: steps.what.asks: "goal" is not asked before this question'),
        (
            "{mission}",
            "{mission",
            "g.toml: steps.what.asks: a brace is left over; a slot looks like {name|other words}",
        ),
        (
            'kind = "goal"\nunder = ["mission"]',
            'kind = "goal"\nunder = ["metric"]',
            'g.toml: records.goal.under: "metric" comes later; put it before this record',
        ),
        (
            'kind = "metric"\nunder = ["goal"]',
            'kind = "metric"\nunder = ["mission"]',
            'g.toml: records.metric.under: a metric cannot hang under "mission"; '
            "it hangs under a goal or an initiative or a key action or a problem",
        ),
        (
            'inside = "metric"\n',
            'inside = "metric"\nnamed = "metric"\n',
            'g.toml: records.target.named: a target is not called after "metric"',
        ),
        (
            'inside = "metric"\n',
            "",
            "g.toml: records.target.inside: this is missing; name the metric it stands in",
        ),
        (
            'inside = "metric"',
            'inside = "goal"',
            'g.toml: records.target.inside: a target is no part of "goal"',
        ),
        (
            '{ state = "open" }',
            '{ state = "begun" }',
            "g.toml: records.goal.fixed.state: this field cannot hold 'begun'",
        ),
        (
            '{ initiatives = "work" }',
            '{ initiatives = "goal" }',
            'g.toml: records.release.links.initiatives: this field cannot name "goal"',
        ),
        (
            '{ title = "work.title" }',
            '{ title = "work.why" }',
            'g.toml: records.release.same.title: this field cannot hold what "work.why" holds',
        ),
        (
            '["metric.title", ',
            "[",
            "g.toml: records.metric: no step asks for this record; name one of its fields in a step",
        ),
        (
            '["person.title"]',
            '["person.title", "goal.title"]',
            "g.toml: steps.who.repeat: only one record that nothing else uses can be asked repeatedly",
        ),
        (
            '[records.metric]\nkind = "metric"\nunder = ["goal"]',
            '[records.more]\nkind = "mission"\n[records.metric]\nkind = "metric"\nunder = ["goal"]',
            "g.toml: records.more: nothing tells it from the mission before; "
            "let it hang under, or stand inside, another record",
        ),
        (
            "[records.work]",
            '[records.later]\nkind = "target"\ninside = "metric"\n[records.work]',
            "g.toml: records.later: nothing tells it from the target before; "
            "let it hang under, or stand inside, another record",
        ),
        (
            "[steps.why]",
            '[steps."w h y"]',
            "g.toml: steps.w h y: this is no name; letters and digits, joined by hyphens",
        ),
        (
            "format = 1",
            "format = 2",
            "g.toml: format: this guide has format 2; this version of the program reads format 1",
        ),
        ("repeat = true", 'repeat = "true"', "g.toml: steps.who.repeat: this is neither true nor false"),
    ],
)
def test_what_is_wrong_with_a_guide_is_said_in_one_line(old: str, new: str, sentence: str) -> None:
    assert old in SMALL
    with pytest.raises(SettingsError) as caught:
        guide_from(SMALL.replace(old, new, 1), "g", "g.toml")
    assert str(caught.value).startswith(sentence)
    assert "\n" not in str(caught.value)


def test_a_guide_without_questions_is_refused() -> None:
    with pytest.raises(SettingsError, match=r"g\.toml: steps: this is missing"):
        guide_from(SMALL.partition("[steps")[0], "g", "g.toml")
    with pytest.raises(SettingsError, match=r"g\.toml: steps: this is empty"):
        guide_from(f"{SMALL.partition('[steps')[0]}\n[steps]\n", "g", "g.toml")


def test_broken_toml_names_the_line() -> None:
    with pytest.raises(SettingsError, match=r"g\.toml:2: "):
        guide_from("format = 1\ntitle = \n", "g", "g.toml")


def test_own_guides_are_read_from_a_folder_and_the_broken_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "broken.toml").write_text(SMALL.replace("asks", "aks", 1), encoding="utf-8")
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "notes.txt").write_text("no guide", encoding="utf-8")
    guides, problems = guides_in(tmp_path)
    assert list(guides) == ["mine"]
    assert [Path(str(problem).partition(".toml")[0]).name for problem in problems] == ["broken", "folder"]
    assert guides_in(tmp_path / "nowhere") == ({}, [])


def test_a_missing_guide_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"nothing\.toml"):
        read_guide(tmp_path / "nothing.toml")
    with pytest.raises(SuccessbookError, match="missing from this installation"):
        shipped_guide("eleven-questions")


def test_the_engine_knows_nothing_of_the_domain() -> None:
    """The one that walks an interview; a session looks at plans, and knows what it looks at."""
    sources = [each for each in sorted(resource("guides").glob("*.py")) if "session" not in each.name]
    assert len(sources) > 4
    words = ("mission", "problem", "goal", "initiative", "metric", "kpi", "target", "stakeholder", "release")
    for path in sources:
        source = path.read_text(encoding="utf-8").lower()
        assert [word for word in words if word in source] == [], path.name
