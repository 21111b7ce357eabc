"""What was decided, asked in a few lines: go or no-go, going on or staying, another benchmark."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual.dom import DOMNode

from successbook.errors import Refused
from successbook.plan import preparing
from successbook.plan.answers import unit_of
from successbook.plan.baselines import baseline_of
from successbook.plan.kinds import locate
from successbook.plan.measured import show
from successbook.plan.peek import people, words
from successbook.plan.titles import title_of
from successbook.text import counted
from successbook.tree import Address, Value
from successbook.tui.dispatch import say
from successbook.tui.screens.choose import ChooseScreen, Option
from successbook.tui.screens.filling import Blank, FillScreen
from successbook.tui.widgets.editors import DateEditor, LineEditor, MeasuredEditor

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["ask_baseline", "change_benchmark", "decide", "freeze"]

_GATE: Final = (
    Option("go", "go", "It goes on"),
    Option("go with conditions", "go with conditions", "It goes on if something is done"),
    Option("no-go", "no-go", "It does not go on"),
)
_PHASE: Final = (
    Option("go on", "go on", "The next phase begins"),
    Option("stay", "stay", "Readings go on as they are"),
)

_BASELINE: Final = (
    Option("freeze", "take it and freeze it", "As of today; a later change asks why"),
    Option("take", "take it", "It is frozen later"),
)


def decide(node: DOMNode, workbook: Workbook, at: Address | None) -> None:
    """Ask what was decided, then by whom, when and why; one change.

    Raises:
        Refused: nothing can be decided here.
    """
    if at is None:
        raise Refused("there is nothing to decide here", remedy="put the cursor on a gate or a phase")
    place = locate(at)
    gate = place is not None and place.kind.name == "gate"
    title = title_of(workbook.tree, at)

    def chosen(decision: str | None) -> None:
        if decision is not None:
            (_ask_gate if gate else _ask_phase)(node, workbook, at, decision)

    question = f"{'Go or no-go?' if gate else 'Go on to the next phase, or stay?'}   {title}"
    node.app.push_screen(ChooseScreen(question, _GATE if gate else _PHASE), chosen)


def _text(value: Value | None) -> str:
    return str(value) if value is not None else ""


def _day(value: Value | None) -> dt.date | None:
    return value if isinstance(value, dt.date) else None


def _ask_gate(node: DOMNode, workbook: Workbook, gate: Address, decision: str) -> None:
    table = workbook.tree.table(gate)
    by = words(table, "decided_by") or "; ".join(people(table, "owners")[:1])
    asked = (
        Blank("by", "By", LineEditor(by or None, example="Mara, product"), needed=True),
        Blank("on", "On", DateEditor(workbook.now.date, now=workbook.now, past=True)),
        Blank(
            "because", "Because", LineEditor(words(table, "because") or None, example="why, in a sentence")
        ),
    )

    def keep(said: dict[str, Value | None]) -> None:
        """Write down what was decided at the gate."""
        draft = workbook.draft()
        preparing.decide_gate(
            draft,
            gate,
            decision,
            by=_text(said["by"]),
            on=_day(said["on"]),
            because=_text(said["because"]),
        )
        title = title_of(draft.tree, gate)
        workbook.do(draft.change(f'"{title}": {decision}'))
        say(node, f"{title}: {decision}; u takes it back")

    screen = FillScreen(f"{decision.capitalize()}: who decided, and why?", asked, keep)
    node.app.push_screen(screen)


def _ask_phase(node: DOMNode, workbook: Workbook, phase: Address, decision: str) -> None:
    table = workbook.tree.table(phase)
    asked = (
        Blank("on", "On", DateEditor(workbook.now.date, now=workbook.now, past=True)),
        Blank(
            "because", "Because", LineEditor(words(table, "because") or None, example="why, in a sentence")
        ),
    )

    def keep(said: dict[str, Value | None]) -> None:
        """Write down what was decided about the phase."""
        draft = workbook.draft()
        preparing.decide_phase(draft, phase, decision, on=_day(said["on"]), because=_text(said["because"]))
        title = title_of(draft.tree, phase)
        workbook.do(draft.change(f'"{title}": {decision}'))
        say(node, f"{title}: {decision}; u takes it back")

    node.app.push_screen(FillScreen(f"{decision.capitalize()}: why?", asked, keep))


def freeze(node: DOMNode, workbook: Workbook, kpis: Sequence[Address]) -> None:
    """Freeze the benchmarks of KPIs today; one change.

    Raises:
        Refused: there is none.
    """
    if not kpis:
        raise Refused("there is no benchmark to freeze")
    draft = workbook.draft()
    count = preparing.freeze(draft, kpis, workbook.now.date)
    name = f'benchmark of "{title_of(draft.tree, kpis[0])}"' if count == 1 else counted(count, "benchmark")
    workbook.do(draft.change(f"Freeze {name}"))
    say(node, f"Frozen today: {name}. A later change asks for a reason; u takes it back")


def ask_baseline(node: DOMNode, workbook: Workbook, kpi: Address) -> None:
    """There is no benchmark: ask whether the baseline is taken, and frozen; one change.

    Raises:
        Refused: there is no baseline to take.
    """
    tree, title = workbook.tree, title_of(workbook.tree, kpi)
    value = baseline_of(tree, kpi)
    if value is None:
        raise Refused("there is no benchmark to freeze", remedy="Enter writes it")
    said = show(value, unit_of(tree, kpi.child("benchmark")))

    def chosen(answer: str | None) -> None:
        """Take the baseline, and freeze it if that was said, in one change."""
        if answer is None:
            return
        draft = workbook.draft()
        preparing.take_baseline(draft, kpi)
        frozen = preparing.freeze(draft, [kpi], workbook.now.date) if answer == "freeze" else 0
        workbook.do(draft.change(f'Benchmark of "{title}" from its baseline'))
        say(node, f"{title}: {said} is the benchmark{', frozen today' if frozen else ''}; u takes it back")

    question = f"No benchmark yet: take its baseline, {said}?   {title}"
    node.app.push_screen(ChooseScreen(question, _BASELINE), chosen)


def change_benchmark(node: DOMNode, workbook: Workbook, kpi: Address) -> None:
    """Ask for another value of a frozen benchmark, and why; the value it had is kept."""
    tree, now = workbook.tree, workbook.now
    at = kpi.child("benchmark")
    unit = unit_of(tree, at)
    old = tree.get(at)
    asked = (
        Blank("new", "Now", MeasuredEditor(old, unit=unit, example="96"), needed=True),
        Blank("on", "On", DateEditor(now.date, now=now, past=True)),
        Blank(
            "because", "Because", LineEditor(None, example="The log had counted our own tests"), needed=True
        ),
    )

    def keep(said: dict[str, Value | None]) -> None:
        """Change the benchmark; the value it had is kept with the reason."""
        draft = workbook.draft()
        new = said["new"]
        if new is None:
            raise Refused(
                "a frozen benchmark cannot be emptied", remedy="give another value, or undo freezing it"
            )
        preparing.change_benchmark(draft, kpi, new, _text(said["because"]), _day(said["on"]) or now.date)
        title = title_of(draft.tree, kpi)
        workbook.do(draft.change(f'Change benchmark of "{title}"'))
        say(node, f"{title}: {show(old, unit)}, now {show(new, unit)}; both are kept")

    question = f"Frozen at {show(old, unit)}. What is it now, and why?   {title_of(tree, kpi)}"
    node.app.push_screen(FillScreen(question, asked, keep, first="new"))
