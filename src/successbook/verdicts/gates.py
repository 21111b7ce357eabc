"""Gates: what is asked before something goes on, what is answered, and what people decided in the end."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, people, words
from successbook.text import counted
from successbook.tree import Address, Tree
from successbook.verdicts.dated import named
from successbook.verdicts.metrics import Tone
from successbook.verdicts.reasons import on_day
from successbook.verdicts.release_state import launch_day

__all__ = ["GateView", "Question", "decision_sentence", "gates_of", "launch_gates"]


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a gate.

    Attributes:
        at: the question.
        title: what it asks.
        answer: yes; yes, if; no; does not apply; empty while nobody has answered.
        condition: if what.
        evidence: what shows it.
        owners: who answers it.
    """

    at: Address
    title: str
    answer: str
    condition: str
    evidence: str
    owners: tuple[str, ...]

    def says(self) -> tuple[str, Tone]:
        """The answer in a few words, with its tone."""
        tones: dict[str, Tone] = {"yes": "good", "yes, if": "careful", "no": "bad"}
        if not self.answer:
            who = "; ".join(self.owners)
            return f"no answer yet{f' from {who}' if who else ''}", "careful"
        more = self.condition or self.evidence
        return f"{self.answer}{f': {more}' if more else ''}", tones.get(self.answer, "unknown")


@dataclass(frozen=True, slots=True)
class GateView:
    """A gate on a day.

    Attributes:
        at: the gate.
        title: what is decided there.
        planned: for when it is planned.
        decision: go, go with conditions, no-go; empty while nobody has decided.
        decided: when.
        decided_by: by whom.
        because: why, in whole.
        questions: what is asked.
    """

    at: Address
    title: str
    planned: dt.date | None
    decision: str
    decided: dt.date | None
    decided_by: str
    because: str
    questions: tuple[Question, ...]

    @property
    def unanswered(self) -> tuple[Question, ...]:
        """The questions without an answer."""
        return tuple(each for each in self.questions if not each.answer)


def gates_of(tree: Tree, release: Address) -> list[GateView]:
    """The gates of a release, in the order of the file."""
    return [_gate(tree, at) for at in records(tree, KINDS["gate"], release)]


def launch_gates(tree: Tree, release: Address) -> list[GateView]:
    """The gates that stand before the launch: all but those that are planned for a later day."""
    launch = launch_day(tree, release)
    return [
        each
        for each in gates_of(tree, release)
        if launch is None or (on := each.planned or each.decided) is None or on <= launch
    ]


def _gate(tree: Tree, at: Address) -> GateView:
    table = tree.table(at)
    questions = tuple(
        Question(
            each,
            named(tree, each),
            words(held := tree.table(each), "answer"),
            words(held, "condition"),
            words(held, "evidence"),
            people(held, "owners"),
        )
        for each in records(tree, KINDS["gate_question"], at)
    )
    return GateView(
        at,
        named(tree, at),
        day(table, "planned"),
        words(table, "decision"),
        day(table, "decided"),
        " ".join(words(table, "decided_by").split()),
        words(table, "because"),
        questions,
    )


def decision_sentence(gate: GateView, against: int, now: Now) -> tuple[str, Tone]:
    """What people decided, seen beside what follows from the plan: the two may disagree.

    Args:
        gate: the gate.
        against: how many reasons speak against it, an unanswered question of this gate not counted twice.
        now: the day.

    Returns:
        a whole sentence without a full stop, and how it sounds: careful where the two disagree.
    """
    if not gate.decision:
        if gate.planned is None:
            return "nobody has decided yet, and no day is set for it", "unknown"
        verb = "was" if gate.planned < now.date else "is"
        return f"nobody has decided yet; it {verb} planned {on_day(gate.planned, now)}", (
            "careful" if gate.planned < now.date else "unknown"
        )
    who = gate.decided_by or "somebody, no name is written down,"
    when = f"on {short_date(gate.decided, now.date)}" if gate.decided else "on a day nobody wrote down"
    said = f"{who} decided {gate.decision} {when}"
    notes, tone = _notes(gate, against)
    if notes and not gate.because:
        notes.append("and no reason is written down")
    return ", ".join([said, *notes]), tone


def _notes(gate: GateView, against: int) -> tuple[list[str], Tone]:
    """What stands against a decision."""
    left = len(gate.unanswered)
    if gate.decision == "no-go":
        return (["although nothing known stands in the way"], "careful") if not against else ([], "bad")
    notes = [f"with {counted(left, 'question')} unanswered"] if left else []
    if gate.questions == ():
        notes.append("at a gate that asks nothing")
    if against:
        speak = "speaks" if against == 1 else "speak"
        notes.append(f"although {counted(against, 'reason')} {speak} against it")
    good: Tone = "good" if gate.decision == "go" else "careful"
    return notes, "careful" if notes else good
