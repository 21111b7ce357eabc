"""Everything a person can do with a key, as data.

One list, `ACTIONS`, feeds the footer, the help screen, the palette, the keymap check, `successbook keys` and
the table in the documentation. Nothing here imports Textual; `dispatch` binds the keys and runs the actions.

An action belongs to *scopes*: ``everywhere`` (the app), the name of a screen (``shelf``, ``page``), or of a
part of one (``record``, ``editor``, ``list``). The same key may mean different things in different scopes; a
screen may shadow a key that works everywhere, and the footer then shows it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = [
    "ACTIONS",
    "SCOPES",
    "Action",
    "KeyRow",
    "action",
    "in_scope",
    "keys_table",
    "shown_key",
    "shown_keys",
]

SCOPES: dict[str, str] = {
    "everywhere": "Everywhere",
    "list": "In every list",
    "shelf": "Shelf of plans",
    "interview": "Ten questions",
    "page": "1 Page",
    "goals": "2 Goals",
    "record": "Record, right of the outline",
    "release": "3 Release",
    "uat": "4 UAT",
    "cells": "In a table with cells",
    "matrix": "4 UAT, cases and testers",
    "verdict": "4 UAT, the verdict",
    "run": "A tester's run",
    "incoming": "Sheets that come back",
    "columns": "Columns of a file that comes back",
    "reflect": "5 Reflect",
    "history": "6 History",
    "trace": "Trace",
    "purpose": "Purpose and spotlight",
    "chart": "Chart",
    "ready": "Can we ship?",
    "grid": "Who has heard what",
    "marking": "Who has heard what, in the list",
    "tracking": "Tracking, as a table",
    "calendar": "Calendar",
    "filling": "A few lines to fill in",
    "board": "The board",
    "board-screen": "The board, full screen",
    "boards": "Sessions over time",
    "taking": "What others may see",
    "picking": "What others may see, in the list",
    "capturing": "Writing down a win or a lesson",
    "session": "Session",
    "session-line": "Session, while you write",
    "session-arriving": "Session, arriving",
    "session-lines": "Session, a page of lines",
    "session-ahead": "Session, what is next",
    "session-sharing": "Session, who sees this",
    "counting": "Does that count?",
    "launch": "A release today",
    "unexpected": "Something unexpected",
    "readout": "Read-out",
    "asking": "A few questions",
    "thanks": "Who made this possible?",
    "editor": "While you write",
    "reading": "Writing down a number",
    "revising": "Revising a metric",
    "revision": "Writing a revision",
    "hanging": "Choosing what to hang under",
    "filtering": "Filtering the outline",
    "finding": "Finding",
    "choosing": "Choosing",
    "naming": "Naming a folder",
    "themes": "Choosing a theme",
    "help": "Help",
}
"""The scopes, in the order in which help and documentation list them, with the words for them."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do.

    Args:
        id: stable name, words joined by ``-``; keymaps use it, and `do_<id>` (with ``_``) carries it out.
        keys: default keys, Textual's names or single characters, the one to show first.
        label: one to three words for the footer.
        help: one sentence for help and palette.
        where: scopes in which it works.
        group: heading in the help screen.
        footer: place in the footer, 1 is first; 0 leaves it out.
        refines: id of the general action that this one is another name for (Enter in a list is ``choose``;
            a screen calls it "open"). The pair is not a clash.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    where: tuple[str, ...]
    group: str
    footer: int = 0
    refines: str = ""


