"""What can be done in notebooks, on the board, and in a session."""

from __future__ import annotations

from typing import Final

from successbook.tui.actions.action import Action
from successbook.tui.actions.scopes import IN_OVERLAYS, IN_SITTING, OF_BOARD, OF_SESSION

# fmt: off
CAPTURE: Final = (
    Action("capture", ("w",), "win",
           "Write down a win or a lesson; it waits for your next session",
           (*IN_SITTING, *IN_OVERLAYS), "Writing", 44),
    Action("keep-note", ("enter",), "keep", "Keep the line", ("capturing",), "Writing", 1),
    Action("next-kind", ("tab", "down"), "another kind",
           "Win, lesson, praise, obstacle, experiment, observation", ("capturing",), "Writing", 2),
    Action("kind-before", ("shift+tab", "up"), "kind before", "The kind before", ("capturing",), "Writing"),
    Action("leave-note", ("escape",), "back", "Close without a line", ("capturing",), "Writing", 3),
)
BOARDS: Final = (
    Action("board-left", ("left", "h"), "left", "The facet at the left", ("board",), OF_BOARD),
    Action("board-right", ("right", "l"), "right", "The facet at the right", ("board",), OF_BOARD),
    Action("board-up", ("up", "k"), "up", "The facet above", ("board",), OF_BOARD),
    Action("board-down", ("down", "j"), "down", "The facet below", ("board",), OF_BOARD),
    Action("open-sector", ("enter",), "its lines", "Go to the lines of this facet", ("board",), OF_BOARD, 1),
    Action("add-line", ("a",), "write a line",
           "Write a line into this facet", ("board-screen",), OF_BOARD, 2),
    Action("go-to-line", ("enter",), "go there",
           "Go to the line in the notebook", ("board-screen", "boards"), OF_BOARD, 1, "choose"),
    Action("over-time", ("o",), "over time",
           "All sessions beside each other: what moved, where nobody has looked yet",
           ("board-screen",), OF_BOARD, 3),
    Action("earlier", ("left", "h"), "earlier", "Boards of earlier sessions", ("boards",), OF_BOARD, 3),
    Action("later", ("right", "l"), "later", "Boards of later sessions", ("boards",), OF_BOARD, 4),
    Action("take-away", ("s", "c"), "share",
           "Pick lines one by one, and copy them or write them to a page for others",
           ("board-screen", "boards"), OF_BOARD, 4),
    Action("pick-line", ("space",), "pick",
           "Pick the line under the cursor, or no longer", ("picking",), OF_BOARD, 1),
    Action("write-page", ("enter",), "write the page",
           "Write what was picked to a file", ("taking",), OF_BOARD, 2, "choose"),
    Action("picked-only", ("tab",), "preview",
           "Read the page as others will see it", ("taking",), OF_BOARD, 3),
)
SESSIONS: Final = (
    Action("session", ("s",), "session",
           "Begin a session: how do you define success, wide enough to see it; or go on with one",
           ("reflect", "shelf"), OF_SESSION, 2),
    Action("keep-line", ("enter",), "keep the line",
           "Keep the line; on an empty line go on", ("session-line",), OF_SESSION, 1),
    Action("to-lines", ("escape", "up", "down", "tab"), "commands",
           "Leave the line: letters are commands, the arrows move", ("session-line",), OF_SESSION, 2),
    Action("session-take", ("enter",), "take", "What the line under the cursor offers: dig into a facet, "
           "count it in, say it in other words", ("session",), OF_SESSION, 1),
    Action("write-line", ("a",), "new line", "Back to writing", ("session",), OF_SESSION, 2),
    Action("line-before", ("up",), "up", "One line up", ("session",), OF_SESSION),
    Action("line-after", ("down",), "down", "One line down", ("session",), OF_SESSION),
    Action("line-example", ("e",), "example",
           "What shows it? A line with an example is shown", ("session-lines",), OF_SESSION, 3),
    Action("line-facet", ("f",), "facet", "Under which facet it belongs", ("session-lines",), OF_SESSION, 6),
    Action("line-kind", ("k",), "kind", "A win, a lesson, an experiment, praise, an obstacle, an observation",
           ("session-lines",), OF_SESSION, 7),
    Action("line-counts", ("d",), "does that count?",
           "Ask whether it counts: yes, no, or thinking", ("session-lines",), OF_SESSION, 5),
    Action("line-also", ("o",), "other dimensions",
           "For whom else it counts", ("session-lines",), OF_SESSION, 9),
    Action("line-details", ("n",), "more about it",
           "What this page asks about a line: before and now, direction and amount",
           ("session-lines",), OF_SESSION, 4),
    Action("line-quote", ("i",), "in their words",
           "What somebody said, and who", ("session-lines",), OF_SESSION, 10),
    Action("line-seen", ("t",), "seen on",
           "The day on which it was seen; hindsight counts fully", ("session-lines",), OF_SESSION, 11),
    Action("line-matters", ("m",), "matters most",
           "This facet matters most in this period, or no longer", ("session-lines",), OF_SESSION, 8),
    Action("line-remove", ("x",), "delete",
           "Delete the line under the cursor; u brings it back",
           ("session-lines", "session-ahead"), OF_SESSION, 12),
    Action("action-done", ("d",), "done", "It is done", ("session-arriving",), OF_SESSION, 3),
    Action("action-carried", ("c",), "carried on",
           "It goes on; at the end it gets a new day", ("session-arriving",), OF_SESSION, 4),
    Action("action-dropped", ("x",), "dropped", "It was dropped", ("session-arriving",), OF_SESSION, 5),
    Action("by-when", ("t",), "by when", "By when it shall be done", ("session-ahead",), OF_SESSION, 5),
    Action("pick-lines", ("p",), "pick what others see",
           "Pick lines one by one, and write them to a page for others", ("session-sharing",), OF_SESSION, 3),
    Action("page-after", ("s",), "skip", "Go on to the next page", ("session",), OF_SESSION, 20),
    Action("page-before", ("b",), "back", "Back to the page before", ("session",), OF_SESSION, 21),
    Action("session-record", ("tab",), "all about it",
           "Everything that can be said of the line under the cursor; where there is none, of the session: "
           "its theme, its limit", ("session",), OF_SESSION, 22),
    Action("session-view", ("v",), "view the board", "The board, full screen", ("session",), OF_SESSION, 23),
    Action("session-stop", ("q",), "stop here",
           "Stop here; everything is kept, and it goes on at this page", ("session",), OF_SESSION, 24),
    Action("counts-yes", ("y",), "yes", "It counts", ("counting",), OF_SESSION, 1),
    Action("counts-no", ("n",), "no", "It does not count, and stays", ("counting",), OF_SESSION, 2),
    Action("counts-thinking", ("t",), "thinking", "Not decided yet", ("counting",), OF_SESSION, 2),
)
# fmt: on
