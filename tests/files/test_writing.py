"""One layout, exact values, and one changed line for one changed value."""

import datetime as dt
import difflib
import tomllib
import zoneinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.errors import Refused
from successbook.files import writing
from successbook.files.reading import parse
from successbook.files.writing import Writer, literal
from successbook.tree import Note, Scalar, Table, Value, same
from tests.files.strategies import files, keys, proses, scalars, values

GOAL = Table({"title": "Pays", "why": 'He said "no".\nTwice.\n', "weight": 2})
PLAN = Table(
    {"format": 1, "owners": ("Ada", "Bo"), "goals": Table({f"g-{n}": GOAL for n in range(5)})},
    {"": Note(("# Ours",), below=("# end",)), "owners": Note(("# both",), "# two")},
)


def changed_lines(one: bytes, other: bytes) -> list[str]:
    diff = difflib.ndiff(one.decode().split("\n"), other.decode().split("\n"))
    return [line for line in diff if line[0] in "+-"]


@given(files())
def test_what_is_written_reads_back_the_same(table: Table) -> None:
    text = Writer().render(table).decode()
    assert same(parse(text, "plan.toml"), table)


@given(files())
def test_a_file_in_the_usual_layout_is_written_as_it_is(table: Table) -> None:
    text = Writer().render(table)
    assert Writer().render(parse(text.decode(), "plan.toml")) == text


@given(files(), files())
def test_a_writer_that_has_written_before_writes_the_same(before: Table, table: Table) -> None:
    writer = Writer()
    writer.render(before)
    assert writer.render(table) == Writer().render(table)


@given(keys, values)
def test_any_value_under_any_key_reads_back_the_same(key: str, value: Value) -> None:
    text = f"{writing.written_key(key)} = {literal(value)}\n"
    read = parse(text, "plan.toml")
    assert same(read, Table({key: value}))


@given(st.one_of(scalars.filter(lambda value: not isinstance(value, str))), st.integers(0, 4))
def test_one_scalar_edited_is_one_changed_line(value: Scalar, which: int) -> None:
    goals = PLAN["goals"]
    assert isinstance(goals, Table)
    edited = PLAN.put("goals", goals.put(f"g-{which}", GOAL.put("weight", value)))
    lines = changed_lines(Writer().render(PLAN), Writer().render(edited))
    assert [line[0] for line in lines] in ([], ["-", "+"])


@given(proses)
def test_prose_edited_changes_nothing_outside_its_block(prose: str) -> None:
    goals = PLAN["goals"]
    assert isinstance(goals, Table)
    edited = PLAN.put("goals", goals.put("g-3", GOAL.put("why", prose)))
    before, after = Writer().render(PLAN), Writer().render(edited)
    start = before.index(b"[goals.g-3]") + len(b'[goals.g-3]\ntitle = "Pays"\nwhy = """\n')
    end = len(before) - before.index(b'"""\nweight', start)
    assert after[:start] == before[:start]
    assert after[len(after) - end :] == before[len(before) - end :]


def test_the_layout_is_the_one_described() -> None:
    inner = Table({"deep": Table({"x": 1.5})})
    table = Table(
        {"a b": 1, "on": dt.date(2026, 6, 8), "none": (), "empty": Table(), "outer": inner, "marked": inner},
        {
            "": Note(("# head", "", "# more"), below=("# foot",)),
            "on": Note(("# over",), "# at"),
            "marked": Note(("# kept",)),
        },
    )
    assert Writer().render(table).decode() == (
        '# head\n\n# more\n\n"a b" = 1\n# over\non = 2026-06-08  # at\nnone = []\n\n[empty]\n\n'
        "[outer.deep]\nx = 1.5\n\n# kept\n[marked]\n\n[marked.deep]\nx = 1.5\n\n# foot\n"
    )


def test_quotation_marks_in_prose_stay_as_people_wrote_them() -> None:
    assert literal('She said "yes".\n') == '"""\nShe said "yes".\n"""'
    assert literal('"""\n"') == '"""\n""\\"\n\\""""'