_ANY = ("everywhere",)
_SITTING = ("everywhere", "session")
_LIST = ("list",)
_LISTS = ("list", "cells")
_MATRIX = ("matrix",)
_RUN = ("run",)
_TESTING = "Acceptance tests"
_TREE = ("goals",)
_OUTLINES = ("goals", "release", "uat", "reflect")
_RECORDS = ("page", "goals", "record", "release", "uat")
_CARDS = ("trace", "purpose")
_PICTURES = ("ready", "grid", "tracking", "calendar", "launch", "readout")
_FIELD = ("editor", "interview", "record", "unexpected")
_DIALOGUES = ("choosing", "finding", "naming")
_BOARDS = ("board-screen", "boards", "taking")
_TYPING = "While you write"
_TEN = "Ten questions"
_LAUNCH = "A release today"
_UNEXPECTED = "Something unexpected"
_READOUTS = "Read-outs"
_SESSION = "Session"
_BOARD = "The board"

# fmt: off
ACTIONS: tuple[Action, ...] = (
    # Screens
    Action("page", ("1",), "page", "The plan on a page", _ANY, "Screens"),
    Action("goals", ("2",), "goals",
           "The outline of the plan, and the record under the cursor", _ANY, "Screens"),
    Action("release", ("3",), "release", "The releases of the plan", _ANY, "Screens"),
    Action("uat", ("4",), "UAT", "The acceptance tests, and what their testers saw", _ANY, "Screens"),
    Action("reflect", ("5",), "reflect", "Your own notebook: what counts as success", _ANY, "Screens"),
    Action("history", ("6",), "history", "What changed since you opened the plan", _ANY, "Screens"),
    Action("shelf", ("0",), "shelf", "Your plans: open another, start a new one", _ANY, "Screens"),
    Action("missing", ("I",), "gaps",
           "Ask what is missing from the record under the cursor downwards, a question a page",
           ("page", "goals", "record"), "Screens", 4),
    Action("interview", ("i",), "ten questions",
           "Ten questions that make a useful plan", _ANY, "Screens", 60),
    # Plans
    Action("open", ("enter",), "open", "Open the plan under the cursor", ("shelf",), "Plans", 1, "choose"),
    Action("new-plan", ("n",), "new plan", "Start a plan with ten questions", ("shelf",), "Plans", 2),
    Action("new-notebook", ("N",), "new notebook",
           "Begin a notebook: your own, about a coachee, or a team's", ("shelf",), "Plans", 5),
    Action("demo", ("d",), "demo", "Look around in a sample plan, in a scratch copy", ("shelf",), "Plans", 3),
    Action("open-folder", ("o",), "open a folder", "Open a plan from any folder", ("shelf",), "Plans", 4),
    # Writing
    Action("go-there", ("enter",), "go there",
           "Go to what the line is about", ("page", "history", *_CARDS, *_PICTURES), "Moving", 1, "choose"),
    Action("edit", ("enter",), "write",
           "Write in the field under the cursor", ("record",), "Writing", 1, "choose"),
    Action("write", ("enter",), "write",
           "Go to the record and write", _OUTLINES, "Writing", 1, "choose"),
    Action("add", ("a",), "add", "Add a record beside this one", (*_OUTLINES, "record"), "Writing", 2),
    Action("add-below", ("A",), "add below",
           "Add a record that serves this one, or is a part of it", _OUTLINES, "Writing", 3),
    Action("delete", ("d",), "delete",
           "Delete the record, or empty the field", ("record", *_OUTLINES), "Writing", 5),
    Action("move-down", ("J",), "move down", "Move the record one place down", _OUTLINES, "Writing", 21),
    Action("move-up", ("K",), "move up", "Move the record one place up", _OUTLINES, "Writing", 22),
    Action("outdent", ("H",), "outdent", "Hang the record one level higher", _TREE, "Writing", 23),
    Action("indent", ("L",), "indent", "Hang the record under the one above it", _TREE, "Writing", 24),
    Action("reading", ("r",), "reading",
           "Write down a new number of the metric under the cursor, or of one to choose",
           (*_RECORDS, "history", "chart", "launch", "readout"), "Writing", 4),
    Action("revise", ("n",), "revise",
           "A new target, baseline or definition of a metric, and why; what it was is kept",
           ("page", "goals", "record", "readout"), "Writing", 7),
    Action("evidence", ("E",), "evidence",
           "Add what was seen in data or heard from people", ("goals", "record"), "Writing", 13),
    Action("revise-this", ("enter",), "revise", "Revise what is under the cursor, and say why",
           ("revising",), "Writing", 1, "choose"),
    Action("hang", ("M",), "hang under",
           "Choose what the record hangs under, and see what it would serve then", _TREE, "Writing", 6),
    Action("also-under", ("tab",), "also under", "Let it hang there as well, or no longer",
           ("hanging",), "Writing", 3),
    Action("hang-here", ("enter",), "hang here", "Let it hang under the line under the cursor",
           ("hanging",), "Writing", 1),
    Action("take-back", ("x",), "take back",
           "Take back only this change; what came later stays", ("history",), "Writing", 2),
    Action("save-again", ("S",), "save again",
           "Try again to write what could not be written", _SITTING, "Writing"),
    Action("take-from-disk", ("R",), "take from disk",
           "Take over what is on the disk, as one change", _SITTING, "Writing"),
    Action("external", ("e",), "editor",
           "Write this field in your own editor ($EDITOR)", ("record",), "Writing", 12),
    Action("undo", ("u",), "undo", "Take the last change back", (*_SITTING, *_PICTURES, "run"), "Writing", 40),
    Action("redo", ("U",), "redo", "Do again what was taken back", (*_SITTING, *_PICTURES, "run"), "Writing",
           41),
    # Before a launch
    Action("decide", ("o",), "decide",
           "At a gate go or no-go, in a schedule going on or staying, with name, day and reason",
           ("release", "record", "ready", "calendar"), "Writing", 4),
    Action("freeze", ("f",), "freeze",
           "Freeze the benchmark under the cursor, or all of the release; a later change asks why",
           ("release", "record", "ready"), "Writing", 8),
    Action("other-panel", ("tab",), "other panel", "Go to the other panel", ("ready",), "Moving", 3),
    Action("calendar", ("C",), "calendar",
           "What the next weeks bring, day by day", ("page", "release", "record", "ready"), "Looking", 33),
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
    # Looking
    Action("copy", ("c",), "copy as Markdown", "Copy what is shown as Markdown",
           ("page", *_CARDS, *_PICTURES, "chart", *_BOARDS), "Looking", 5),
    Action("trace", ("t",), "trace",
           "Up to the mission, down to what shows that it works", _RECORDS, "Looking", 31),
    Action("purpose", ("p",), "purpose",
           "Why an initiative is built, and for whom; which work a metric keeps", _RECORDS, "Looking", 32),
    Action("view", ("v",), "view", "The picture of what is under the cursor: of a metric its chart",
           (*_RECORDS, "reflect", "ready", "launch"), "Looking", 9),
    Action("back", ("backspace",), "back", "Back to where you were before the jump",
           (*_RECORDS, "history", "reflect"), "Looking", 6),
    Action("put-off", ("o",), "put off",
           "Do not show this for a week, or until a day", ("page",), "Looking", 12),
    Action("put-back", ("O",), "show again", "Show again what was put off", ("page",), "Looking", 13),
    Action("filter", ("/",), "filter",
           "Show only the lines with some words; / once more finds anything in the plan", _TREE,
           "Looking", 29, "find"),
    Action("show-all", ("escape",), "show all", "Show all lines again", _TREE, "Looking", 7),
    Action("filter-keep", ("enter",), "to the lines", "Go to the lines that are left",
           ("filtering",), "Looking", 1),
    Action("filter-clear", ("escape",), "show all", "Show all lines again", ("filtering",), "Looking", 2),
    Action("more", ("m",), "more", "Show the fields that are folded away", ("record",), "Looking", 6),
    Action("fold", ("left", "h"), "fold", "Fold what hangs below, or go to the parent", _OUTLINES, "Moving"),
    Action("unfold", ("right", "l"), "unfold", "Unfold what hangs below, or go into it", _OUTLINES, "Moving"),
    Action("to-record", ("tab",), "to the record", "Go to the record on the right", _OUTLINES, "Moving", 8),
    Action("to-outline", ("escape", "tab"), "to the outline",
           "Back to the outline", ("record",), "Moving", 8),
    Action("find", ("/",), "find", "Find anything in the plan by its words", _ANY, "Looking", 30),
    Action("jump", ("g",), "jump", "Go to a record by the first letters of its title", _ANY, "Looking"),
    Action("erase", ("X",), "erase for good",
           "Erase from the notebook, its files and the undo, after a word that confirms it",
           ("reflect",), "Writing", 45),
    # A line in five seconds
    Action("capture", ("w",), "win",
           "Write down a win or a lesson; it waits for your next session", _ANY, "Writing", 38),
    Action("keep-note", ("enter",), "keep", "Keep the line", ("capturing",), "Writing", 1),
    Action("next-kind", ("tab", "down"), "another kind",
           "Win, lesson, praise, obstacle, experiment, observation", ("capturing",), "Writing", 2),
    Action("kind-before", ("shift+tab", "up"), "kind before", "The kind before", ("capturing",), "Writing"),
    Action("leave-note", ("escape",), "back", "Close without a line", ("capturing",), "Writing", 3),
    # The board
    Action("board-left", ("left", "h"), "left", "The facet at the left", ("board",), _BOARD),
    Action("board-right", ("right", "l"), "right", "The facet at the right", ("board",), _BOARD),
    Action("board-up", ("up", "k"), "up", "The facet above", ("board",), _BOARD),
    Action("board-down", ("down", "j"), "down", "The facet below", ("board",), _BOARD),
    Action("open-sector", ("enter",), "its lines", "Go to the lines of this facet", ("board",), _BOARD, 1),
    Action("add-line", ("a",), "write a line", "Write a line into this facet", ("board-screen",), _BOARD, 2),
    Action("go-to-line", ("enter",), "go there",
           "Go to the line in the notebook", ("board-screen", "boards"), _BOARD, 1, "choose"),
    Action("over-time", ("o",), "over time",
           "All sessions beside each other: what moved, where nobody has looked yet",
           ("board-screen",), _BOARD, 3),
    Action("earlier", ("left", "h"), "earlier", "Boards of earlier sessions", ("boards",), _BOARD, 3),
    Action("later", ("right", "l"), "later", "Boards of later sessions", ("boards",), _BOARD, 4),
    Action("take-away", ("s",), "share",
           "Pick lines one by one, and write them to a page for others", ("board-screen",), _BOARD, 4),
    Action("pick-line", ("space",), "pick", "Pick the line under the cursor, or no longer", ("picking",), _BOARD, 1),
    Action("write-page", ("enter",), "write the page", "Write what was picked to a file", ("taking",), _BOARD, 2, "choose"),
    Action("picked-only", ("tab",), "preview", "Read the page as others will see it", ("taking",), _BOARD, 3),
    # Moving in a list
    Action("up", ("up", "k"), "up", "One line up", _LISTS, "Moving"),
    Action("down", ("down", "j"), "down", "One line down", _LISTS, "Moving"),
    Action("page-up", ("pageup",), "page up", "One page up", _LISTS, "Moving"),
    Action("page-down", ("pagedown", "space"), "page down", "One page down", _LIST, "Moving"),
    Action("page-on", ("pagedown",), "page down", "One page down", ("cells",), "Moving"),
    Action("first", ("home",), "first", "The first line", _LISTS, "Moving"),
    Action("last", ("end",), "last", "The last line", _LISTS, "Moving"),
    Action("cell-left", ("left", "h"), "cell to the left", "One cell to the left", ("cells",), "Moving"),
    Action("cell-right", ("right", "l"), "cell to the right", "One cell to the right", ("cells",), "Moving"),
    Action("choose", ("enter",), "choose", "Choose the line under the cursor", _LIST, "Moving"),
    # Acceptance tests
    Action("run-case", ("enter",), "run",
           "Start or resume the run of this tester at this case; write in the field, among fields",
           _MATRIX, _TESTING, 1),
    Action("to-verdict", ("tab",), "verdict", "Go to the verdict, or to the record, on the right",
           _MATRIX, _TESTING, 3),
    Action("to-tests", ("escape",), "outline",
           "Drop filter and marks; if there are none, go to the outline of the test", _MATRIX, _TESTING, 33),
    Action("other-round", ("o",), "other round", "Look at one round, or at what counts of all",
           _MATRIX, _TESTING, 10),
    Action("retest", ("x",), "retest", "Run the cases whose defects are fixed and not tried since",
           _MATRIX, _TESTING, 6),
    Action("no-show", ("n",), "did not come", "Note that this tester did not come to this round",
           _MATRIX, _TESTING, 12),
    Action("sign", ("y",), "sign", "Sign what was tested, exactly as it is now",
           ("matrix", "verdict"), _TESTING, 7),
    Action("waive", ("W",), "waive", "Let the marked cases, or this one, count without passing",
           _MATRIX, _TESTING, 13),
    Action("filter-cases", ("/",), "filter",
           "Show only cases with some words: of title, section, tag, result, tester", _MATRIX, _TESTING, 14,
           "find"),
    Action("sort-cases", ("s",), "sort", "Choose in which order the cases stand", _MATRIX, _TESTING, 15),
    Action("mark-case", ("space",), "mark", "Mark the case for a change of several", _MATRIX, _TESTING, 16),
    Action("mark-all-cases", ("M",), "mark all", "Mark all cases that are shown, or none", _MATRIX, _TESTING),
    Action("change-marked", ("b",), "change marked",
           "Change one thing of all marked cases, or of this one", _MATRIX, _TESTING, 17),
    Action("duplicate", ("D",), "duplicate", "Add a copy of the case below it", _MATRIX, _TESTING, 18),
    Action("go-to-cause", ("enter",), "go there", "Go to what the line is about",
           ("verdict",), _TESTING, 1, "choose"),
    Action("to-matrix", ("escape", "tab"), "to the cases", "Back to the cases", ("verdict",), _TESTING, 3),
    Action("give-sheets", ("G",), "give sheets",
           "Give testers their sheets: a handout to print and a CSV file to fill in, for each of them",
           ("uat",), _TESTING, 17),
    Action("take-sheets", ("B",), "sheets back",
           "Take sheets back, or cases of another tool: a preview first, then one change",
           ("uat",), _TESTING, 18),
    Action("take-over", ("enter",), "take over", "Take over what is new and what has changed, as one change",
           ("incoming",), _TESTING, 1, "choose"),
    Action("add-missing", ("a",), "add the missing",
           "Add the testers and rounds that the files name and the plan does not have",
           ("incoming",), _TESTING, 3),
    Action("map-columns", ("c",), "columns", "Say what the columns of the file are; it is kept",
           ("incoming",), _TESTING, 4),
    Action("map-word", ("w",), "this word", "Say what the word that is not known means; it is kept",
           ("incoming",), _TESTING, 5),
    Action("choose-field", ("enter",), "what is it?", "Say what this column is",
           ("columns",), _TESTING, 1, "choose"),
    # A run
    Action("passed", ("p",), "passed", "It did what is expected", _RUN, _TESTING, 2),
    Action("passed-with-note", ("n",), "passed, but", "It passed, and there is something to say",
           _RUN, _TESTING, 3),
    Action("failed", ("f",), "failed", "It did something else", _RUN, _TESTING, 4),
    Action("blocked", ("b",), "blocked", "You could not go on", _RUN, _TESTING, 5),
    Action("not-observed", ("o",), "could not tell", "You tried, and could not see whether it passes",
           _RUN, _TESTING, 8),
    Action("not-applicable", ("a",), "not for me", "This case does not apply to this tester",
           _RUN, _TESTING, 9),
    Action("write-note", ("w",), "note", "Write what you saw", _RUN, _TESTING, 7),
    Action("report-defect", ("d",), "defect", "Report what does not work", _RUN, _TESTING, 6),
    Action("clear-result", ("x",), "clear", "Take the result of this case away", _RUN, _TESTING, 12),
    Action("next-case", ("right", "l", "tab"), "next", "The next case", _RUN, _TESTING, 10),
    Action("case-before", ("left", "h", "shift+tab"), "back", "The case before", _RUN, _TESTING, 11),
    Action("end-run", ("escape", "q"), "stop", "Stop here; all is kept, and you can go on later",
           _RUN, _TESTING, 1),
    # While writing
    Action("keep", ("enter",), "keep", "Leave the field; a new line in prose",
           ("editor",), _TYPING, 1, "choose"),
    Action("leave", ("escape",), "done", "Leave the field; what you wrote is kept", ("editor",), _TYPING, 2),
    Action("next-field", ("tab",), "next field",
           "Leave the field and go on", ("editor", "interview"), _TYPING, 4),
    Action("previous-field", ("shift+tab",), "field before",
           "Leave the field and go back", ("editor", "interview"), _TYPING),
    Action("example", ("f1",), "example", "An example that works and one that fails", _FIELD, _TYPING, 5),
    Action("not-known", ("f3",), "don't know yet",
           "Say that you don't know yet; it is kept", _FIELD, _TYPING, 3),
    # A release today
    Action("go-on", ("g",), "go on", "Go on to the next stage: who decides, and why",
           ("launch",), _LAUNCH, 1),
    Action("pause", ("p",), "pause", "Pause the rollout", ("launch",), _LAUNCH, 1),
    Action("go-back", ("b",), "go back", "Go back to an earlier stage, or turn it off",
           ("launch",), _LAUNCH, 2),
    Action("start-again", ("s",), "start again", "Start again after a pause or a hold",
           ("launch",), _LAUNCH, 1),
    Action("unexpected", ("x",), "unexpected", "Write down something unexpected", ("launch",), _LAUNCH, 1),
    Action("hold", ("h",), "hold",
           "Hold the stage until a day, for a reason that may lie outside the software",
           ("launch",), _LAUNCH, 8),
    Action("in-spite-of", ("o",), "in spite of", "Stay in spite of a limit that is passed: who, and why",
           ("launch",), _LAUNCH, 9),
    Action("thank", ("y",), "thank", "Who made this possible? Names and praise", ("launch",), _LAUNCH, 10),
    Action("look-back", ("l",), "look back", "The read-out that comes next, or the last one",
           ("launch",), _LAUNCH, 11),
    Action("next-pane", ("tab",), "next list", "Go to the next list", ("launch",), "Moving", 12),
    Action("next-name", ("f2",), "next name", "Take the next name of the plan that was not thanked yet",
           ("thanks",), _LAUNCH, 3),
    # Something unexpected
    Action("react", ("f5",), "decide", "Fix forward, pause, roll back, monitor, accept: who, and why",
           ("unexpected",), _UNEXPECTED, 1),
    Action("moment", ("f2",), "moment", "Write what happened into the timeline, with the time",
           ("unexpected",), _UNEXPECTED, 2),
    Action("action-item", ("f6",), "to do", "Something to do about it: who, until when, under which number",
           ("unexpected",), _UNEXPECTED, 3),
    Action("close-it", ("f7",), "close it", "It is over: what stays wrong?", ("unexpected",), _UNEXPECTED, 3),
    Action("links", ("f8",), "concerns", "Which KPI, stage, test case or defect it concerns",
           ("unexpected",), _UNEXPECTED, 7),
    Action("whole-record", ("f9",), "all fields", "Everything about it, field by field",
           ("unexpected",), _UNEXPECTED, 8),
    # Read-outs
    Action("hold-it", ("f",), "freeze", "Keep the read-out as it stands today: numbers and verdicts",
           ("readout",), _READOUTS, 2),
    Action("carry-on", ("o",), "carry on", "Take what is left open over into the next release",
           ("readout",), _READOUTS, 4),
    # Ten questions
    Action("next-question", ("enter",), "next",
           "Keep the answer and go on", ("interview",), _TEN, 1, "choose"),
    Action("question-before", ("f2",), "back", "Go back one question", ("interview",), _TEN, 2),
    Action("stop", ("escape",), "stop here", "Stop here; every answer is kept", ("interview",), _TEN, 7),
    Action("new-line", ("f4", "ctrl+j"), "new line",
           "Begin a new line; Enter goes on to the next question",
           ("interview", "asking", "unexpected"), _TEN, 6),
    # A session
    Action("session", ("s",), "session",
           "Begin a session: how do you define success, wide enough to see it; or go on with one",
           ("reflect", "shelf"), _SESSION, 2),
    Action("keep-line", ("enter",), "keep the line",
           "Keep the line; on an empty line go on", ("session-line",), _SESSION, 1),
    Action("to-lines", ("escape", "up", "down", "tab"), "commands",
           "Leave the line: letters are commands, the arrows move", ("session-line",), _SESSION, 2),
    Action("session-take", ("enter",), "take", "What the line under the cursor offers: dig into a facet, "
           "count it in, say it in other words", ("session",), _SESSION, 1),
    Action("write-line", ("a",), "new line", "Back to writing", ("session",), _SESSION, 2),
    Action("line-before", ("up",), "up", "One line up", ("session",), _SESSION),
    Action("line-after", ("down",), "down", "One line down", ("session",), _SESSION),
    Action("line-example", ("e",), "example",
           "What shows it? A line with an example is shown", ("session-lines",), _SESSION, 3),
    Action("line-facet", ("f",), "facet", "Under which facet it belongs", ("session-lines",), _SESSION, 6),
    Action("line-kind", ("k",), "kind", "A win, a lesson, an experiment, praise, an obstacle, an observation",
           ("session-lines",), _SESSION, 7),
    Action("line-counts", ("d",), "does that count?",
           "Ask whether it counts: yes, no, or thinking", ("session-lines",), _SESSION, 5),
    Action("line-also", ("o",), "other dimensions",
           "For whom else it counts", ("session-lines",), _SESSION, 9),
    Action("line-details", ("n",), "more about it",
           "What this page asks about a line: before and now, direction and amount",
           ("session-lines",), _SESSION, 4),
    Action("line-quote", ("i",), "in their words",
           "What somebody said, and who", ("session-lines",), _SESSION, 10),
    Action("line-seen", ("t",), "seen on",
           "The day on which it was seen; hindsight counts fully", ("session-lines",), _SESSION, 11),
    Action("line-matters", ("m",), "matters most",
           "This facet matters most in this period, or no longer", ("session-lines",), _SESSION, 8),
    Action("line-remove", ("x",), "delete",
           "Delete the line under the cursor; u brings it back",
           ("session-lines", "session-ahead"), _SESSION, 12),
    Action("action-done", ("d",), "done", "It is done", ("session-arriving",), _SESSION, 3),
    Action("action-carried", ("c",), "carried on",
           "It goes on; at the end it gets a new day", ("session-arriving",), _SESSION, 4),
    Action("action-dropped", ("x",), "dropped", "It was dropped", ("session-arriving",), _SESSION, 5),
    Action("by-when", ("t",), "by when", "By when it shall be done", ("session-ahead",), _SESSION, 5),
    Action("pick-lines", ("p",), "pick what others see",
           "Pick lines one by one, and write them to a page for others", ("session-sharing",), _SESSION, 3),
    Action("page-after", ("s",), "skip", "Go on to the next page", ("session",), _SESSION, 20),
    Action("page-before", ("b",), "back", "Back to the page before", ("session",), _SESSION, 21),
    Action("session-record", ("tab",), "all about it",
           "Everything that can be said of the line under the cursor", ("session",), _SESSION, 22),
    Action("session-view", ("v",), "view the board", "The board, full screen", ("session",), _SESSION, 23),
    Action("session-stop", ("q",), "stop here",
           "Stop here; everything is kept, and it goes on at this page", ("session",), _SESSION, 24),
    Action("counts-yes", ("y",), "yes", "It counts", ("counting",), _SESSION, 1),
    Action("counts-no", ("n",), "no", "It does not count, and stays", ("counting",), _SESSION, 2),
    Action("counts-thinking", ("t",), "thinking", "Not decided yet", ("counting",), _SESSION, 3),
    # The app
    Action("commands", (":", "ctrl+p"), "commands", "Everything you can do, by name", _ANY, "App", 50),
    Action("theme", ("T",), "theme", "Choose how it looks", _ANY, "App"),
    Action("keep-theme", ("enter",), "keep", "Keep this theme", ("themes",), "App", 1, "choose"),
    Action("take", ("enter",), "choose", "Take the line under the cursor", _DIALOGUES, "App", 1, "choose"),
    Action("close", ("escape", "q"), "back", "Close this and go back",
           ("revising", "hanging", "incoming", "columns", *_DIALOGUES, *_CARDS, *_PICTURES, "chart", *_BOARDS,
            "counting",
            "themes", "help"), "App", 2),
    Action("help", ("?",), "help", "Every key that works here", (*_SITTING, *_PICTURES), "App", 90),
    Action("quit", ("q",), "quit", "Leave; everything is saved", _ANY, "App", 99),
)
# fmt: on
"""All actions. A later screen adds a scope above and its lines here."""

