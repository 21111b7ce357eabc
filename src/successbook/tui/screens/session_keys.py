"""What the rows of a session's page stand for."""

from __future__ import annotations

from dataclasses import dataclass

from successbook.tree import Address

__all__ = [
    "CaptureKey",
    "CarriedKey",
    "FacetKey",
    "FactKey",
    "LineKey",
    "MatterKey",
    "MetricKey",
    "OpenKey",
    "PromptKey",
    "QuestionKey",
    "SessionKey",
    "StepKey",
    "TextKey",
    "TodoKey",
]


@dataclass(frozen=True, slots=True)
class SessionKey:
    """Any row on which the cursor may stop."""


@dataclass(frozen=True, slots=True)
class TextKey(SessionKey):
    """A heading or a sentence; `name` tells them apart."""

    name: str


@dataclass(frozen=True, slots=True)
class PromptKey(SessionKey):
    """An answer of the page, by the name of its prompt."""

    name: str


@dataclass(frozen=True, slots=True)
class FacetKey(SessionKey):
    """A facet of the page."""

    title: str


@dataclass(frozen=True, slots=True)
class QuestionKey(SessionKey):
    """One of a facet's own questions."""

    title: str
    at: int


@dataclass(frozen=True, slots=True)
class LineKey(SessionKey):
    """A line that was said."""

    at: Address


@dataclass(frozen=True, slots=True)
class FactKey(SessionKey):
    """Something that a plan knows and nobody counted, by its source."""

    source: str


@dataclass(frozen=True, slots=True)
class CaptureKey(SessionKey):
    """A note that waits for a session."""

    at: Address


@dataclass(frozen=True, slots=True)
class TodoKey(SessionKey):
    """An action of last time."""

    at: Address


@dataclass(frozen=True, slots=True)
class CarriedKey(SessionKey):
    """An action of last time that goes on and has no new day yet."""

    at: Address


@dataclass(frozen=True, slots=True)
class MatterKey(SessionKey):
    """A facet or a dimension that may matter most."""

    dimension: str
    title: str


@dataclass(frozen=True, slots=True)
class MetricKey(SessionKey):
    """A metric of a plan, by its title."""

    title: str


@dataclass(frozen=True, slots=True)
class StepKey(SessionKey):
    """One of the actions with which the session ends."""

    at: Address


@dataclass(frozen=True, slots=True)
class OpenKey(SessionKey):
    """A question that stays open."""

    at: Address
