"""The rows of "Can we ship?": reasons with their causes; gates, benchmarks, dates and risks beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from successbook.plan.now import Now, short_date
from successbook.text import capital
from successbook.tree import Address, Tree
from successbook.tui.widgets.sheet import Cell, Column, Row
from successbook.verdicts.benchmarks import Benchmark, benchmarks_of
from successbook.verdicts.gates import GateView, gates_of
from successbook.verdicts.readiness import Decided, Readiness
from successbook.verdicts.reasons import GROUPS, Reason, Weight
from successbook.verdicts.release_dates import DateLine, dates_of, moves_of, risks_of

__all__ = ["BESIDE_COLUMNS", "REASON_COLUMNS", "Cause", "beside_rows", "reason_rows"]

REASON_COLUMNS: Final = (Column(grow=True, at_least=30), Column(at_most=26, hide_below=84))
BESIDE_COLUMNS: Final = (Column(grow=True, at_least=24), Column(at_most=34, hide_below=48))

_MARKS: Final[dict[Weight, tuple[str, str, str]]] = {
    "against": ("✗ ", "bad", "In the way"),
    "look at": ("! ", "careful", "To look at"),
    "fine": ("✓ ", "good", "In order"),
}


@dataclass(frozen=True, slots=True)
class Cause:
    """Where Enter on a line leads.

    Attributes:
        at: the record.
        field: the field in it; empty for the record as a whole.
        row: tells lines apart that lead to the same place.
    """

    at: Address
    field: str = ""
    row: str = ""

    @property
    def place(self) -> Address:
        """The record or the field."""
        return self.at.child(self.field) if self.field else self.at


def reason_rows(found: Readiness) -> list[Row]:
    """The verdict, what people decided, then the reasons by weight."""
    verdict, tone = found.verdict
    rows = [
        Row(
            "verdict",
            (Cell(f"{verdict}.", tone if tone != "unknown" else "strong", wrap=True),),
            selectable=False,
        )
    ]
    rows += [_decision(each) for each in found.decided]
    for weight, (mark, role, title) in _MARKS.items():
        here = [each for each in found.reasons if each.weight == weight]
        if here:
            rows += _title(f"{mark}{title}", f"{len(here)}", role)
            rows += [_reason(each, number, mark) for number, each in enumerate(here)]
    return rows


def _title(text: str, aside: str, role: str = "heading") -> list[Row]:
    return [
        Row(f"{text} blank", (Cell(""),), selectable=False),
        Row(text, ((Cell(text, role), Cell(f"   {aside}", "muted")),), selectable=False),
    ]


def _decision(each: Decided) -> Row:
    said = f"{capital(each.says)}."
    because = f" {' '.join(each.gate.because.split())}" if each.gate.because else ""
    field = "" if each.gate.decision else "decision"
    spans = (Cell(f"{each.gate.title}: ", "muted", wrap=True), Cell(said, each.tone), Cell(because, "muted"))
    return Row(Cause(each.gate.at, field, "decision"), (spans,))


def _reason(each: Reason, number: int, mark: str) -> Row:
    role = "muted" if each.weight == "fine" else ""
    said = capital(each.says)
    return Row(
        Cause(each.at, each.field, f"{each.weight} {number}"),
        (Cell(said, role, wrap=True), Cell(GROUPS[each.group], "muted")),
        marker=mark,
    )


def beside_rows(tree: Tree, release: Address, now: Now) -> list[Row]:
    """What is decided and when: gates with their questions, benchmarks, dates, risks with mitigations."""
    rows = [*_gates(tree, release, now), *_benchmarks(tree, release, now)]
    rows += [*_dates(tree, release, now), *_risks(tree, release)]
    return rows[1:] if rows and rows[0].cells == (Cell(""),) else rows


def _gates(tree: Tree, release: Address, now: Now) -> Iterator[Row]:
    found = gates_of(tree, release)
    if found:
        yield from _title("What is asked, what is decided?", f"{len(found)}")
    for gate in found:
        yield _gate(gate, now)
        for each in gate.questions:
            said, tone = each.says()
            cells = (Cell(each.title, wrap=True), Cell(said, tone, wrap=True))
            yield Row(Cause(each.at, "answer", "question"), cells, indent=1)


def _gate(gate: GateView, now: Now) -> Row:
    said = gate.decision or (f"to be decided {now.relative(gate.planned)}" if gate.planned else "not decided")
    tone = {"go": "good", "go with conditions": "careful", "no-go": "bad"}.get(gate.decision, "unknown")
    return Row(Cause(gate.at, "decision", "gate"), (Cell(gate.title, "strong", wrap=True), Cell(said, tone)))


def _benchmarks(tree: Tree, release: Address, now: Now) -> Iterator[Row]:
    found = benchmarks_of(tree, release)
    if found:
        yield from _title("What are new data compared with?", f"{len(found)}")
    for each in found:
        yield _benchmark(each, now)
        for was in each.was:
            on = f"on {short_date(was.on, now.date)} " if was.on else ""
            said = f"was {was.old} until changed {on}because: {was.because or 'no reason is written down'}"
            yield Row(Cause(was.at, "", "was"), (Cell(said, "muted", wrap=True),), indent=1)


def _benchmark(each: Benchmark, now: Now) -> Row:
    said, tone = each.says(now)
    number = each.value is not None and each.value.number is not None
    value = Cell(f"{each.text}, " if number else "", "strong", wrap=True)
    return Row(
        Cause(each.at, "benchmark", "benchmark"), (Cell(each.title, wrap=True), (value, Cell(said, tone)))
    )


def _dates(tree: Tree, release: Address, now: Now) -> Iterator[Row]:
    found, moves = dates_of(tree, release, now), list(moves_of(tree, release, now))
    if found or moves:
        yield from _title("When?", "")
    if len(moves) > 1 or not found:
        for number, (at, says) in enumerate(moves):
            key = Cause(at, "planned" if at == release else "", f"move {number}")
            yield Row(key, (Cell(capital(says), "muted", wrap=True),))
    ahead = [each for each in found if not each.happened]
    for each in [*ahead, *(each for each in found if each.happened)]:
        yield _date(each, release)


def _date(each: DateLine, release: Address) -> Row:
    title = f"Launch of {each.title}" if each.at == release else each.title
    owner = Cell(f", {each.who}" if each.who else "", "muted")
    role = "muted" if each.happened else "strong" if each.at == release else ""
    key = Cause(each.at, each.field, f"date {each.field}")
    return Row(key, (Cell(title, role, wrap=True), (Cell(each.says, each.tone, wrap=True), owner)))


def _risks(tree: Tree, release: Address) -> Iterator[Row]:
    found = risks_of(tree, release)
    if found:
        yield from _title("What may go wrong?", f"{len(found)}")
    for each in found:
        owner = Cell(f", {each.owner}" if each.owner else "", "muted")
        state = (Cell(each.state, each.tone, wrap=True), owner)
        yield Row(Cause(each.at, "", "risk"), (Cell(each.title, wrap=True), state))
        done = each.mitigation or "Nothing is done about it yet."
        yield Row(
            Cause(each.at, "mitigation", "mitigation"),
            (Cell(done, "muted" if each.mitigation else "careful", wrap=True),),
            indent=1,
            selectable=not each.mitigation,
        )
