"""Where actions work, and the headings under which help lists them."""

from __future__ import annotations

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
    "wrong": "What is wrong with the files",
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
    "filtering": "Filtering lines and cases",
    "finding": "Finding",
    "choosing": "Choosing",
    "naming": "Naming a folder",
    "themes": "Choosing a theme",
    "help": "Help",
}
"""The scopes, in the order in which help and documentation list them, with the words for them."""

# Scopes that several actions share.
IN_ANY = ("everywhere",)
IN_SITTING = ("everywhere", "session")
IN_LIST = ("list",)
IN_LISTS = ("list", "cells")
IN_MATRIX = ("matrix",)
IN_RUN = ("run",)
IN_TREE = ("goals",)
IN_OUTLINES = ("goals", "release", "uat", "reflect")
IN_RECORDS = ("page", "goals", "record", "release", "uat")
IN_CARDS = ("trace", "purpose")
IN_PICTURES = ("ready", "grid", "tracking", "calendar", "launch", "readout", "wrong")
IN_FIELD = ("editor", "interview", "record", "unexpected")
IN_DIALOGUES = ("choosing", "finding", "naming")
IN_BOARDS = ("board-screen", "boards", "taking")
IN_UNDOING = (*IN_SITTING, *IN_PICTURES, "run", "revising", "board-screen")
IN_OVERLAYS = (*IN_CARDS, *IN_PICTURES, "chart", "revising", *IN_BOARDS)
IN_ROOMS = ("everywhere", *IN_CARDS, *IN_PICTURES, "chart", "revising", "board-screen", "boards")

# Headings of the help screen.
OF_TESTING = "Acceptance tests"
OF_TYPING = "While you write"
OF_TEN = "Ten questions"
OF_LAUNCH = "A release today"
OF_UNEXPECTED = "Something unexpected"
OF_READOUTS = "Read-outs"
OF_SESSION = "Session"
OF_BOARD = "The board"