_BY_ID: dict[str, Action] = {each.id: each for each in ACTIONS}
_NAMES = {
    "enter": "Enter", "escape": "Esc", "tab": "Tab", "space": "Space", "backspace": "Backspace",
    "up": "↑", "down": "↓", "left": "←", "right": "→",
    "pageup": "PgUp", "pagedown": "PgDn", "home": "Home", "end": "End", "delete": "Del", "insert": "Ins",
}  # fmt: skip


def action(action_id: str) -> Action:
    """The action of that id.

    Raises:
        KeyError: there is none.
    """
    return _BY_ID[action_id]


def in_scope(scope: str) -> tuple[Action, ...]:
    """The actions of one scope, as listed."""
    return tuple(each for each in ACTIONS if scope in each.where)


def shown_key(key: str) -> str:
    """A key as people know it: ``escape`` is "Esc", ``ctrl+p`` is "Ctrl+P", ``f1`` is "F1"."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    if len(last) > 1:
        last = _NAMES.get(last, last.upper() if last[1:].isdigit() else last.capitalize())
    elif modifiers:
        last = last.upper()
    return "+".join([*(each.capitalize() for each in modifiers), last])


def shown_keys(keys: Iterable[str]) -> str:
    """Several keys for one action: "↑ k"."""
    return " ".join(shown_key(key) for key in keys)


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A line of the table of keys: ready to print."""

    where: str
    keys: str
    label: str
    help: str
    id: str


def keys_table(keymap: dict[str, tuple[str, ...]] | None = None) -> list[KeyRow]:
    """Every action in every scope, in reading order; for `successbook keys`, the help screen and the docs.

    Args:
        keymap: keys that replace the defaults, by action id (see `keymap.read_keymap`).
    """
    changed = keymap or {}
    return [
        KeyRow(words, shown_keys(changed.get(each.id, each.keys)), each.label, each.help, each.id)
        for scope, words in SCOPES.items()
        for each in in_scope(scope)
    ]
