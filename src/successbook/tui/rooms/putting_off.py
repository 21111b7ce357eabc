"""Putting off what a page asks for a while, and showing it again; kept on this machine, never in the plan."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from successbook.plan.now import short_date
from successbook.tui.dispatch import say
from successbook.tui.rooms.room import Room
from successbook.tui.screens.choose import ChooseScreen, Option
from successbook.tui.upward import app_of

if TYPE_CHECKING:
    from successbook.shelf import Shelf
    from successbook.verdicts.page import Need

__all__ = ["PutsOff"]

_SPANS = {"week": (7, "a week"), "fortnight": (14, "two weeks"), "month": (30, "a month")}


class PutsOff(Room):
    """A room whose findings and questions can be put off."""

    @property
    def _shelf(self) -> Shelf:
        return app_of(self).shelf

    @property
    def need_id(self) -> str:
        """What the line under the cursor asks; empty where it asks nothing that can wait."""
        return ""

    @property
    def put_off(self) -> frozenset[str]:
        """What is put off today."""
        return self._shelf.put_off(self.workbook.path, self.workbook.now.date)

    def _waiting(self) -> list[Need]:
        """What is put off and would be shown."""
        hidden = self.put_off
        if not hidden:
            return []
        from successbook.verdicts.page import page_of

        page = page_of(self.workbook.tree, self.workbook.now, self.workbook.title, only=hidden)
        return list(page.needs)

    def why_not(self, action_id: str) -> str | None:
        """What cannot wait says so."""
        if action_id == "put-off" and not self.need_id:
            return "Put the cursor on a question or a finding; what has a day is done, or its day is moved"
        if action_id == "put-back" and not self.put_off:
            return "Nothing is put off"
        return super().why_not(action_id)

    def do_put_off(self) -> None:
        """Ask for how long, and do not show it until then."""
        found = self.need_id
        today = self.workbook.now.date

        def chosen(key: str | None) -> None:
            """Hide it for the span, or ask until which day."""
            if key in _SPANS:
                self._hide(found, today + dt.timedelta(days=_SPANS[key][0]))
            elif key == "day":
                self._ask_day(found)

        options = [
            Option(key, word, f"Until {short_date(today + dt.timedelta(days=days), today)}.")
            for key, (days, word) in _SPANS.items()
        ]
        options.append(Option("day", "a day", "You say until when."))
        self.app.push_screen(ChooseScreen("For how long?", options), chosen)

    def _ask_day(self, found: str) -> None:
        from successbook.tui.screens.day import DayScreen

        def said(day: dt.date | None) -> None:
            if day is not None:
                self._hide(found, day)

        self.app.push_screen(DayScreen("Put off until when?", self.workbook.now), said)

    def _hide(self, found: str, until: dt.date) -> None:
        today = self.workbook.now.date
        if until <= today:
            say(self, "That day is here already; nothing was put off", "warning")
            return
        self._shelf.keep_put_off(self.workbook.path, {found: until}, today)
        self.refill()
        say(self, f"Put off until {short_date(until, today)}; O shows it again")

    def do_put_back(self) -> None:
        """Show again what was put off; of several, ask which."""
        waiting = self._waiting()
        if len(waiting) < 2:
            self._show_again(self.put_off)
            return
        options = [Option("", "all", "Everything that is put off.")]
        options += [Option(each.id, "one", each.text) for each in waiting]

        def chosen(key: str | None) -> None:
            if key is not None:
                self._show_again(frozenset({key}) if key else self.put_off)

        self.app.push_screen(ChooseScreen("What shall be shown again?", options), chosen)

    def _show_again(self, found: frozenset[str]) -> None:
        self._shelf.keep_put_off(self.workbook.path, dict.fromkeys(found), self.workbook.now.date)
        self.refill()
        say(self, "Shown again")
