"""The releases of a large plan: KPIs with schedules, gates, stages, a log, tasks, read-outs."""

import datetime as dt

__all__ = ["release_fields"]

Fields = dict[str, object]

_DAY = dt.timedelta(days=1)
_PLANNED = dt.date(2026, 6, 27)


def release_fields(title: str, shipped: dt.date | None, metrics: int) -> Fields:
    """A release, shipped on a day or planned for later."""
    start = shipped or _PLANNED
    head: Fields = {
        "format": 1,
        "title": title,
        "level": "feature",
        "initiatives": ["initiatives-0", "initiatives-1"],
        "planned": start,
    }
    return (
        head | ({"actual": shipped} if shipped else {}) | _parts(start, shipped is not None, min(metrics, 10))
    )


def _parts(start: dt.date, out: bool, kpis: int) -> Fields:
    return {
        "milestones": {
            f"milestone-{n}": {"title": f"Milestone {n}", "planned": start + n * _DAY} for n in range(5)
        },
        "kpis": {f"metrics-{n}": _kpi(start) for n in range(kpis)},
        "risks": {f"risk-{n}": {"title": f"Risk {n}", "owner": "Mara", "state": "open"} for n in range(5)},
        "gates": {f"gate-{n}": _gate(n, start) for n in range(3)},
        "stages": {
            f"stage-{n}": {
                "title": f"Stage {n}",
                "percent": 25 * (n + 1),
                "planned": start + n * _DAY,
                "advance_when": ["Two quiet days"],
                "back_when": ["Any double charge"],
            }
            for n in range(4)
        },
        "log": {
            f"level-{n}": {"date": start + n * _DAY, "step": "advance", "stage": f"stage-{n}"}
            for n in range(3 if out else 0)
        },
        "checklist": {f"item-{n}": {"title": f"Task {n}", "due": start + n * _DAY} for n in range(10)},
        "readouts": {"after-a-week": {"title": "After a week", "planned": start + 7 * _DAY}},
    }


def _kpi(start: dt.date) -> Fields:
    return {
        "benchmark": 96,
        "target": 60,
        "by": start + 60 * _DAY,
        "schedule": {
            "first-week": {"every": "day", "days": 7, "starts": start},
            "from-then-on": {"every": "month", "days": 180},
        },
    }


def _gate(number: int, start: dt.date) -> Fields:
    questions = {f"question-{n}": {"title": f"Question {n}", "answer": "yes"} for n in range(3)}
    return {"title": f"Gate {number}", "planned": start, "questions": questions}