def test_a_list_of_wide_tables_stays_a_list() -> None:
    items = tuple(Table({"text": "x" * 90, "more": (Table({"a": "y" * 90}),)}) for _ in range(2))
    table = Table({"items": items})
    text = Writer().render(table).decode()
    assert "[[" not in text
    assert same(parse(text, "plan.toml"), table)


def test_only_blocks_that_changed_are_made_and_parsed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    real = tomllib.loads

    def loads(text: str) -> dict[str, object]:
        parsed.append(text)
        return real(text)

    def spell(value: Value) -> str:
        spelled.append(value)
        return literal(value)

    spelled: list[Value] = []
    monkeypatch.setattr("successbook.files.writing.literal", spell)
    monkeypatch.setattr("successbook.files.writing.tomllib.loads", loads)
    writer = Writer()
    writer.render(PLAN)
    assert len(parsed) == 6
    goals = PLAN["goals"]
    assert isinstance(goals, Table)
    edited = PLAN.put("goals", goals.put("g-2", GOAL.put("title", "Stays")))
    parsed.clear()
    spelled.clear()
    writer.render(edited)
    assert spelled == [1, ("Ada", "Bo"), "Stays", 'He said "no".\nTwice.\n', 2]
    assert parsed == ['[goals.g-2]\ntitle = "Stays"\nwhy = """\nHe said "no".\nTwice.\n"""\nweight = 2\n']


def test_a_comment_that_changed_is_written_though_its_table_did_not() -> None:
    writer = Writer()
    writer.render(Table({"goal": GOAL}, {"goal": Note(("# old",))}))
    assert writer.render(Table({"goal": GOAL}, {"goal": Note(("# new",))})).startswith(b"# new\n[goal]\n")


def test_a_file_that_was_read_in_the_usual_layout_need_not_be_proven(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = Writer().render(PLAN)
    table = parse(text.decode(), "plan.toml")
    writer = Writer()
    assert writer.learn(table, text)
    monkeypatch.setattr("successbook.files.writing._prove", lambda *_: pytest.fail("proven again"))
    assert writer.render(table) == text


def test_a_file_laid_out_by_hand_is_known_as_such_and_proven() -> None:
    text = b"format=1\n"
    assert not Writer().learn(parse(text.decode(), "plan.toml"), text)


def test_a_block_that_does_not_read_back_the_same_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "successbook.files.writing.literal", lambda value: literal(value).replace("Pays", "P")
    )
    with pytest.raises(Refused, match=r"goals\.g-0"):
        Writer().render(PLAN)


@pytest.mark.parametrize(
    ("table", "where"),
    [
        (Table({"a": Table({"n": 10**1500})}), "a"),
        (Table({"n": 10**5000}), "n"),
        (Table({"s": "\ud800"}), ""),
        (Table({"\ud800": 1}), ""),
        (Table({"t": dt.time(10, tzinfo=dt.UTC)}), ""),
        (Table({"a": 1}, {"a": Note(("no comment",))}), ""),
        (Table({"a": 1}, {"a": Note(beside="# two\nlines = 2")}), ""),
        (Table({"a": 1}, {"": Note(("no comment",))}), ""),
        (Table({"a": 1}, {"": Note(below=("# bell\x07",))}), ""),
        (Table({"a": (Table({"b": 1}, {"b": Note(("# lost",))}),)}), ""),
    ],
)
def test_what_toml_cannot_hold_is_refused_with_its_place(table: Table, where: str) -> None:
    with pytest.raises(Refused) as refused:
        Writer().render(table)
    assert refused.value.where == where


def test_nesting_that_could_not_be_read_again_is_refused() -> None:
    table = Table({"x": 1})
    for _ in range(12):
        table = Table({"t": table})
    with pytest.raises(Refused):
        Writer().render(table)


def test_a_moment_in_a_named_zone_is_written_with_its_offset() -> None:
    moment = dt.datetime(2026, 6, 8, 9, 30, tzinfo=zoneinfo.ZoneInfo("Europe/Berlin"))
    assert literal(moment) == "2026-06-08 09:30:00+02:00"
    Writer().render(Table({"at": moment}))
