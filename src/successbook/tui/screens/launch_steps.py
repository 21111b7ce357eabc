"""The dialogues of a launch: go on, hold, pause, start again, go back, in spite of a limit: who, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from successbook.errors import Refused
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, PLAN
from successbook.plan.launching import launch_moment, log_step
from successbook.plan.measured import is_number, number_typed, show
from successbook.plan.moments import clock_words
from successbook.plan.peek import people, words
from successbook.plan.titles import title_of
from successbook.tree import Address, Value
from successbook.tui.screens.asking import Asked, AskScreen, Paragraph
from successbook.tui.screens.choose import Option
from successbook.tui.widgets.editors import DateEditor, Editor, LineEditor, NumberEditor
from successbook.verdicts.expectations import LEFT
from successbook.verdicts.rollout import Standing, entries_of
from successbook.verdicts.watching import breaches, watched_of

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["Step", "last_name", "stages_ahead", "stages_behind", "step_dialogue"]

_QUESTIONS: Final = {
    "advance": "Go on",
    "hold": "Hold it where it is",
    "pause": "Pause",
    "resume": "Start again",
    "back": "Go back",
    "override": "Stay in spite of a limit",
}
_DONE: Final = {
    "advance": "Gone on",
    "hold": "Held",
    "pause": "Paused",
    "resume": "Started again",
    "back": "Gone back",
    "override": "Written down",
}
_WHY: Final = {
    "advance": "Two quiet days, errors within the limit.",
    "hold": "The catalogue is late.",
    "pause": "Nobody knows yet how long a fix takes.",
    "resume": "The fix is live and tried out.",
    "back": "More errors than before.",
    "override": "Forty minutes of outage at the provider, fine without them.",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A step that is about to be written down.

    Attributes:
        release: the release.
        here: where its channel stands.
        step: what is done.
        stage: to which stage; None where that does not change.
        off: whether it is turned off, so that the level is 0.
    """

    release: Address
    here: Standing
    step: str
    stage: Address | None = None
    off: bool = False


def last_name(workbook: Workbook, release: Address) -> str:
    """Who decided last, else the first owner of the release or the plan: proposed as the one who decides."""
    today = workbook.now.date
    named = [each.by for each in entries_of(workbook.tree, release) if each.by and each.when.date() <= today]
    if named:
        return named[-1]
    for at in (release, PLAN):
        if found := people(workbook.tree.table(at), "owners"):
            return found[0]
    return ""


def stages_ahead(workbook: Workbook, here: Standing) -> list[Option]:
    """The stages one may go on to: the next one, and those behind what may be left out."""
    found: list[Option] = []
    at = here.stages.index(here.following) if here.following in here.stages else len(here.stages)
    for stage in here.stages[at:]:
        optional = workbook.tree.table(stage).get("optional") is True
        found.append(_option(workbook, stage, "may be left out" if optional else ""))
        if not optional:
            break
    return found


def stages_behind(workbook: Workbook, here: Standing) -> list[Option]:
    """Where one may go back to: the stages before this one, the nearest first, and nobody at all."""
    before = here.stages[: max(here.number - 1, 0)][::-1]
    off = Option("off", "turned off", "Nobody has it any more, 0 %")
    return [*(_option(workbook, stage) for stage in before), off]


def _option(workbook: Workbook, stage: Address, aside: str = "") -> Option:
    percent = workbook.tree.table(stage).get("percent")
    level = show(percent, "%") if is_number(percent) else ""
    about = ", ".join(each for each in (level, aside) if each)
    return Option(str(stage), title_of(workbook.tree, stage), about)


def _level_before(step: Step, workbook: Workbook) -> Value | None:
    """The level that is proposed: that of the stage, that of a pause, that of before for starting again."""
    table = workbook.tree.table(step.stage) if step.stage is not None else None
    match step.step:
        case "pause":
            return step.here.when_paused
        case "back" if step.off:
            return 0
        case "resume":
            stage = workbook.tree.table(step.here.stage) if step.here.stage is not None else None
            planned = stage.get("percent") if stage is not None else None
            return step.here.stayed if step.here.stayed is not None else planned
        case "hold" | "override":
            return step.here.percent
    return table.get("percent") if table is not None else None


