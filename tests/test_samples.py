"""The plans that come with successbook: clean, as the schema says, and always about these weeks."""

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path

import jsonschema
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from successbook.cli import main
from successbook.clock import OVERRIDE
from successbook.files.folder import PlanFolder
from successbook.plan.kinds import ids_in
from successbook.plan.schema import FILES, file_schema, plan_schema
from successbook.plan.shifting import shifted, whole_weeks
from successbook.resources import resource
from successbook.shelf import Sample, Shelf
from successbook.tree import Address, Table, Tree, Value
from successbook.verdicts.findings import findings
from tests.cli.standing_in import not_opened

SAMPLES = Shelf.samples()
NAMES = [sample.name for sample in SAMPLES]
TREES = {name: PlanFolder.open(resource("sample_plans") / name).tree for name in NAMES}
DAYS = (dt.date(2026, 2, 28), dt.date(2028, 2, 29), dt.date(2026, 12, 31), dt.date(2027, 1, 1))
"""Days on which months, leap years and years change."""


def test_every_sample_is_listed_and_the_launch_comes_first() -> None:
    folders = {path.name for path in resource("sample_plans").iterdir() if path.is_dir()}
    assert folders == set(NAMES)
    assert NAMES[0] == "checkout-mvp"


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_wrong_with_a_sample(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(resource("sample_plans") / name)
    assert main(["check", "--strict", folder]) == 0
    assert capsys.readouterr() == ("", "1 plan, nothing is wrong\n")
    assert main(["fmt", "--check", folder]) == 0


def as_json(value: Value) -> object:
    """A value as JSON has it: dates and times are their ISO text."""
    if isinstance(value, Table):
        return {key: as_json(held) for key, held in value.items()}
    if isinstance(value, tuple):
        return [as_json(each) for each in value]
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value


def validator(schema: Mapping[str, object]) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize("name", NAMES)
def test_every_file_of_a_sample_is_as_its_schema_says(name: str) -> None:
    tree = TREES[name]
    for file, table in tree.files.items():
        pattern = next(each for each in FILES if each == file or ("*" in each and ids_in(each, file)))
        found = validator(file_schema(pattern)).iter_errors(as_json(table))
        wrong = [f"{each.json_path}: {each.message}" for each in found]
        assert wrong == [], file
    whole = {file: as_json(table) for file, table in tree.files.items()}
    assert validator(plan_schema()).is_valid(whole)


def test_the_schema_does_not_let_everything_pass() -> None:
    files = {"plan.toml": {"goals": {"a": {"by": 3}}}, "releases/a/results/r--t.toml": {"results": {"a": 1}}}
    for file, content in files.items():
        pattern = next(each for each in FILES if each == file or ("*" in each and ids_in(each, file)))
        assert not validator(file_schema(pattern)).is_valid(content)
        assert not validator(plan_schema()).is_valid({file: content})


def days_in(tree: Tree) -> Iterator[dt.date]:
    """Every date in a tree in reading order, as value, as key and as the name of a file."""
    todo: list[tuple[str, Value]] = [(name, table) for name, table in sorted(tree.files.items())]
    while todo:
        key, value = todo.pop(0)
        name = Path(key).stem
        if name[:4].isdigit() and name[4:5] == "-" and name[10:] == "":
            yield dt.date.fromisoformat(name)
        if isinstance(value, Table):
            todo += value.items()
        elif isinstance(value, dt.date):
            yield value


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
@settings(max_examples=6)
@given(st.dates(dt.date(1990, 1, 1), dt.date(2150, 12, 31)))
@example(DAYS[0])
@example(DAYS[1])
@example(DAYS[2])
@example(DAYS[3])
def test_a_shifted_sample_has_nothing_wrong_and_keeps_its_weekdays(sample: Sample, today: dt.date) -> None:
    days = whole_weeks(sample.as_of, today)
    assert 0 <= (today - sample.as_of).days - days < 7
    moved = shifted(TREES[sample.name], days)
    assert findings(moved) == ()
    before, after = list(days_in(TREES[sample.name])), list(days_in(moved))
    assert {(new - old).days for old, new in zip(before, after, strict=True)} == {days}
    assert all(new.weekday() == old.weekday() for old, new in zip(before, after, strict=True))


@pytest.mark.parametrize("sample", [None, *SAMPLES], ids=["", *NAMES])
def test_the_demo_opens_a_sample_as_of_this_week(
    sample: Sample | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = not_opened(monkeypatch, tmp_path)
    monkeypatch.setenv(OVERRIDE, "2028-02-29")
    assert main(["demo", sample.name] if sample else ["demo"]) == 0
    shown = sample or SAMPLES[0]
    path = opened[0]
    assert path is not None
    assert path.is_relative_to(tmp_path)
    assert PlanFolder.open(path).tree == shifted(
        TREES[shown.name], whole_weeks(shown.as_of, dt.date(2028, 2, 29))
    )
    assert main(["check", "--strict", str(path)]) == 0


def test_a_shifted_session_is_found_under_its_new_day() -> None:
    moved = shifted(TREES["ml-platform-notebook"], 7)
    held = {name: moved.get(Address(name, ("held",))) for name in moved.files if "reflections" in name}
    assert len(held) == 3
    assert all(name == f"reflections/{day}.toml" for name, day in held.items())
