"""The keys of a launch day: each step asks who and why, and writes one entry into the launch log."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Final

from successbook.plan.now import Now
from successbook.tree import Address
from successbook.tui.screens.choose import ChooseScreen, Option
from successbook.tui.screens.launch_rows import DayKey
from successbook.tui.screens.launch_steps import Step, stages_ahead, stages_behind, step_dialogue
from successbook.tui.screens.overlay import Overlay
from successbook.verdicts.release_state import shipped_unlogged
from successbook.verdicts.rollout import Standing
from successbook.verdicts.today import Today

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["TakesSteps"]

_WRITES: Final = (
    "go-on", "hold", "pause", "start-again", "go-back", "in-spite-of", "unexpected", "thank",
)  # fmt: skip
_NOBODY: Final = "Nobody has it yet"
_NOBODY_YET: Final = f"{_NOBODY}; g goes on to the first stage"


class TakesSteps(Overlay):
    """The half of the launch screen that takes steps.

    Args:
        workbook: the open plan.
        release: the release.
    """

    def __init__(self, workbook: Workbook, release: Address) -> None:
        super().__init__(workbook)
        self.add_class("launch")
        self.release = release

    @property
    @abstractmethod
    def today(self) -> Today:
        """The release as it is now."""

    @property
    @abstractmethod
    def standing(self) -> Standing:
        """Where the channel under the cursor stands."""

    @property
    def key(self) -> DayKey | None:
        """What the line under the cursor stands for."""
        return None

    def readouts(self) -> tuple[tuple[Address, str, str], ...]:
        """The read-outs of the release, the one to hold next first."""
        from successbook.verdicts.readouts import readout_lines

        return readout_lines(self.workbook.tree, self.release, self.workbook.now)

    def why_not(self, action_id: str) -> str | None:
        """Why something cannot be done now, in a sentence."""
        reason = self.workbook.why_not_change(self.release) if action_id in _WRITES else None
        if reason:
            return reason
        match action_id:
            case "look-back" if not self.readouts():
                return "There is no read-out; one is added in the outline of the release"
            case "go-there" if self.key is None or self.key.at is None:
                return "This line leads nowhere"
            case "reading" if not self.today.watched:
                return "No number is watched; a KPI of this release can be"
        reason = _why_no_step(action_id, self.standing)
        if reason in (_NOBODY, _NOBODY_YET) and self.unlogged:
            return "Nobody wrote down which stage it is at; g writes down the first one"
        return reason or super().why_not(action_id)

    @property
    def unlogged(self) -> bool:
        """Whether it shipped, and nobody wrote down which stage it is at."""
        today = self.today
        return shipped_unlogged(self.workbook.tree, self.release, Now(today.moment.date()))

    # The steps

    def do_go_on(self) -> None:
        """To the next stage; where that may be left out, it is asked to which."""
        ahead = stages_ahead(self.workbook, self.standing)
        self._choose("Go on to which stage?", ahead, "advance")

    def do_go_back(self) -> None:
        """To an earlier stage, or to nobody at all."""
        self._choose("Go back to which stage?", stages_behind(self.workbook, self.standing), "back")

    def _choose(self, question: str, options: list[Option], step: str) -> None:
        here = self.standing

        def chosen(key: str | None) -> None:
            """Ask who and why for the stage that was chosen."""
            if key is None:
                return
            off = key == "off"
            self._ask(Step(self.release, here, step, None if off else Address.parse(key), off))

        if len(options) == 1:
            chosen(options[0].key)
        else:
            self.app.push_screen(ChooseScreen(question, options), chosen)

    def do_hold(self) -> None:
        """Stay where it is, until a day."""
        here = self.standing
        self._ask(Step(self.release, here, "hold", here.following if here.since is None else here.stage))

    def do_pause(self) -> None:
        """Pause."""
        self._ask(Step(self.release, self.standing, "pause"))

    def do_start_again(self) -> None:
        """Start again after a pause or a hold."""
        self._ask(Step(self.release, self.standing, "resume"))

    def do_in_spite_of(self) -> None:
        """Stay in spite of a limit that is passed."""
        self._ask(Step(self.release, self.standing, "override"))

    def _ask(self, step: Step) -> None:
        before = self.workbook.tree

        def after(_result: None) -> None:
            """Say thank you when it went out with this step."""
            actual = self.release.child("actual")
            if step.step == "advance" and not before.has(actual) and self.workbook.tree.has(actual):
                self.thank(launched=True)

        self.app.push_screen(step_dialogue(self.workbook, step), after)

    def thank(self, *, launched: bool = False) -> None:
        """Who made this possible?"""
        from successbook.tui.screens.thanks import ThanksScreen

        self.app.push_screen(ThanksScreen(self.workbook, self.release, launched=launched))

    def do_thank(self) -> None:
        """Who made this possible?"""
        self.thank()

    def do_unexpected(self) -> None:
        """Write down something unexpected."""
        self.open_unexpected(self.release)

    def open_unexpected(self, record: Address) -> None:
        """Something unexpected; a new one if the record is the release."""
        from successbook.tui.screens.unexpected import UnexpectedScreen

        self.app.push_screen(UnexpectedScreen(self.workbook, record), self.leave_for)

    def do_look_back(self) -> None:
        """The read-out that is due, else the last one."""
        found = self.readouts()
        if found:
            self.open_readout(found[0][0])

    def open_readout(self, readout: Address) -> None:
        """A read-out."""
        from successbook.tui.screens.readout import ReadoutScreen

        self.app.push_screen(ReadoutScreen(self.workbook, readout), self.leave_for)


def _why_no_step(action_id: str, here: Standing) -> str | None:
    """Why a step cannot be taken from where a channel stands."""
    stopped = here.state in ("paused", "turned off")
    match action_id:
        case "go-on" if stopped:
            return f"It is {here.state}; s starts again"
        case "go-on" if not here.stages:
            return "There is no stage to go on to; one is added in the outline of the release"
        case "go-on" if here.following is None:
            return "This is the last stage"
        case "pause" | "go-back" | "in-spite-of" if here.since is None:
            return _NOBODY
        case "pause" if here.state == "paused":
            return "It is paused already"
        case "start-again" if not stopped and here.state != "held":
            return "It is neither paused nor held"
        case "start-again" if here.since is None:
            return _NOBODY_YET
    return None
