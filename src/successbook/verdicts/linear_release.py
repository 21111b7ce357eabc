"""Releases told line by line: the verdict first, then how everything about them stands, then all fields."""

from __future__ import annotations

from collections.abc import Iterator

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now, short_date
from successbook.text import capital
from successbook.tree import Address, Plain, Tree
from successbook.verdicts.benchmarks import benchmarks_of
from successbook.verdicts.dated import named
from successbook.verdicts.gates import gates_of
from successbook.verdicts.linear_launch import launch_lines
from successbook.verdicts.readiness import Readiness, in_words, readiness_of
from successbook.verdicts.release_dates import dates_of, moves_of, risks_of
from successbook.verdicts.release_state import has_launched
from successbook.verdicts.schedule import schedule_of
from successbook.verdicts.stakeholder_grid import grid_lines
from successbook.verdicts.telling import INDENT, flat, flat_but_indent, head, record_data, told
from successbook.verdicts.tracking_table import tracking_lines

__all__ = ["release_data", "release_lines"]


def release_lines(tree: Tree, now: Now) -> Iterator[str]:
    """All releases, each with what follows from it before what stands in it; then the tracking."""
    found = list(records(tree, KINDS["release"]))
    for release in found:
        yield from _follows(tree, release, now)
        yield head(tree, KINDS["release"], release)
        yield from told(tree, KINDS["release"], release, now)
        yield ""
    tracking = list(tracking_lines(tree, now)) if found else []
    if tracking:
        yield "Tracking"
        yield from (f"{INDENT}{line}" for line in tracking)
        yield ""


def _follows(tree: Tree, release: Address, now: Now) -> Iterator[str]:
    """What follows from a release: its readiness until it is out, and how everything about it stands."""
    if has_launched(tree, release, now):
        yield f"{flat(named(tree, release))} now"
        yield from (f"{INDENT}{flat_but_indent(line)}" for line in launch_lines(tree, release, now))
    else:
        yield from map(flat_but_indent, in_words(readiness_of(tree, release, now), now))
    yield ""
    parts = (
        ("Gates", _gates(tree, release, now)),
        ("Benchmarks", _benchmarks(tree, release, now)),
        ("Schedules", _schedules(tree, release, now)),
        ("Dates", _dates(tree, release, now)),
        ("Risks", _risks(tree, release)),
        ("Who has heard what", grid_lines(tree, release, now)),
    )
    for title, lines in parts:
        said = list(lines)
        if said:
            yield f"{title} of {flat(named(tree, release))}"
            yield from (f"{INDENT}{flat_but_indent(line)}" for line in said)
            yield ""


def _gates(tree: Tree, release: Address, now: Now) -> Iterator[str]:
    for gate in gates_of(tree, release):
        when = f", planned {now.relative(gate.planned)}" if gate.planned and not gate.decision else ""
        yield f"{gate.title}: {gate.decision or 'not decided'}{when}"
        if gate.decision:
            on = f"on {short_date(gate.decided, now.date)}" if gate.decided else "on a day nobody wrote down"
            because = flat(gate.because) if gate.because else "no reason is written down"
            yield f"{INDENT}Decided {on} by {gate.decided_by or 'nobody who is named'}: {because}"
        for each in gate.questions:
            yield f"{INDENT}{each.title} {each.says()[0]}"


def _benchmarks(tree: Tree, release: Address, now: Now) -> Iterator[str]:
    for each in benchmarks_of(tree, release):
        said, _ = each.says(now)
        number = each.value is not None and each.value.number is not None
        value = f"{each.text}, " if number else ""
        yield f"{each.title}: {value}{said}{f' ({each.source})' if each.source else ''}"
        if each.taken_after_launch and each.taken is not None:
            taken = short_date(each.taken, now.date)
            yield f"{INDENT}Taken on {taken}, after the launch: it holds what the release did"
        for was in each.was:
            on = f" on {short_date(was.on, now.date)}" if was.on else ""
            because = was.because or "nobody said why"
            yield f"{INDENT}Was {was.old} until it was changed{on}, because: {because}"


def _schedules(tree: Tree, release: Address, now: Now) -> Iterator[str]:
    for kpi in records(tree, KINDS["release_kpi"], release):
        phases = schedule_of(tree, kpi, now)
        if phases:
            yield f"{named(tree, kpi)}"
        for each in phases:
            until = f"; goes on when: {each.goes_on_when}" if each.goes_on_when else ""
            yield f"{INDENT}Every {each.every or 'so often'}: {each.says(now)[0]}{until}"


def _dates(tree: Tree, release: Address, now: Now) -> Iterator[str]:
    for _, said in moves_of(tree, release, now):
        yield capital(said)
    for each in dates_of(tree, release, now):
        title = f"Launch of {each.title}" if each.at == release else each.title
        who = f" ({each.who})" if each.who else ""
        on = short_date(each.day, now.date)
        rest = each.says.removeprefix(on).removeprefix(", ")
        yield f"{on}: {title}{who}{f', {rest}' if rest else ''}"


def _risks(tree: Tree, release: Address) -> Iterator[str]:
    for each in risks_of(tree, release):
        owner = f" ({each.owner})" if each.owner else ""
        yield f"{each.title}{owner}: {each.state}"
        yield f"{INDENT}{each.mitigation or 'Nothing is done about it yet.'}"


def release_data(tree: Tree, now: Now) -> list[Plain]:
    """All releases, each with its whole table and what follows from it in sentences, as the text has them.

    Until it is out there are also the reasons for and against shipping, each with the address of its cause.
    """
    found: list[Plain] = []
    for release in records(tree, KINDS["release"]):
        data = record_data(tree, KINDS["release"], release)
        data = {**data, "told": [line for line in _follows(tree, release, now) if line]}
        if not has_launched(tree, release, now):
            data = {**data, "ready": _ready_plain(readiness_of(tree, release, now))}
        found.append(data)
    return found


def _ready_plain(found: Readiness) -> Plain:
    return {
        "verdict": found.verdict[0],
        "ready": not found.against,
        "reasons": [
            {
                "weight": each.weight,
                "about": each.group,
                "says": each.says,
                "address": str(each.at),
                "field": each.field,
            }
            for each in found.reasons
        ],
        "decisions": [{"gate": str(each.gate.at), "says": each.says} for each in found.decided],
    }
