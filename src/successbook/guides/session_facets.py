"""The facets with which a session began: those of the guide by which it was held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from successbook.guides.session_guide import AS_A_TEAM, SHIPPED, SessionGuide
from successbook.plan.dimensions import FACETS
from successbook.plan.peek import words
from successbook.tree import Table

__all__ = ["SessionFacets"]


class SessionFacets:
    """Told of a session, says its facets by dimension; guides are read when the first session names one.

    Args:
        folder: where the person's own guides lie; it need not be there.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._guides: Mapping[str, SessionGuide] | None = None

    def __call__(self, session: Table) -> Mapping[str, Iterable[str]]:
        """The facets of a session's guide; the usual ones where it names none, or one that is gone."""
        name = words(session, "guide")
        together = words(session, "together")
        if not name or (name == SHIPPED and together != AS_A_TEAM and not self._own(name)):
            return FACETS  # no need to read what is known
        if self._guides is None:
            from successbook.guides.session_reading import session_guides

            self._guides = session_guides(self._folder)[0]
        guide = self._guides.get(name)
        return guide.held(together).facets_by_dimension() if guide is not None else FACETS

    def _own(self, name: str) -> bool:
        return self._folder is not None and (self._folder / f"{name}.toml").exists()
