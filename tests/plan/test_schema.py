"""JSON Schema says what the record models say: what they take validates, what they set aside does not."""

import datetime as dt
import tomllib
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.errors import AddressError
from successbook.plan.describe import fields_of
from successbook.plan.kinds import KINDS, ids_in, kind_named
from successbook.plan.records import view
from successbook.plan.schema import FILES, file_schema, kind_schema, plan_schema, schema_named
from successbook.tree import Table, Value, freeze

SAMPLES = Path(__file__).parents[2] / "sample_plans"


def as_json(value: object) -> object:
    """What TOML gives as JSON can hold it: dates and times as ISO text."""
    if isinstance(value, dict):
        return {key: as_json(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(each) for each in value]
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value


def fits(schema: object, value: object) -> bool:
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    found = jsonschema.Draft202012Validator(schema, format_checker=checker).is_valid(as_json(value))
    assert isinstance(found, bool)
    return found


@pytest.mark.parametrize("name", ["", *FILES, "release.toml", *KINDS])
def test_every_schema_is_one(name: str) -> None:
    schema = schema_named(name)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


def test_every_sample_file_fits_the_schema_of_its_file_and_of_the_plan() -> None:
    files = [path for path in sorted(SAMPLES.rglob("*.toml")) if path.parent != SAMPLES]
    assert files
    for path in files:
        plain = tomllib.loads(path.read_text(encoding="utf-8"))
        name = "/".join(path.relative_to(SAMPLES).parts[1:])
        file = next(file for file in FILES if ids_in(file, name) is not None)
        assert fits(schema_named(file), plain), path
        assert fits(plan_schema(), {name: plain}), path


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("plan.toml", "title = 3"),
        ("plan.toml", "format = 0"),
        ("plan.toml", "[goals.a]\ntitle = 'two\\nlines'\n".replace("'", '"')),
        ("plan.toml", "[goals.a]\nby = 'soon'"),
        ("plan.toml", "[goals.a]\nowners = 'Mara'"),
        ("plan.toml", "[goals.a]\nstate = 'done'"),
        ("plan.toml", "[goals]\na = 1"),
        ("plan.toml", "[goals.'a b']"),
        ("plan.toml", "[metrics.a]\nbaseline = true"),
        ("plan.toml", "[metrics.a.targets.b]\nkind = 'more'"),
        ("stakeholders.toml", "[stakeholders.a]\nhear_every = -1"),
        ("stakeholders.toml", "[stakeholders.a.updates.b]\ndate = 1"),
        ("readings.toml", "[readings.a]\nsummer = 1"),
        ("readings.toml", "[notes.a]\n2026-06-08 = 1"),
        ("releases/*/release.toml", "time = 'noon'"),
        ("releases/*/release.toml", "[milestones.a]\nplanned = 3"),
    ],
)
def test_a_file_that_is_wrong_does_not_fit(file: str, text: str) -> None:
    assert not fits(file_schema(file), tomllib.loads(text))
    assert not fits(plan_schema(), {file.replace("*", "a"): tomllib.loads(text)})


def test_unknown_keys_and_files_are_allowed() -> None:
    assert fits(plan_schema(), {"plan.toml": {"mood": 1, "goals": {"a": {"mood": {}}}}, "other.toml": 3})


values = (
    st.text(max_size=5)
    | st.sampled_from(["2026-09-30", "open", "KPI", "(blocked)", "a\nb"])
    | st.integers(-3, 3)
    | st.booleans()
    | st.dates(dt.date(2000, 1, 1))
    | st.times().map(lambda time: time.replace(microsecond=0))
    | st.lists(st.text(max_size=3) | st.integers(), max_size=2)
)


@given(st.data())
def test_a_value_fits_the_schema_exactly_when_it_fits_its_field(data: st.DataObject) -> None:
    kind = KINDS[data.draw(st.sampled_from(list(KINDS)))]
    field = data.draw(st.sampled_from(fields_of(kind.name)))
    plain = data.draw(values)
    value: Value = freeze(plain)
    taken = not view(kind.record(), Table({field.name: value})).misfits
    # JSON has no dates: as text they cannot be told from text, and text like a date passes for one.
    blurred = (
        isinstance(plain, dt.date | dt.time)
        or str(field.control) in ("date", "time")
        or field.name == "format"
    )
    if not blurred:
        assert fits(kind_schema(kind), {field.name: plain}) == taken
    elif taken and field.name != "format":
        assert fits(kind_schema(kind), {field.name: plain})


def test_a_kind_is_found_by_its_words_and_an_unknown_name_is_refused() -> None:
    assert schema_named("key actions") == kind_schema(kind_named("key_action"))
    with pytest.raises(AddressError, match=r"did you mean"):
        schema_named("plans.toml")
    with pytest.raises(AddressError, match="one of plan"):
        schema_named("x.json")
    with pytest.raises(AddressError, match="no kind of record"):
        schema_named("cat")
