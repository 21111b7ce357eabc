"""What stands in a notebook stays in it: a word planted in every field turns up in no other output.

The fields are found by walking the kinds of record, so that a new field is looked after the day it is made.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from successbook.cli import main
from successbook.plan.belonging import NOTEBOOK_KINDS
from successbook.plan.describe import FieldDescription, fields_of
from successbook.plan.drafts import Draft
from successbook.plan.fields import Control
from successbook.plan.kinds import KINDS
from successbook.sharing.documents import AUDIENCES, DOCUMENTS, FORMATS
from successbook.tree import Address, Table, Tree, Value
from successbook.tui.failing import discreet_report
from successbook.tui.frame import Frame
from tests.full import full_plan
from tests.plans import NOW, small_plan, written
from tests.terminal import Terminal
from tests.tui.driving import driven

CANARY = re.compile(r"canary-?\d+", re.IGNORECASE)
SESSION = Address("reflections/2026-06-10.toml")
PARTS = ("page", "goals", "release", "uat", "due")


def planted() -> Tree:
    """A notebook with a record of every kind, and in each a word of its own wherever words can stand."""
    draft = Draft(Tree(), today=NOW.date)
    numbers = iter(range(1000))
    for name in ("notebook", "session", *sorted(NOTEBOOK_KINDS - {"notebook", "session"})):
        kind = KINDS[name]
        inside = {"notebook": Address("notebook.toml"), "session": SESSION}.get(kind.inside)
        id_ = {"notebook": "", "session": SESSION.file[12:22]}.get(name, f"canary-{next(numbers)}")
        fields = {each.name: value for each in fields_of(name) if (value := _word(each, numbers)) is not None}
        title = str(fields.pop("title"))
        at = draft.add(kind, title, inside=inside, id_=id_, fields=fields)
        draft.put(at.child("unknown_key"), f"canary{next(numbers)}")
    return draft.tree


def _word(field: FieldDescription, numbers: Iterator[int]) -> Value | None:
    match field.control:
        case Control.LINE | Control.PROSE:
            return f"canary{next(numbers)}"
        case Control.LINES:
            return (f"canary{next(numbers)}",)
        case Control.CHOICE:
            return field.choices[0]
        case Control.DATE:
            return NOW.date
    return None


def own(home: Path) -> Path:
    """The notebook where the app looks for it."""
    folder = written(home / ".local/share/successbook/notebook", planted())
    with (folder / "notebook.toml").open("a", encoding="utf-8") as file:
        file.write("# canary998\n")
    return folder


def elsewhere(folder: Path, *but: Path) -> dict[Path, set[str]]:
    """The files below a folder, except below others, in which a planted word stands."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file() and not any(path.is_relative_to(each) for each in but):
            words = set(CANARY.findall(path.read_bytes().decode(errors="replace") + str(path)))
            if words:
                found[path] = words
    return found


def commands(plan: Path, out: Path) -> Iterator[tuple[object, ...]]:
    """Every command that prints or writes something of a plan."""
    yield "check", plan
    yield "check", plan, "--format", "json", "--strict"
    for part in PARTS:
        yield "show", plan, "--part", part
        yield "show", plan, "--part", part, "--json"
    for to in FORMATS:
        for audience in AUDIENCES:
            yield "export", plan, "--to", to, "--for", audience
            yield "export", plan, "--to", to, "--for", audience, "-o", out / f"{to}-{audience}"
    for part, to in DOCUMENTS:
        yield "export", plan, "--to", to, "--part", part
    yield "fmt", plan
    yield "set", plan, "plan.toml:title", "Another"
    yield "add", plan, "goal", "Pay later"
    yield "remove", plan, "plan.toml:goals.pay-later"
    yield ("where",)
    yield ("card",)


def said(capsys: pytest.CaptureFixture[str], words: tuple[object, ...]) -> str:
    """All that a command prints."""
    capsys.readouterr()
    code = main([str(word) for word in words])
    out, err = capsys.readouterr()
    assert code in (0, 1) or words[0] == "export", err  # not every audience may have every format
    return out + err


def test_every_field_that_can_hold_words_has_one() -> None:
    tree = planted()
    for name in NOTEBOOK_KINDS:
        wordy = [
            each for each in fields_of(name) if each.control in (Control.LINE, Control.PROSE, Control.LINES)
        ]
        assert wordy
        records = [SESSION] if name == "session" else [Address("notebook.toml")]
        if name not in ("session", "notebook"):
            kind = KINDS[name]
            holder = SESSION if kind.inside == "session" else Address("notebook.toml")
            records = [holder.child(kind.table, key) for key in tree.table(holder.child(kind.table))]
        for at in records:
            assert all(CANARY.search(str(tree.get(at.child(each.name)))) for each in wordy), at


def full_plan_without_notebook() -> Tree:
    """A record of every kind of a plan."""
    files = full_plan().files
    return Tree(
        {name: table for name, table in files.items() if not name.startswith(("notebook", "reflections"))}
    )


