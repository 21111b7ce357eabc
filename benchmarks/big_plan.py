"""Large plans to measure with: goals at six levels with shared parents, acceptance tests, hard titles.

    python -m benchmarks.big_plan 2000 FOLDER

With 2,000 records these are 300 goals and 150 test cases, each tried by ten testers in three rounds: 4,500
results, which are not counted, as readings are not. The same number always gives the same plan.
"""

import datetime as dt
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.big_release import release_fields
from benchmarks.big_tests import defects, sheets, uat_fields
from successbook.files.writing import Writer
from successbook.tree import Table, Tree, Value, freeze

SHARES = {
    "missions": 0.005,
    "problems": 0.03,
    "goals": 0.15,
    "key_actions": 0.065,
    "initiatives": 0.12,
    "metrics": 0.16,
    "insights": 0.05,
    "stakeholders": 0.045,
    "instruments": 0.03,
    "cases": 0.075,
    "defects": 0.01,
}
"""How many of a plan's records are of which kind; each case has three steps."""
_ELSEWHERE = ("stakeholders", "instruments", "cases", "defects")
LEVELS = 6
"""How deep goals hang under goals."""
READINGS = 12
"""How many readings each metric has."""
FIRST_DAY = dt.date(2026, 3, 2)

_TITLES = (
    "Guests pay in under a minute",
    "初めてのお客様が一分以内に支払いを終える",
    "يدفع الضيوف في أقل من دقيقة",
    "Support answers once, not three times",
    "A title as long as people write them when nobody stops them: it says what, for whom, since when, why it "
    "was not done last year, who asked for it twice, and that the board will look at it",
)
_PROSE = "Two thirds of the guests never come to the payment page.\nThe rest wait for it.\n"
_OWNERS = ("Mara, product", "Payments team", "データ分析チーム", "everyone")
_CONFIDENCE = ("hunch", "signs", "shown")

Fields = dict[str, object]


def big_plan(records: int) -> Tree:
    """A plan with about this many records, readings not counted."""
    numbers = {kind: count(kind, records) for kind in SHARES}
    tests = {
        "releases/summer/uat.toml": uat_fields(numbers["cases"], numbers["goals"], records, titled),
        **sheets(numbers["cases"], numbers["defects"], records),
        **defects(numbers["cases"], numbers["defects"], titled),
    }
    return Tree(
        {
            "plan.toml": _table(
                {"format": 1, "title": f"A plan of {records:,} records"}
                | {kind: dict(_records(kind, records)) for kind in SHARES if kind not in _ELSEWHERE}
            ),
            "readings.toml": _table({"readings": dict(_readings(records))}),
            "stakeholders.toml": _table({"stakeholders": dict(_records("stakeholders", records))}),
            "tracking.toml": _table({"format": 1, "instruments": dict(_records("instruments", records))}),
            "releases/spring/release.toml": _table(
                release_fields("Spring release", FIRST_DAY, numbers["metrics"])
            ),
            "releases/summer/release.toml": _table(
                release_fields("Summer release", None, numbers["metrics"])
            ),
            **{name: _table(fields) for name, fields in tests.items()},
        }
    )


def write_big_plan(records: int, folder: Path) -> None:
    """Write such a plan, as successbook itself would."""
    writer = Writer()
    for name, table in big_plan(records).files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(writer.render(table))


def count(kind: str, records: int) -> int:
    """How many records of a kind (as `SHARES` calls them) a plan of this size has."""
    return max(1, round(SHARES[kind] * records))


def id_of(kind: str, number: int) -> str:
    """The id of a record, such as ``key-actions-7``."""
    return f"{kind.replace('_', '-')}-{number}"


def titled(number: int) -> str:
    """A title: short, long, Japanese, Arabic, in turn."""
    return f"{_TITLES[number % len(_TITLES)]} ({number})"


def _table(plain: Fields) -> Table:
    value: Value = freeze(plain)
    assert isinstance(value, Table)
    return value


def _records(kind: str, records: int) -> Iterator[tuple[str, Fields]]:
    chance = random.Random(f"{kind} {records}")
    for number in range(count(kind, records)):
        title = {"title": titled(number)}
        yield id_of(kind, number), title | _fields(kind, number, records, chance)


def _fields(kind: str, number: int, records: int, chance: random.Random) -> Fields:
    """The fields of a record below its title, in the order in which the kind declares them."""

    def some(of: str) -> str:
        return id_of(of, chance.randrange(count(of, records)))

    owners = [chance.choice(_OWNERS)]
    match kind:
        case "problems":
            return {"serves": [some("missions")], "pain": _PROSE, "how_we_know": _PROSE}
        case "goals":
            return {
                "serves": _parents(number, records, chance),
                "how_it_serves": _PROSE,
                "owners": owners,
                "by": dt.date(2026, 9, 30),
                "confidence": chance.choice(_CONFIDENCE),
            }
        case "key_actions":
            return {"serves": [f"goal:{some('goals')}"], "who": "Guests who buy a second time"}
        case "initiatives":
            above = f"key_action:{some('key_actions')}"
            return {"level": "feature", "serves": [above], "why": _PROSE, "owners": owners}
        case "metrics":
            return {
                "role": "KPI",
                "measures": [f"goal:{some('goals')}"],
                "tells": _PROSE,
                "unit": "s",
                "direction": "decrease",
                "baseline": 96 + number % 7,
                "targets": {"summer": {"kind": "reach", "value": 60, "by": dt.date(2026, 9, 30)}},
            }
        case "insights":
            return {"kind": "drop", "evidence": _PROSE, "supports": [f"problem:{some('problems')}"]}
        case "stakeholders":
            told = {"march": {"date": FIRST_DAY, "step": "Plan", "said": _PROSE}}
            return {"role": "informed", "expects": _PROSE, "hear_every": 14, "updates": told}
        case "instruments":
            return {"metrics": [some("metrics")], "kind": "event", "where": "Dashboard", "state": "verified"}
        case _:
            return {}


def _parents(number: int, records: int, chance: random.Random) -> list[str]:
    """Goals come in six equal layers; each serves one or, every seventh, two of the layer above."""
    size = max(1, count("goals", records) // LEVELS)
    layer = min(number // size, LEVELS - 1)
    if not layer:
        return [f"problem:problems-{chance.randrange(count('problems', records))}"]
    above = [(layer - 1) * size + chance.randrange(size) for _ in range(2 if number % 7 == 0 else 1)]
    return [f"goal:goals-{parent}" for parent in dict.fromkeys(above)]


def _readings(records: int) -> Iterator[tuple[str, Fields]]:
    for number in range(count("metrics", records)):
        values = {
            str(FIRST_DAY + dt.timedelta(weeks=week)): 96 - 3 * week + (number + week) % 5
            for week in range(READINGS)
        }
        yield f"metrics-{number}", dict(values)


if __name__ == "__main__":
    write_big_plan(int(sys.argv[1]), Path(sys.argv[2]))
