"""The acceptance test of a large plan: cases with steps, testers, rounds, what each tester saw in each."""

import datetime as dt
import random
from collections.abc import Callable

__all__ = ["defects", "sheets", "testers_and_rounds", "uat_fields"]

Fields = dict[str, object]

STEPS = 3
"""How many steps each case has."""
_STARTS = dt.date(2026, 6, 1)
_STATES = ("passed", "passed", "passed", "passed", "passed with note", "failed", "blocked", "not observed")
_PRIORITIES = ("must", "should", "could")
_PROSE = "The thank-you page names the amount.\nThe mail says the same.\n"


def testers_and_rounds(records: int) -> tuple[int, int]:
    """How many people test in a plan of this size, and how often."""
    return max(1, min(10, records // 200)), 3 if records >= 500 else 1


def uat_fields(cases: int, goals: int, records: int, titled: Callable[[int], str]) -> Fields:
    """The acceptance test itself."""
    testers, rounds = testers_and_rounds(records)
    week = dt.timedelta(days=7)
    return {
        "format": 1,
        "scope": _PROSE,
        "how_to_test": _PROSE,
        "starts": _STARTS,
        "ends": _STARTS + rounds * week,
        "criteria": {
            "must": {"title": "All must-cases", "list": "exit", "kind": "must-cases passed by", "number": 2}
        },
        "cases": {f"case-{number}": _case(number, goals, titled) for number in range(cases)},
        "rounds": {
            f"round-{n}": {"title": f"Round {n}", "starts": _STARTS + n * week, "ends": _STARTS + n * week}
            for n in range(rounds)
        },
        "testers": {
            f"tester-{n}": {"title": f"T{n}", "source": "Support", "showed_up": True} for n in range(testers)
        },
        "quotas": {"all": {"title": "All", "wanted": 2, "testers": [f"tester-{n}" for n in range(testers)]}},
    }


def _case(number: int, goals: int, titled: Callable[[int], str]) -> Fields:
    return {
        "title": titled(number),
        "section": f"Section {number // 10}",
        "priority": _PRIORITIES[number % len(_PRIORITIES)],
        "pass_when": _PROSE,
        "traces": [f"goal:goals-{number % goals}"],
        "steps": {
            f"step-{n}": {"title": f"Do {titled(number + n)}", "expect": "It does"} for n in range(STEPS)
        },
    }


def sheets(cases: int, found: int, records: int) -> dict[str, Fields]:
    """What every tester saw in every round, by the name of the file."""
    testers, rounds = testers_and_rounds(records)
    return {
        f"releases/summer/results/round-{round_}--tester-{tester}.toml": _sheet(round_, tester, cases, found)
        for round_ in range(rounds)
        for tester in range(testers)
    }


def _sheet(round_: int, tester: int, cases: int, found: int) -> Fields:
    chance = random.Random(f"{round_} {tester}")
    results: Fields = {}
    for number in range(cases):
        state = chance.choice(_STATES)
        note = {"note": _PROSE} if state == "passed with note" else {}
        defect = {"defect": f"defect-{number % found}"} if state == "failed" else {}
        results[f"case-{number}"] = {"state": state} | note | defect
    return {"format": 1, "started": _STARTS + dt.timedelta(days=7 * round_), "results": results}


def defects(cases: int, found: int, titled: Callable[[int], str]) -> dict[str, Fields]:
    """The defects, by the name of the file."""
    return {
        f"releases/summer/defects/defect-{number}.toml": {
            "format": 1,
            "title": titled(number),
            "case": f"case-{number % cases}",
            "severity": "minor",
            "blocking": False,
            "state": "open",
            "steps": _PROSE,
        }
        for number in range(found)
    }
