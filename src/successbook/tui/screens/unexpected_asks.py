"""The dialogues about the unexpected: a moment, a decision, something to do, what it concerns, its end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from successbook.errors import Refused
from successbook.plan.deciding import REACTIONS, close, decide, note_moment
from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.launching import log_step
from successbook.plan.moments import clock_words
from successbook.plan.peek import people, words
from successbook.plan.titles import title_of
from successbook.text import capital
from successbook.tree import Address, Value
from successbook.tui.rooms.field_editors import candidates
from successbook.tui.screens.asking import Asked, AskScreen, Paragraph
from successbook.tui.screens.launch_steps import last_name
from successbook.tui.widgets.editors import DateEditor, LineEditor, ReferencesEditor
from successbook.verdicts.rollout import standings_of

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["action_dialogue", "close_dialogue", "decision_dialogue", "links_dialogue", "moment_dialogue"]

Answers = dict[str, Value | None]
Clock = Callable[[], dt.datetime]
"""What time it is on the clocks of the release, when the answers are kept."""

_STEPS = {"pause": "pause", "roll back": "back"}
"""The decisions that are steps of the launch log too."""


def moment_dialogue(workbook: Workbook, incident: Address, moment: dt.datetime) -> AskScreen:
    """A line of the timeline, at the moment at which it was asked for."""

    def keep(answers: Answers) -> None:
        """Write the line."""
        draft = workbook.draft()
        note_moment(draft, incident, moment, str(answers["title"] or ""))
        workbook.do(draft.change(f'Timeline of "{title_of(draft.tree, incident)}"'))

    zone = words(workbook.tree.table(Address(incident.file)), "zone")
    clock = clock_words(moment, zone, workbook.now.zone)
    ask = Asked("title", "What", LineEditor(example="Third call; support knows"))
    return AskScreen(f"What happened at {clock}?", [ask], keep)


def decision_dialogue(workbook: Workbook, incident: Address, decision: str, clock: Clock) -> AskScreen:
    """Who decides, and why; a pause or a way back goes into the launch log in the same change."""

    def keep(answers: Answers) -> None:
        """Write the decision, and the step that it is."""
        draft = workbook.draft()
        decide(draft, incident, clock(), decision, answers["by"], answers["because"])
        if decision in _STEPS:
            _log(draft, Address(incident.file), _STEPS[decision], clock(), answers)
        workbook.do(draft.change(f'"{title_of(draft.tree, incident)}": {decision}'))

    who = LineEditor(last_name(workbook, Address(incident.file)) or None)
    asks = [
        Asked("by", "Who", who, "Who decides?"),
        Asked("because", "Why", Paragraph(example="Nobody knows yet how long a fix takes."), "Why?"),
    ]
    return AskScreen(f"{capital(decision)}: why?", asks, keep, told=[(f"{REACTIONS[decision]}.", "muted")])


def _log(draft: Draft, release: Address, step: str, moment: dt.datetime, answers: Answers) -> None:
    """The same step for every channel in which somebody has it."""
    zone = words(draft.tree.table(release), "zone") or None
    for here in standings_of(draft.tree, release, moment):
        if here.running:
            stage = here.stage.key if here.stage is not None else None
            fields = {
                **answers,
                "percent": here.when_paused if step == "pause" else 0,
                "channel": here.channel or None,
                "stage": stage,
                "zone": zone,
            }
            log_step(draft, release, step, moment, fields)


def action_dialogue(workbook: Workbook, incident: Address) -> AskScreen:
    """Something to do about it: who, under which number, until when."""

    def keep(answers: Answers) -> None:
        """Write what is to do."""
        title, owner = str(answers["title"] or ""), answers["owner"]
        if not title:
            raise Refused("nothing is said", remedy="what shall be done?")
        fields: dict[str, Value] = {
            name: value for name in ("ticket", "due") if (value := answers[name]) is not None
        }
        if isinstance(owner, str):
            fields["owners"] = tuple(each.strip() for each in owner.split(";") if each.strip())
        draft = workbook.draft()
        draft.add(KINDS["action_item"], title, inside=incident, fields=fields)
        workbook.do(draft.change(f'To do: "{title}"'))

    asks = [
        Asked("title", "To do", LineEditor(example="Alarm on two payments of one basket")),
        Asked("owner", "Who", LineEditor(example="Tomas"), "Who does it?"),
        Asked("ticket", "Ticket", LineEditor(example="SHOP-1311")),
        Asked("due", "Until", DateEditor(now=workbook.now)),
    ]
    return AskScreen("What shall be done?", asks, keep)


def links_dialogue(workbook: Workbook, incident: Address) -> AskScreen:
    """Which KPI, stage, test case or defect it concerns."""
    tree = workbook.tree
    found = candidates(tree, ("metric", "stage", "case", "defect"), without=incident, near=incident)
    editor = ReferencesEditor(people(tree.table(incident), "concerns") or None, found, many=True)

    def keep(_answers: Answers) -> None:
        """Write what was chosen."""
        draft = workbook.draft()
        draft.put(incident.child("concerns"), editor.read(editor.text()))
        workbook.do(draft.change(f'"{title_of(draft.tree, incident)}": concerns'))

    return AskScreen("What does it concern?", [Asked("concerns", "Concerns", editor)], keep)


def close_dialogue(workbook: Workbook, incident: Address, clock: Clock) -> AskScreen:
    """It is over: what stays wrong? What is still to do is told first."""
    tree = workbook.tree
    open_ = [
        title_of(tree, at)
        for at in records(tree, KINDS["action_item"], incident)
        if "done" not in tree.table(at)
    ]

    def keep(answers: Answers) -> None:
        """Close it."""
        draft = workbook.draft()
        close(draft, incident, clock(), answers["residual"])
        workbook.do(draft.change(f'Close "{title_of(draft.tree, incident)}"'))

    text = Paragraph(tree.get(incident.child("residual")), example="Eleven refunds are still to be made.")
    ask = Asked("residual", "Still wrong", text, "What stays wrong?")
    told = [(f"Still to do: {'; '.join(open_)}", "careful")] if open_ else []
    return AskScreen("Close it: what stays wrong?", [ask], keep, told=told, does="close it")
