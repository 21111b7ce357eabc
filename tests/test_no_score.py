"""No number anywhere that could be read as a score of a person: not on a board, not on a page, not in words.

The notebook of these tests has no digit in it but dates, so any other digit was worked out.
"""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from successbook.cli import main
from successbook.sharing.takeaway import pickables, taken
from successbook.sharing.takeaway_over_time import OverTimePicking
from successbook.sharing.taken_page import page_html, page_text
from successbook.verdicts.board_time import over_time
from tests.notebooks import LATE, notebook
from tests.plans import NOW, written
from tests.tui.driving import driven
from tests.tui.sitting import at_page

DAY = re.compile(
    r"\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*(?: \d{4})?|\d{4}-\d\d-\d\d"
    r"|until \d\d:\d\d|in \d+ days|\d+ days ago"
)
RATED = re.compile(r"\d|%|\b(?:score|rank|grade|rating|percent|average|streak)", re.IGNORECASE)


def rated(text: str) -> list[str]:
    """The lines that say a number, or speak of one, dates aside."""
    return [line for line in text.splitlines() if RATED.search(DAY.sub("", line))]


@pytest.mark.parametrize("part", ["board", "reflection"])
def test_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str], part: str) -> None:
    assert main(["show", str(written(tmp_path, notebook())), "--part", part]) == 0
    told = capsys.readouterr().out
    assert "My question changed the plan" in told
    assert [line for line in rated(told) if "tests" not in line] == []


def test_on_a_page_for_others() -> None:
    tree = notebook()
    page = taken(tree, LATE, {each.at for each in pickables(tree, LATE, NOW)}, NOW)
    unseen = re.compile(r"<style>.*?</style>|<svg.*?<defs>.*?</defs>|<[^>]*>", re.DOTALL)
    words = unescape(unseen.sub("", page_html(page)))
    assert rated(page_text(page)) == []
    assert rated(words) == []
    whole = OverTimePicking(over_time(tree, NOW), NOW)
    assert rated(page_text(whole.page({each.at for each in whole.found()}))) == []


@pytest.mark.parametrize("keys", [("v",), ("v", "enter"), ("v", "o"), ("v", "s"), ("v", "o", "s")])
async def test_on_the_boards(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with driven(written(tmp_path, notebook()), (200, 60)) as driver:
        await driver.press(*keys)
        assert rated(driver.text) == []


@pytest.mark.parametrize(
    "page", ["before", "matters", "personal", "team", "company", "product", "board", "after", "ahead"]
)
async def test_on_every_page_of_a_session(tmp_path: Path, page: str) -> None:
    async with at_page(tmp_path, page, (120, 40)) as me:
        await me.say("A line that was said")
        assert rated(me.text.replace("30 sep, +14", "").replace("-30", "")) == []


def test_the_search_finds_what_it_is_for() -> None:
    for text in ("6 of 12 facets", "50 %", "Your score", "level 3", "7 lines", "on average"):
        assert rated(text)
    assert rated("shown on 10 Jun, until 15:45") == []
