"""The half of the grid that writes: what people were told, that they agreed; once for all who are marked."""

from __future__ import annotations

import datetime as dt
from abc import abstractmethod
from typing import TYPE_CHECKING

from successbook.errors import Refused
from successbook.plan.belonging import id_of
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.peek import words
from successbook.plan.titles import title_of
from successbook.text import counted
from successbook.tree import Address, Value
from successbook.tui.dispatch import say
from successbook.tui.screens.overlay import Overlay
from successbook.verdicts.stakeholder_grid import Grid

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["TellsPeople"]


class TellsPeople(Overlay):
    """Writes down what stakeholders were told, and that they agreed to the release that is shown.

    Args:
        workbook: the open plan.
    """

    _grid: Grid
    _step: int
    _release: Address | None

    def __init__(self, workbook: Workbook) -> None:
        super().__init__(workbook)
        self._marked: frozenset[Address] = frozenset()

    @property
    @abstractmethod
    def _meant(self) -> list[Address]:
        """Those who are marked, else the one under the cursor."""

    @property
    def _releases(self) -> list[Address]:
        return list(records(self.workbook.tree, KINDS["release"]))

    def do_tell(self) -> None:
        """Write down what those who are marked were told; one text, one change."""
        from successbook.tui.screens.filling import Blank, FillScreen
        from successbook.tui.widgets.editors import DateEditor, LineEditor

        meant, now = self._meant, self.workbook.now
        step = self._grid.steps[self._step].title if self._grid.steps else ""
        asked = (
            Blank("by", "By", LineEditor(self._last_by() or None, example="Mara")),
            Blank("on", "On", DateEditor(now.date, now=now, past=True), needed=True),
            Blank(
                "said", "Told", LineEditor(None, example="what they were told, in a sentence"), needed=True
            ),
            Blank("step", "Step", LineEditor(step or None, example="Before the first stage")),
        )

        def keep(said: dict[str, Value | None]) -> None:
            self._tell(meant, said)

        self.app.push_screen(FillScreen(f"What was {self._names(meant)} told?", asked, keep))

    def _names(self, meant: list[Address]) -> str:
        tree = self.workbook.tree
        return f'"{title_of(tree, meant[0])}"' if len(meant) == 1 else f"each of {len(meant)} people"

    def _last_by(self) -> str:
        """Who told somebody last: most likely the same person tells them now."""
        latest, by = dt.date.min, ""
        for at in records(self.workbook.tree, KINDS["update"]):
            table = self.workbook.tree.table(at)
            on_, who = table.get("date"), words(table, "by")
            if who and isinstance(on_, dt.date) and not isinstance(on_, dt.datetime) and on_ >= latest:
                latest, by = on_, who
        return by

    @property
    def _which(self) -> str:
        """The id of the release, where there are several."""
        return id_of(self._release) if self._release is not None and len(self._releases) > 1 else ""

    def _tell(self, meant: list[Address], said: dict[str, Value | None]) -> None:
        from successbook.plan.preparing import tell

        draft, day = self.workbook.draft(), said["on"]
        texts = {name: str(said[name] or "") for name in ("said", "step", "by")}
        on_ = day if isinstance(day, dt.date) else self.workbook.now.date
        tell(draft, meant, texts["said"], step=texts["step"], on=on_, by=texts["by"], release=self._which)
        label = f"Tell {self._names(meant)}"
        self._marked = frozenset()
        self.workbook.do(draft.change(label))
        say(self, f"Written down for {counted(len(meant), 'person', 'people')}; u takes it back")

    def do_agreed(self) -> None:
        """Write down that those who are marked agreed, today."""
        from successbook.plan.preparing import agree

        meant, today = self._meant, self.workbook.now.date
        draft = self.workbook.draft()
        agree(draft, meant, today, self._which)
        self._marked = frozenset()
        change = draft.change(f"Agreement of {self._names(meant)}")
        if not change:
            raise Refused("they agreed today already")
        self.workbook.do(change)
        say(
            self,
            f"Agreed today: {counted(len(meant), 'person', 'people')}; u takes it back",
        )
