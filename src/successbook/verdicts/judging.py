"""Judging a metric on a day: one word, and one sentence that carries its numbers.

*After*, never *because of*: a sentence says where a metric stands and what was wanted. Only a stated
tolerance makes a metric flat.
"""

from __future__ import annotations

import datetime as dt

from successbook.plan.measured import Measure
from successbook.plan.peek import words
from successbook.text import small
from successbook.tree import Table
from successbook.verdicts.cases import Case, Verdict, verdict
from successbook.verdicts.early import too_early
from successbook.verdicts.saying import amount, said, share, wanted
from successbook.verdicts.targets import Aim, exactly, falls, on_its_day

__all__ = ["aim_on", "judge", "stopped"]


def stopped(metric: Table) -> bool:
    """Whether nobody waits for a metric now: it is on hold, or dropped."""
    return words(metric, "state") in ("on hold", "dropped")


def aim_on(aims: list[Aim], today: dt.date) -> Aim | None:
    """The target that counts on a day: the next one that is set, else the next, else the last that passed."""
    ahead = [each for each in aims if each.by is None or each.by >= today]
    nearest = ahead[0] if ahead else aims[-1] if aims else None
    return next((each for each in ahead if each.set), nearest)


def judge(case: Case) -> Verdict:
    """The verdict on a metric."""
    if stopped(case.table):
        return _stopped(case, words(case.table, "state"))
    aim = aim_on(case.aims, case.now.date)
    if not case.known:
        return _no_data(case, aim)
    on, latest = case.known[-1]
    if latest.state:
        number = case.last_number()
        was = f"; before that it was {said(number[1], case.unit)} on {case.date(number[0])}" if number else ""
        return verdict(latest.state, f'The last reading, {case.date(on)}, is "{latest.state}"{was}')
    within = _limits(case, latest, aim)
    if within is not None:
        return within
    if aim is None or not aim.set:
        return _untargeted(case)
    return _against(case, latest, aim)


def _stopped(case: Case, state: str) -> Verdict:
    because = " ".join(words(case.table, "because").split()).rstrip(".")
    last = case.last_number()
    was = f", last at {said(last[1], case.unit)} on {case.date(last[0])}" if last else ""
    return verdict(state, f"It is {state}{was}{': ' + because if because else ''}")


def _no_data(case: Case, aim: Aim | None) -> Verdict:
    start = case.start
    was = start is not None and start.number is not None
    text = f"It was {said(start, case.unit)} at the start" if start is not None and was else ""
    text = f"{text}, and nobody has taken a reading since" if text else "Nobody has taken a reading yet"
    goal = f"; the target is {wanted(aim, case.unit, case.now)}" if aim is not None and aim.set else ""
    return verdict("no data", text + goal)


def _limits(case: Case, latest: Measure, aim: Aim | None) -> Verdict | None:
    """The verdict where a limit is broken, or where limits are all there is to keep."""
    low, high = (case.number(key) for key in ("at_least", "at_most"))
    number = latest.number
    if number is None or (low is None and high is None):
        return None
    if high is not None and number > high:
        return verdict("above limit", f"{case.stands()}, above the limit of {amount(high, case.unit)}")
    if low is not None and number < low:
        return verdict("below limit", f"{case.stands()}, below the limit of {amount(low, case.unit)}")
    if not _keeps(case.table) and aim is not None and aim.set:
        return None
    limits = [
        f"{sign} {amount(limit, case.unit)}"
        for sign, limit in (("at least", low), ("at most", high))
        if limit is not None
    ]
    return verdict("within", f"{case.stands()}, within its limits: {' and '.join(limits)}")


def _keeps(table: Table) -> bool:
    """Whether a metric shall stay within limits."""
    return words(table, "role") == "guardrail" or words(table, "direction") == "keep within"


def _untargeted(case: Case) -> Verdict:
    here, missed = case.stands(moved=True), _missed_before(case, None)
    if not case.aims and _keeps(case.table):
        return verdict("no limit yet", f"{here}; no limit says which value it must not pass")
    return verdict("no target yet", f"{here}; no target says where it should be{missed}")


