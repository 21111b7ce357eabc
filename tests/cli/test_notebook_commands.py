"""What the command line does with notebooks: a win in one line, the coach's card, the takeaway."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.notebooks import notebook
from tests.plans import written

LINE = "reflections/2026-06-10.toml:entries.my-question-changed-the-plan"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return written(tmp_path / "mine", notebook())


@pytest.mark.parametrize("kind", ["win", "lesson", "praise", "obstacle", "experiment", "observation"])
def test_a_note_needs_no_path(run: Run, home: Path, kind: str) -> None:
    done = run("add", kind, "Ravi asked  to plan\ntogether")
    assert (done.code, done.out) == (0, "notebook.toml:captures.ravi-asked-to-plan-together\n")
    assert done.err == "kept in your notebook for the next session\n"
    text = (home / ".local/share/successbook/notebook/notebook.toml").read_text(encoding="utf-8")
    assert f'title = "Ravi asked to plan together"\nkind = "{kind}"\ndate = 2026-06-15\n' in text


def test_notes_gather_and_nobody_else_may_read_them(run: Run, home: Path) -> None:
    run("add", "win", "One")
    run("add", "win", "One")
    folder = home / ".local/share/successbook/notebook"
    assert (folder / "notebook.toml").read_text(encoding="utf-8").count("[captures.one") == 2
    assert folder.stat().st_mode & 0o077 == 0


def test_a_note_without_words_is_none(run: Run, home: Path) -> None:
    assert run("add", "win", "  ").code == 2
    assert not (home / ".local/share/successbook/notebook/notebook.toml").exists()


def test_a_note_for_a_notebook_elsewhere_names_its_path(run: Run, mine: Path) -> None:
    done = run("add", mine, "capture", "A win", "--inside", "notebook.toml", "--field", "kind=win")
    assert done.out == "notebook.toml:captures.a-win\n"


def test_the_card_is_printed_and_written(run: Run, tmp_path: Path) -> None:
    card = run("card")
    assert (card.code, card.err) == (0, "")
    assert card.out.startswith("# A wide look at success\n")
    place = tmp_path / "card.html"
    assert run("card", "--to", "html", "-o", place).out == f"{place}\n"
    assert place.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert run("card", "-o", place).code == 2
    assert run("card", "-o", place, "--overwrite").code == 0


def test_a_guide_of_ones_own_has_a_card(run: Run, home: Path) -> None:
    guides = home / ".config/successbook/guides"
    guides.mkdir(parents=True)
    (guides / "short.toml").write_text('format = 1\n[pages.after]\nasks = "And now?"\n', encoding="utf-8")
    (guides / "broken.toml").write_text("format = 1\npages = 3\n", encoding="utf-8")
    done = run("card", "--guide", "short")
    assert "**And now?**" in done.out
    assert "broken.toml" in done.err
    assert run("card", "--guide", "broken").code == 2
    assert 'did you mean "short"?' in run("card", "--guide", "shrt").err


def test_without_a_pick_it_is_said_what_there_is(run: Run, mine: Path) -> None:
    done = run("takeaway", mine)
    assert done.code == 0
    assert f"{LINE}.title  Learning: My question changed the plan\n" in done.out
    assert "nothing is picked" in done.err
    assert "Numbers go up." in run("takeaway", mine, "--session", "2026-05-01").out


def test_only_what_is_picked_is_printed(run: Run, mine: Path) -> None:
    done = run("takeaway", mine, "--pick", LINE)
    assert done.out == (
        "# What success looked like\n\n## What matters to me\n\n"
        "- **My question changed the plan** (Learning, shown, win)\n"
    )
    html = run("takeaway", mine, "--pick", LINE, "--pick", f"{LINE}.example", "--to", "html").out
    assert "<svg" in html
    assert "What if a feed comes late?" in html
    assert "Shares" not in html


def test_what_cannot_be_picked_or_written_is_refused(run: Run, mine: Path) -> None:
    assert "there is nothing to pick here" in run("takeaway", mine, "--pick", "notebook.toml:role").err
    place = mine / "notebook.toml"
    before = place.read_bytes()
    assert run("takeaway", mine, "--pick", LINE, "-o", place, "--overwrite").code == 2
    assert place.read_bytes() == before


def test_a_plan_has_no_session_to_take_away(run: Run, plan: Path) -> None:
    assert "there is no session in this notebook yet" in run("takeaway", plan).err


def test_the_boards_are_told_in_words_and_as_data(run: Run, mine: Path) -> None:
    told = run("show", mine, "--part", "board").out
    assert told.startswith(
        "Boards of Mara's notebook\n\nBoard of Session in June\n  In the middle: Eight teams.\n"
    )
    assert "    Said no once: a miss, does that count? no\n" in told
    assert "  learning (personal): said on 1 May, shown on 10 Jun\n" in told
    [june, may] = json.loads(run("show", mine, "--part", "board", "--json").out)["records"]
    assert (june["held"], may["before"]) == ("2026-06-10", "Numbers go up.")
    trust = next(each for each in may["sectors"] if each["facet"] == "trust")
    assert [line["stands"] for line in trust["lines"]] == ["missed"]


def test_a_notebook_without_a_session_is_told_too(run: Run, home: Path) -> None:
    run("add", "win", "One")
    assert run("show", home / ".local/share/successbook/notebook", "--part", "board").code == 0