def test_no_command_about_a_plan_says_a_word_of_a_notebook_at_home_or_in_its_folder(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notebook, out = own(home), tmp_path / "out"
    plan = written(tmp_path / "plan", Tree({**full_plan_without_notebook().files, **planted().files}))
    out.mkdir()
    told = {words: said(capsys, words) for words in commands(plan, out)}
    for words, text in told.items():
        assert not CANARY.search(text), words
    assert elsewhere(home, notebook) == {}
    assert elsewhere(tmp_path, plan / "notebook.toml", plan / "reflections") == {}
    assert {each.name.partition("-")[0] for each in out.iterdir()} == set(FORMATS)
    assert all("Pay later" in told[words] for words in told if words[0] == "add")


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_what_is_wrong_with_a_notebook_is_said_without_a_word_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    plan = written(tmp_path / "plan", Tree({**full_plan_without_notebook().files, **crooked().files}))
    (plan / "reflections/2026-01-01.toml").write_text('title = canary990\n["canary991"]\n', encoding="utf-8")
    told = said(capsys, ("check", plan, "--format", form, "--strict"))
    for rule in ("misfit", "misplaced", "unknown-key", "misspelt-key", "unreadable-file"):
        assert rule in told
    assert not CANARY.search(told)


def crooked() -> Tree:
    """The planted notebook, with something of each kind wrong, and with a planted word wherever one fits."""
    files = dict(planted().files)
    session, notebook = files[SESSION.file], files["notebook.toml"]
    entry = Table({"counts": "canary980", "tilte": "canary981", "canary982": 1, "held": "canary983"})
    entries = Table({"canary984": entry, "canary985": "canary986"})
    files[SESSION.file] = session.put("entries", entries).put("held", "canary987").put("metric_before", 7)
    files["notebook.toml"] = notebook.put("next", "canary988").put("facets", "canary989")
    return Tree(files)


async def test_a_visit_to_the_notebook_leaves_nothing_elsewhere(tmp_path: Path, home: Path) -> None:
    notebook, plan = own(home), written(tmp_path / "plan", small_plan())
    async with driven(plan, (120, 40)) as driver:
        await driver.press("5", "home", "v", "right", "o", "escape", "s", "escape", "escape", "w")
        await driver.press(*"canary997", "enter", "6", "1", "c")
        assert not CANARY.search(driver.app.clipboard)
        assert not CANARY.search(driver.text)
        assert CANARY.search((notebook / "notebook.toml").read_text(encoding="utf-8"))
    assert elsewhere(home, notebook) == {}
    assert elsewhere(tmp_path) == {}


async def test_an_opened_notebook_is_remembered_by_its_place_alone(tmp_path: Path, home: Path) -> None:
    async with driven(written(tmp_path / "mine", planted()), (120, 40)) as driver:
        assert CANARY.search(driver.text)
        await driver.press("T", "down", "enter")
    assert (home / ".local/state/successbook/recent.toml").exists()
    assert elsewhere(home) == {}


async def test_the_shelf_says_only_what_a_notebook_is_called_and_where_a_session_stopped(
    tmp_path: Path,
) -> None:
    folder = written(tmp_path / "mine", planted())
    told = (Address("notebook.toml", ("title",)), SESSION.child("paused_at"))
    async with driven(folder, (200, 60)) as driver:
        await driver.press("0")
        assert set(CANARY.findall(driver.text)) == {planted().get(at) for at in told}


@pytest.mark.parametrize("keys", [("v", "c"), ("v", "o", "c"), ("v", "s", "c"), ("v", "o", "s", "c")])
async def test_no_key_copies_what_was_not_picked(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with driven(written(tmp_path / "mine", planted()), (80, 24)) as driver:
        await driver.press(*keys)
        assert CANARY.search(driver.text)
        assert driver.app.clipboard == ""


def test_the_title_of_the_terminal_and_what_stays_on_it_hold_no_word(tmp_path: Path) -> None:
    folder = written(tmp_path / "canary993", planted())
    with Terminal([sys.executable, "-m", "successbook", folder], size=(120, 40)) as terminal:
        terminal.wait_for("canary")
        terminal.press("v")
        terminal.wait_for("matters most")
        terminal.press("Esc", "q")
        assert terminal.wait_end() == 0
        titles = re.findall(rb"\x1b\][012];[^\x07\x1b]*", terminal.raw)
        assert not any(CANARY.search(each.decode(errors="replace")) for each in titles)
        assert not CANARY.search(terminal.screen)


async def test_erasing_leaves_nothing_in_any_file(tmp_path: Path, home: Path) -> None:
    folder = written(tmp_path / "mine", planted())
    async with driven(folder, (120, 40)) as driver:
        await driver.press("w", *"canary996", "enter", "home", "X", *"erase", "enter")
        assert not CANARY.search(driver.text)
        assert driver.app.workbook is not None
        assert driver.app.workbook.tree.files == {}
    assert elsewhere(tmp_path) == {}
    assert elsewhere(home) == {}


def fails() -> None:
    words = planted()
    entry = Table({"canary995": "canary994"})
    raise KeyError(str(words), entry["canary995"])


def test_a_report_of_a_mistake_holds_no_value_and_no_message() -> None:
    try:
        fails()
    except KeyError as error:
        told = discreet_report(error)
    assert "KeyError" in told
    assert "test_canaries.py" in told
    assert not CANARY.search(told)


def test_what_the_app_prints_when_it_fails_is_that_report() -> None:
    app = Frame()
    try:
        fails()
    except KeyError:
        app._fatal_error()
    told = "".join(str(each) for each in app._exit_renderables)
    assert "KeyError" in told
    assert not CANARY.search(told)
