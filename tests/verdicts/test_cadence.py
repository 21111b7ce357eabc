"""How far apart sessions are meant to be, and were."""

import tomllib

import pytest

from successbook.tree import Table, Tree, freeze
from successbook.verdicts.cadence import cadence_of


def notebook(every: str, *days: str) -> Tree:
    files = {"notebook.toml": f"every = {every}" if every else ""}
    files |= {f"reflections/{day}.toml": f"held = {day}" for day in days}
    tables = {name: freeze(tomllib.loads(text)) for name, text in files.items()}
    return Tree({name: table for name, table in tables.items() if isinstance(table, Table)})


@pytest.mark.parametrize(
    ("every", "days", "says"),
    [
        ("", ("2026-06-01", "2026-06-29"), ""),
        ("0", ("2026-06-01", "2026-06-29"), ""),
        ("true", (), ""),
        ('"often"', (), ""),
        ("28", (), "planned every 28 days"),
        ("28", ("2026-06-01",), "planned every 28 days"),
        ("1", ("2026-06-01", "2026-06-02"), "planned every day, so far 1 day apart"),
        ("28", ("2026-06-01", "2026-07-06"), "planned every 28 days, so far 35 days apart"),
        (
            "28",
            ("2026-05-01", "2026-06-01", "2026-07-06", "2026-08-03", "2026-08-31"),
            "planned every 28 days, so far 35, 28 and 28 days apart",
        ),
    ],
)
def test_what_was_planned_and_what_came_of_it_stand_side_by_side(
    every: str, days: tuple[str, ...], says: str
) -> None:
    assert cadence_of(notebook(every, *days)) == says
