"""Worked examples: every kind of target in every situation, and the word and sentence that follow."""

import datetime as dt
import re
from pathlib import Path
from typing import NamedTuple, get_args

import pytest

from successbook.plan.measured import Measure, measure
from successbook.plan.metrics import TargetKind
from successbook.plan.now import Now
from successbook.tree import Address
from successbook.verdicts.cases import WORDS, Verdict
from successbook.verdicts.metrics import MetricView, look_at
from tests.verdicts.texts import PLAN, RELEASE, tree

AT = Address(PLAN, ("metrics", "m"))
UP = "unit='%'; baseline=41; direction='increase'"


class Example(NamedTuple):
    """A metric, its targets separated by bars, its readings in June 2026, and what follows."""

    name: str
    metric: str
    targets: str
    readings: str
    word: str
    sentence: str


def _example(block: str) -> Example:
    name, metric, targets, readings, verdict = (line.strip() for line in block.splitlines())
    word, _, sentence = verdict.partition(": ")
    about, aims, taken = (line.partition(":")[2].strip() for line in (metric, targets, readings))
    return Example(name, about, aims, taken, word, sentence)


EXAMPLES = [
    _example(block.strip())
    for block in Path(__file__).with_name("examples.txt").read_text(encoding="utf-8").split("\n\n")[1:]
]


def _lines(fields: str) -> str:
    return "\n".join(each.strip() for each in fields.split(";"))


def view(metric: str, targets: str = "", readings: str = "", release: str = "") -> MetricView:
    """A metric given by fields in TOML, separated by semicolons, as of 15 June."""
    plan = f"[metrics.m]\n{_lines(metric)}\n"
    for number, target in enumerate(each for each in targets.split("|") if each.strip()):
        plan += f"[metrics.m.targets.t{number}]\n{_lines(target)}\n"
    taken = (each.split("=", 1) for each in readings.split(",") if each)
    files = {
        PLAN: plan,
        "readings.toml": "[readings.m]\n" + "\n".join(f"2026-06-{day:0>2} = {value}" for day, value in taken),
    }
    if release:
        files[RELEASE] = f"title = 'First'\n{_lines(release)}\n[kpis.m]\n"
    return look_at(tree(files), AT, Now(dt.date(2026, 6, 15)))


def verdict(metric: str, targets: str = "", readings: str = "", release: str = "") -> Verdict:
    return view(metric, targets, readings, release).verdict


@pytest.mark.parametrize("each", EXAMPLES, ids=lambda each: each.name)
def test_a_metric_is_judged_as_in_the_worked_examples(each: Example) -> None:
    found = verdict(each.metric, each.targets, each.readings)
    assert (found.word, found.sentence) == (each.word, each.sentence)
    assert found.tone == WORDS[found.word]


def test_the_examples_know_every_kind_of_target_and_every_word() -> None:
    kinds = {kind for each in EXAMPLES for kind in re.findall(r"kind='([^']*)'", each.targets)}
    assert kinds == set(get_args(get_args(TargetKind)[0]))
    assert {each.word for each in EXAMPLES} == set(WORDS)


@pytest.mark.parametrize(
    ("release", "readings", "word", "tail"),
    [
        ("planned=2026-07-01", "1=42,8=43,15=44", "too early", "is not out yet, planned for 1 Jul"),
        ("actual=2026-06-20", "1=42,8=43,15=44", "too early", "is not out yet, planned for 20 Jun"),
        ("actual=2026-06-15", "1=42,15=44", "too early", "1 reading has been taken since * on 15 Jun"),
        ("actual=2026-06-10", "1=42,8=43", "too early", "no reading has been taken since * on 10 Jun"),
        ("actual=2026-06-10", "1=42,15=44", "too early", "1 reading has been taken since * on 10 Jun"),
        ("actual=2026-06-08", "1=42,8=43,15=44", "too early", "2 readings have been taken since * on 8 Jun"),
        ("actual=2026-06-01", "1=42,8=43,15=44", "moving", "the target is 55 %"),
        ("actual=2026-06-14", "1=42,8=43,15=55", "met", "the target is 55 %: met"),
    ],
)
def test_it_is_too_early_until_three_readings_after_the_release_that_lists_the_metric(
    release: str, readings: str, word: str, tail: str
) -> None:
    found = verdict(UP, "value=55", readings, release)
    assert found.word == word
    assert found.sentence.endswith(f" {tail}.".replace("*", 'release "First"'))


def test_a_release_without_a_day_is_not_out_yet() -> None:
    found = verdict(UP, "value=55", "1=42,8=43,15=44", "level='MVP'")
    assert found.sentence.endswith('; release "First" is not out yet.')


def test_a_target_that_was_missed_before_the_release_stays_missed() -> None:
    assert verdict(UP, "value=55; by=2026-06-10", "1=42", "planned=2026-07-01").word == "missed"


def test_of_several_releases_the_first_one_counts() -> None:
    plan = f"[metrics.m]\n{_lines(UP)}\n[metrics.m.targets.t]\nvalue=55\n"
    files = {
        PLAN: plan,
        "readings.toml": "[readings.m]\n2026-06-01=42\n2026-06-08=43\n2026-06-15=44\n",
        "releases/a/release.toml": "title='Next'\nplanned=2026-07-01\n[kpis.m]\n",
        "releases/b/release.toml": "title='First'\nactual=2026-05-01\n[kpis.m]\n",
    }
    assert look_at(tree(files), AT, Now(dt.date(2026, 6, 15))).verdict.word == "moving"


def test_the_target_of_a_view_is_the_one_that_is_judged() -> None:
    found = view(UP, "value=50; by=2026-06-01 | value=60; by=2026-09-01", "15=44")
    assert (found.wanted, found.aim and found.aim.by) == ("60 %", dt.date(2026, 9, 1))


@pytest.mark.parametrize(
    ("value", "baseline", "reading", "share"),
    [
        ("60", 96, "78", 0.5),
        ("60", 96, "24", 2.0),
        ("60", 96, "114", -0.5),
        ("0.3", 0.1, "0.2", 0.5),
        ("60", 60, "70", None),
        ("60", "(unknown)", "70", None),
        ("5e-324", 0, "1.7e308", None),
    ],
)
def test_attainment_is_neither_cut_off_nor_divided_by_nothing(
    value: str, baseline: float | str, reading: str, share: float | None
) -> None:
    found = view(f"baseline={baseline!r}; direction='increase'", f"value={value}", f"15={reading}")
    assert found.aim is not None
    assert found.aim.attainment(measure(baseline), measure(float(reading)) or Measure()) == share
