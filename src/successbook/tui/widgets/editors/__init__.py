"""The controls for one field being edited, all with one interface: a value in, `Done` out."""

from successbook.tui.widgets.editors.base import Editor, Leave, Unsure
from successbook.tui.widgets.editors.card import EditorCard
from successbook.tui.widgets.editors.change import TargetValueEditor
from successbook.tui.widgets.editors.line import (
    DateEditor,
    LineEditor,
    MeasuredEditor,
    NumberEditor,
    TimeEditor,
)
from successbook.tui.widgets.editors.pick import Candidate, ChoiceEditor, ReferencesEditor
from successbook.tui.widgets.editors.prose import LinesEditor, ProseEditor

__all__ = [
    "Candidate",
    "ChoiceEditor",
    "DateEditor",
    "Editor",
    "EditorCard",
    "Leave",
    "LineEditor",
    "LinesEditor",
    "MeasuredEditor",
    "NumberEditor",
    "ProseEditor",
    "ReferencesEditor",
    "TargetValueEditor",
    "TimeEditor",
    "Unsure",
]
