"""`show`: a part of a plan as plain text, or whole as JSON."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.plans import written

PARTS = ("page", "goals", "release", "uat", "due", "reflection", "board")


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_told_in_words(run: Run, plan: Path, part: str) -> None:
    done = run("show", plan, "--part", part)
    assert done.code == 0
    assert bool(done.err) == (part in ("reflection", "board"))
    assert "Checkout MVP" in done.out.splitlines()[0]
    assert ("Seconds to pay" in done.out) == (part in ("page", "goals", "release"))
    assert ('Release "Guest checkout", in 12 days' in done.out) == (part in ("page", "due"))
    assert done.out.endswith("\n")
    assert not done.out.endswith("\n\n")


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_given_as_json(run: Run, plan: Path, part: str) -> None:
    told = json.loads(run("show", plan, "--json", "--part", part).out)
    assert told["part"] == part
    assert told["title"] == "Checkout MVP"
    assert told["day"] == "2026-06-15"
    assert bool(told.get("records")) == (part in ("goals", "release", "due"))


def test_the_page_is_shown_without_being_asked_for(run: Run, plan: Path) -> None:
    assert run("show", plan).out == run("show", plan, "--part", "page").out


def test_of_a_notebook_the_reflection_is_shown_without_being_asked_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notebook.toml").write_text('title = "Mine"\n', encoding="utf-8")
    done = run("show", tmp_path)
    assert done.out.startswith("Reflection: Mine\n\nNotebook: Mine\n")
    assert done.out == run("show", tmp_path, "--part", "reflection").out
    (tmp_path / "plan.toml").write_text('title = "Ours"\n', encoding="utf-8")
    assert run("show", tmp_path).out == run("show", tmp_path, "--part", "page").out


def test_what_a_notebook_or_a_plan_does_not_have_is_said_to_be_elsewhere(
    run: Run, plan: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "notebook.toml").write_text('title = "Mine"\n', encoding="utf-8")
    assert run("show", mine, "--part", "page") == run("show", mine)
    for part in ("goals", "release", "uat"):
        assert run("show", mine, "--part", part).err.startswith("note: this is a notebook; ")
    for part in ("reflection", "board"):
        assert run("show", plan, "--part", part).err.startswith("note: reflection stands in a notebook ")
        assert run("show", plan, "--part", part, "--json").err == ""
        assert run("show", mine, "--part", part).err == ""


def test_the_page_has_every_metric_as_data(run: Run, plan: Path) -> None:
    told = json.loads(run("show", plan, "--json").out)
    metric = next(each for each in told["metrics"] if each["at"] == "plan.toml:metrics.seconds-to-pay")
    assert metric["title"] == "Seconds to pay"
    assert told["why"][0]["kind"] == "mission"


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_shown(run: Run, plan: Path) -> None:
    (plan / "stakeholders.toml").write_text("x = ", encoding="utf-8")
    done = run("show", plan, "--part", "goals")
    assert done.code == 0
    assert "Seconds to pay" in done.out
    assert done.err.startswith(f"note: {plan / 'stakeholders.toml'}:1: ")
    assert done.err.count("\n") == 1


def test_an_empty_plan_can_be_shown(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.toml").touch()
    for part in PARTS:
        assert run("show", tmp_path, "--part", part).code == 0


def test_where_no_plan_is_nothing_can_be_shown(run: Run, tmp_path: Path) -> None:
    assert "there is no such folder" in run("show", tmp_path / "nowhere").err
    assert "there is no plan in it" in run("show", tmp_path).err


def test_an_unknown_part_is_refused(run: Run, plan: Path) -> None:
    assert "'party' is not one of" in run("show", plan, "--part", "party").err


HOSTILE = "\x1b]52;c;aGk=\x07\x9b2J\u202etxt\u2066\x00\x7f[/][@click=app.quit]"


def test_hostile_text_is_shown_inert_and_given_exactly(run: Run, plan: Path) -> None:
    for address in ("title", "goals.guests-pay-quickly.title", "goals.guests-pay-quickly.how_it_serves"):
        assert run("set", plan, f"plan.toml:{address}", HOSTILE).code == 0
    release = "releases/guest-checkout/release.toml"
    assert run("set", plan, f"{release}:summary", HOSTILE).code == 0
    (plan / "notebook.toml").write_text(f"title = {json.dumps(HOSTILE)}\n", encoding="utf-8")
    (plan / "releases/guest-checkout/uat.toml").write_text(
        f"scope = {json.dumps(HOSTILE)}\n", encoding="utf-8"
    )
    for part in PARTS:
        for as_json in ((), ("--json",)):
            done = run("show", plan, "--part", part, *as_json)
            raw = set(done.out + done.err) & set("\x1b\x07\x9b\u202e\u2066\x00\x7f")
            assert not raw
    told = json.loads(run("show", plan, "--part", "goals", "--json").out)
    titles = [each["values"].get("title") for each in told["records"]]
    assert HOSTILE in titles
    assert "\u241b]52;c;aGk=" in run("show", plan, "--part", "goals").out


def test_any_script_is_shown_as_it_is(run: Run, tmp_path: Path) -> None:
    plan = written(tmp_path / "计划")
    assert run("set", plan, "plan.toml:title", "お支払い مرحبا 👩‍👩‍👧").code == 0
    assert "お支払い مرحبا 👩‍👩‍👧" in run("show", plan).out
    assert "お支払い مرحبا 👩‍👩‍👧" in run("show", plan, "--json").out


def test_the_plan_is_not_written_by_being_shown(run: Run, plan: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in plan.rglob("*")}
    run("show", plan)
    run("show", plan, "--part", "goals")
    run("check", plan)
    assert {path: path.stat().st_mtime_ns for path in plan.rglob("*")} == before