def step_dialogue(workbook: Workbook, step: Step) -> AskScreen:
    """The dialogue for a step: who and why; the name of the last one who decided is filled in.

    Args:
        workbook: the open plan.
        step: the step.
    """
    moment, zone = launch_moment(workbook.tree, step.release, workbook.moment(), workbook.now.zone)
    passed = breaches(watched_of(workbook.tree, step.release, workbook.now))
    asks = _fields(workbook, step, passed)
    told = [] if step.step not in ("advance", "override") else _told(step, passed)

    def keep(answers: dict[str, Value | None]) -> None:
        """Write the step into the launch log."""
        draft = workbook.draft()
        stage = step.stage or (step.here.stage if step.step in ("pause", "resume", "override") else None)
        fields: dict[str, Value | None] = {
            **answers,
            "stage": stage.key if stage is not None else None,
            "channel": step.here.channel or None,
            "zone": zone if zone != "UTC" or words(workbook.tree.table(step.release), "zone") else None,
        }
        if "percent" not in fields:
            fields["percent"] = _level_before(step, workbook)
        log_step(draft, step.release, step.step, moment, fields)
        clock = clock_words(moment, zone, workbook.now.zone)
        workbook.do(draft.change(f"{_label(workbook, step)}, {clock}"))

    return AskScreen(_question(workbook, step), asks, keep, told=told)


def _question(workbook: Workbook, step: Step) -> str:
    where = f" to {title_of(workbook.tree, step.stage)}" if step.stage is not None else ""
    where = " to nobody, turned off" if step.off else where
    of = f", {step.here.channel}" if step.here.channel else ""
    why = "on what grounds?" if step.step == "advance" else "why?"
    return f"{_QUESTIONS[step.step]}{where}{of}: {why}"


def _label(workbook: Workbook, step: Step) -> str:
    where = f': "{title_of(workbook.tree, step.stage)}"' if step.stage is not None else ""
    return f"{_DONE[step.step]}{where}"


def _told(step: Step, passed: str) -> list[tuple[str, str]]:
    """What to know before going on."""
    told = []
    if passed:
        told.append((f"Passed: {passed}. Going on is a decision against that.", "bad"))
    if step.here.stay.over is False:
        told.append((f"It stays {step.here.stay.left}.", "careful"))
    if step.here.since is not None and step.here.stay.asked and step.here.stay.over is None:
        told.append((f"It stays for {step.here.stay.asked}; {step.here.stay.left}.", "careful"))
    return told


def _fields(workbook: Workbook, step: Step, passed: str) -> list[Asked]:
    why = Asked("because", "Why", Paragraph(example=_WHY[step.step]), "Why?")
    who = Asked("by", "Who", LineEditor(last_name(workbook, step.release) or None), "Who decides?")
    level = Asked(
        "percent", "Level", NumberEditor(_level_before(step, workbook), unit="%"), "How many percent?"
    )
    until: Editor = DateEditor(now=workbook.now)
    cases = _cases(workbook, step)
    match step.step:
        case "hold":
            return [who, why, *cases, Asked("until", "Until", until)]
        case "pause":
            return [who, why, level, Asked("until", "Until", until)]
        case "override":
            return [who, why, _breached(passed)]
        case "advance" if passed:
            return [who, why, _breached(passed), level, *cases]
        case "advance":
            return [who, why, level, *cases]
    return [who, why, level]


def _cases(workbook: Workbook, step: Step) -> list[Asked]:
    """How many cases there were, where the stage that is left, or stays, must have so many."""
    here = step.here
    stage = workbook.tree.table(here.stage) if here.stage is not None and here.since is not None else None
    if stage is None or words(stage, "stay_in") != "cases" or not here.stay.asked:
        return []
    counted = int(here.cases) if here.cases is not None else None
    count = NumberEditor(counted, unit="cases", parse=_whole)
    return [Asked("cases", "So far", count, f"It stays for {here.stay.asked}: how many were there?")]


def _whole(text: str, unit: str) -> Value:
    """A number of cases.

    Raises:
        Refused: it is none, or not a whole one.
    """
    number = number_typed(text, unit)
    if isinstance(number, float) or number < 0:
        raise Refused("it is a whole number, 0 or more")
    return number


def _breached(passed: str) -> Asked:
    limit = LineEditor(passed or None, example="Card errors 0.9 %, limit 0.8 %")
    return Asked("breached", "In spite of", limit, "Which limit is passed?")


def candidates_to_thank(workbook: Workbook, release: Address) -> list[str]:
    """Names from the plan that have not been thanked yet: owners, deciders, testers are left to be named."""
    tree = workbook.tree
    thanked = {title_of(tree, at).casefold() for at in records(tree, KINDS["thanks"], release)}
    found: dict[str, str] = {}
    for kind in ("checklist_item", "gate_question", "gate", "risk", "instrument", "initiative", "metric"):
        of = release if KINDS[kind].inside else None
        for at in records(tree, KINDS[kind], of if KINDS[kind].inside == "release" else None):
            if KINDS[kind].inside and at.file != release.file:
                continue
            table = tree.table(at)
            for name in (*people(table, "owners"), words(table, "owner")):
                if name and LEFT not in name.casefold() and name.casefold() not in thanked:
                    found.setdefault(name.casefold(), name)
    return list(found.values())
