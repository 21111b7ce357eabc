"""What can be done with a release: before the launch, on its day, when it surprises, afterwards."""

from __future__ import annotations

from typing import Final

from successbook.tui.actions.action import Action
from successbook.tui.actions.scopes import IN_OUTLINES, OF_LAUNCH, OF_READOUTS, OF_UNEXPECTED

# fmt: off
BEFORE_LAUNCH: Final = (
    Action("decide", ("o",), "decide",
           "At a gate go or no-go, in a schedule going on or staying, with name, day and reason",
           ("release", "record", "ready", "calendar"), "Writing", 4),
    Action("freeze", ("f",), "freeze",
           "Freeze the benchmark under the cursor, or all of the release; a later change asks why",
           ("release", "record", "ready"), "Writing", 8),
    Action("other-panel", ("tab",), "other panel", "Go to the other panel", ("ready",), "Moving", 3),
    Action("calendar", ("C",), "calendar",
           "What the next weeks bring, day by day", ("page", "release", "record", "ready"), "Looking", 33),
    Action("wrong", ("F",), "what is wrong",
           "What is wrong with the files, as check says it: values that do not fit, references to nothing",
           (*IN_OUTLINES, "page", "record"), "Looking"),
    Action("launch-day", ("l",), "launch day",
           "Where it stands, and the keys that go on, pause, go back", ("ready",), "Looking", 8),
    Action("mark", ("space",), "mark", "Mark who is meant, or no longer", ("marking",), "Writing", 2),
    Action("mark-all", ("*",), "mark all", "Mark everybody, or nobody", ("grid",), "Writing", 5),
    Action("tell", ("a",), "tell",
           "Write down what those who are marked were told: one text, one change", ("grid",), "Writing", 3),
    Action("agreed", ("y",), "agreed", "Those who are marked agreed, today", ("grid",), "Writing", 4),
    Action("step-left", ("left", "h"), "step before", "The step before", ("grid",), "Moving", 6),
    Action("step-right", ("right", "l"), "next step", "The next step", ("grid",), "Moving", 7),
    Action("other-release", ("tab",), "other release",
           "The stakeholders of another release", ("grid",), "Moving", 8),
    Action("group-by", ("s",), "group", "Group by state, team, owner, metric or expiry",
           ("tracking",), "Looking", 2),
    Action("weeks-more", ("right", "l"), "later", "The weeks that follow", ("calendar",), "Moving", 4),
    Action("weeks-less", ("left", "h"), "earlier", "The weeks before", ("calendar",), "Moving", 5),
)
TODAY: Final = (
    Action("go-on", ("g",), "go on", "Go on to the next stage: who decides, and why",
           ("launch",), OF_LAUNCH, 1),
    Action("pause", ("p",), "pause", "Pause the rollout", ("launch",), OF_LAUNCH, 1),
    Action("go-back", ("b",), "go back", "Go back to an earlier stage, or turn it off",
           ("launch",), OF_LAUNCH, 2),
    Action("start-again", ("s",), "start again", "Start again after a pause or a hold",
           ("launch",), OF_LAUNCH, 1),
    Action("unexpected", ("x",), "unexpected", "Write down something unexpected", ("launch",), OF_LAUNCH, 1),
    Action("hold", ("h",), "hold",
           "Hold the stage until a day, for a reason that may lie outside the software",
           ("launch",), OF_LAUNCH, 4),
    Action("in-spite-of", ("o",), "in spite of", "Stay in spite of a limit that is passed: who, and why",
           ("launch",), OF_LAUNCH, 9),
    Action("thank", ("y",), "thank", "Who made this possible? Names and praise", ("launch",), OF_LAUNCH, 10),
    Action("look-back", ("l",), "look back", "The read-out that comes next, or the last one",
           ("launch",), OF_LAUNCH, 11),
    Action("next-pane", ("tab",), "next list", "Go to the next list", ("launch",), "Moving", 12),
    Action("next-name", ("f2",), "next name", "Take the next name of the plan that was not thanked yet",
           ("thanks",), OF_LAUNCH, 3),
)
UNEXPECTED: Final = (
    Action("react", ("f5",), "decide", "Fix forward, pause, roll back, monitor, accept: who, and why",
           ("unexpected",), OF_UNEXPECTED, 1),
    Action("moment", ("f2",), "moment", "Write what happened into the timeline, with the time",
           ("unexpected",), OF_UNEXPECTED, 2),
    Action("action-item", ("f6",), "to do", "Something to do about it: who, until when, under which number",
           ("unexpected",), OF_UNEXPECTED, 3),
    Action("close-it", ("f7",), "close it",
           "It is over: what stays wrong?", ("unexpected",), OF_UNEXPECTED, 3),
    Action("links", ("f8",), "concerns", "Which KPI, stage, test case or defect it concerns",
           ("unexpected",), OF_UNEXPECTED, 7),
    Action("follows-down", ("pagedown",), "more below",
           "Scroll down what follows: decision, timeline, what is to do", ("unexpected",), "Moving", 1),
    Action("follows-up", ("pageup",), "more above", "Scroll what follows up", ("unexpected",), "Moving", 2),
    Action("whole-record", ("f9",), "all fields", "Everything about it, field by field",
           ("unexpected",), OF_UNEXPECTED, 8),
)
READOUTS: Final = (
    Action("hold-it", ("f",), "freeze", "Keep the read-out as it stands today: numbers and verdicts",
           ("readout",), OF_READOUTS, 2),
    Action("carry-on", ("o",), "carry on", "Take what is left open over into the next release",
           ("readout",), OF_READOUTS, 4),
)
# fmt: on