def _against(case: Case, latest: Measure, aim: Aim) -> Verdict:
    """The verdict against the target that counts."""
    falling, goal = falls(case.table, case.start, aim), wanted(aim, case.unit, case.now)
    passed = aim.by is not None and aim.by < case.now.date
    missed = "" if passed else _missed_before(case, aim)
    if aim.met_by(latest, falling=falling):
        return _met(case, aim, falling, goal, missed)
    if passed and aim.by is not None:
        then = on_its_day(case.known, aim.by)
        if then is not None and aim.met_by(then, falling=falling):
            here = small(case.stands())
            return verdict(
                "met", f"It was {said(then, case.unit)} when the target was {goal}: met; now {here}"
            )
    if aim.goal is None and not aim.state:
        return verdict("no baseline", f"{case.stands()}; the target is {goal}, {_groundless(case)}{missed}")
    if aim.met_by(latest, falling=falling) is None:
        undirected = aim.goal is not None and latest.number is not None
        return _cannot_say(case, goal, missed, undirected=undirected)
    if passed:
        return verdict("missed", f"{case.stands(moved=True)}; the target of {goal} was missed")
    return too_early(case, goal, missed) or _moved(case, latest, aim, falling, goal, missed)


def _met(case: Case, aim: Aim, falling: bool | None, goal: str, missed: str) -> Verdict:
    late = ""
    if aim.by is not None and aim.by < case.now.date:
        then = on_its_day(case.known, aim.by)
        late = "" if then is not None and aim.met_by(then, falling=falling) else " later"
        return verdict("met", f"{case.stands()}; the target was {goal}: met{late}")
    return verdict("met", f"{case.stands()}; the target is {goal}: met{missed}")


def _missed_before(case: Case, aim: Aim | None) -> str:
    """What is said of the horizon before the one that counts, if it was missed."""
    past = [
        each
        for each in case.aims
        if each is not aim and each.set and each.by is not None and each.by < case.now.date
    ]
    if not past or past[-1].by is None:
        return ""
    falling = falls(case.table, case.start, past[-1])
    then = on_its_day(case.known, past[-1].by)
    if then is None or past[-1].met_by(then, falling=falling) is not False:
        return ""
    return f"; the earlier one, {wanted(past[-1], case.unit, case.now)}, was missed"


def _groundless(case: Case) -> str:
    start = case.start
    return "which means nothing from 0" if start and start.number == 0 else "and no baseline says from where"


def _cannot_say(case: Case, goal: str, missed: str, *, undirected: bool) -> Verdict:
    if undirected:
        why = f"; the target is {goal}, and nobody said which way is good"
    else:
        why = f", which does not say whether the target of {goal} is met"
    return verdict("cannot say", f"{case.stands()}{why}{missed}")


def _moved(case: Case, latest: Measure, aim: Aim, falling: bool | None, goal: str, missed: str) -> Verdict:
    """The verdict on a movement that has not reached its target."""
    start, here = case.start, case.stands(moved=True)
    if latest.number is None or start is None or start.number is None or aim.goal is None:
        return verdict("not yet", f"{here}, and the target of {goal} is not met yet{missed}")
    way = exactly(latest.number) - exactly(start.number)
    way = -way if falling else way
    tolerance = case.number("tolerance")
    if tolerance is not None and abs(way) <= exactly(tolerance):
        least = amount(tolerance, "points" if case.unit == "%" else case.unit)
        return verdict("flat", f"{here}; up to {least} counts as flat, and the target is {goal}{missed}")
    if way == 0:
        return verdict(
            "not moved", f"{case.stands()}, where it stood at the start; the target is {goal}{missed}"
        )
    if way < 0:
        return verdict("wrong way", f"{here}, away from the target of {goal}{missed}")
    done = share(aim.attainment(start, latest))
    return verdict("moving", f"{here}{', ' + done if done else ''}; the target is {goal}{missed}")
