"""The workbook: changes reach the disk, come back by undo to the byte, and never overwrite anybody else's."""

from __future__ import annotations

from pathlib import Path

import pytest

from successbook.errors import AddressError, ChangedOutside, ReadOnly, Refused
from successbook.files import temporary
from successbook.plan.drafts import Draft
from successbook.plan.erasing import erasure
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.tree import Address, Change, Remove
from successbook.workbook import Workbook
from tests.notebooks import NOTEBOOK, notebook
from tests.plans import GOAL, METRIC, NOW, RELEASE, opened, small_plan, written


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def _retitle(workbook: Workbook, title: str) -> None:
    draft = workbook.draft()
    draft.put(GOAL.child("title"), title)
    workbook.do(draft.change("Write goal"))


def test_a_change_is_on_the_disk_after_a_flush_and_nothing_else_is_touched(tmp_path: Path) -> None:
    workbook = opened(tmp_path)
    before = _bytes(tmp_path)
    _retitle(workbook, "Guests pay in a minute")
    workbook.flush()
    after = _bytes(tmp_path)
    assert [name for name in after if after[name] != before.get(name)] == ["plan.toml"]
    old, new = before["plan.toml"].splitlines(), after["plan.toml"].splitlines()
    assert [(a, b) for a, b in zip(old, new, strict=True) if a != b] == [
        (b'title = "Guests pay quickly"', b'title = "Guests pay in a minute"')
    ]
    workbook.close()


def test_a_plan_that_is_only_looked_at_is_not_written(tmp_path: Path) -> None:
    workbook = opened(tmp_path)
    stamps = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.toml")}
    workbook.do(Change("nothing", ()))
    workbook.close()
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.toml")} == stamps
    assert not workbook.history.done


def test_undoing_everything_gives_the_bytes_of_before(tmp_path: Path) -> None:
    workbook = opened(tmp_path)
    before = _bytes(tmp_path)
    _retitle(workbook, "Guests pay in a minute")
    draft = workbook.draft()
    draft.add(KINDS["goal"], "Another goal", under=GOAL)
    draft.add(KINDS["release"], "Second stage")
    draft.remove(METRIC)
    workbook.do(draft.change("Several at once"))
    workbook.flush()
    assert _bytes(tmp_path) != before
    workbook.undo()
    workbook.undo()
    workbook.flush()
    assert _bytes(tmp_path) == before
    with pytest.raises(Refused, match="nothing to undo"):
        workbook.undo()
    workbook.close()


def test_redo_does_again_what_was_undone_and_a_new_change_forgets_it(tmp_path: Path) -> None:
    workbook = opened(tmp_path)
    _retitle(workbook, "One")
    workbook.undo()
    workbook.redo()
    assert workbook.tree.get(GOAL.child("title")) == "One"
    workbook.undo()
    _retitle(workbook, "Two")
    with pytest.raises(Refused, match="nothing to redo"):
        workbook.redo()
    workbook.close()


def test_erasing_takes_what_a_killed_program_left_half_written_and_the_emptied_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook = Workbook.open(written(tmp_path, notebook()), NOW)
    monkeypatch.setattr(temporary, "_lives", lambda process: False)
    left = tmp_path / "reflections" / f".successbook-{temporary._host()}-1-{'0' * 16}.tmp"
    left.write_text("what I said", encoding="utf-8")
    workbook.erase(erasure(workbook.tree, NOTEBOOK))
    workbook.close()
    assert list(tmp_path.iterdir()) == []


def test_one_change_from_the_middle_is_taken_back_and_what_came_later_stays(tmp_path: Path) -> None:
    workbook = opened(tmp_path)
    _retitle(workbook, "One")
    draft = workbook.draft()
    draft.put(METRIC.child("unit"), "seconds")
    workbook.do(draft.change("Write unit"))
    workbook.undo_one(workbook.history.done[0])
    assert workbook.tree.get(GOAL.child("title")) == "Guests pay quickly"
    assert workbook.tree.get(METRIC.child("unit")) == "seconds"
    workbook.undo()
    assert workbook.tree.get(GOAL.child("title")) == "One"
    workbook.close()


def test_a_change_that_does_not_fit_changes_nothing(tmp_path: Path) -> None:
    workbook = opened(tmp_path)
    tree = workbook.tree
    gone = Address.parse("plan.toml:goals.nobody")
    with pytest.raises(AddressError):
        workbook.do(Change("two edits", (Remove(GOAL), Remove(gone))))
    assert workbook.tree is tree
    workbook.close()


def test_listeners_hear_of_every_change_until_they_leave(tmp_path: Path) -> None:
    workbook = opened(tmp_path)
    heard: list[str] = []
    leave = workbook.listen(lambda change: heard.append(change.label))
    _retitle(workbook, "One")
    workbook.undo()
    leave()
    _retitle(workbook, "Two")
    assert heard == ["Write goal", "Write goal"]
    workbook.close()


def test_a_listener_that_leaves_twice_or_while_it_is_told_takes_nobody_along(tmp_path: Path) -> None:
    workbook = opened(tmp_path)
    heard: list[str] = []

    def once(change: Change) -> None:
        heard.append("first")
        leave()
        leave()

    leave = workbook.listen(once)
    workbook.listen(lambda change: heard.append("second"))
    _retitle(workbook, "One")
    _retitle(workbook, "Two")
    assert heard == ["first", "second", "second"]
    workbook.close()


def test_files_that_came_stay_or_cannot_be_read_now_are_taken_over_as_they_are(tmp_path: Path) -> None:
    workbook = opened(tmp_path)
    mine = workbook.tree
    release = tmp_path / "releases" / "second"
    release.mkdir(parents=True)
    (release / "release.toml").write_bytes(b'title = "Second"\n')
    (tmp_path / "stakeholders.toml").write_bytes(b"[stakeholders.x\n")
    change = workbook.take_from_disk()
    assert [edit.at.file for edit in change.edits] == ["releases/second/release.toml"]
    assert workbook.tree.files["stakeholders.toml"] == mine.files["stakeholders.toml"]
    workbook.close()
    assert (tmp_path / "stakeholders.toml").read_bytes() == b"[stakeholders.x\n"


def test_a_file_that_cannot_be_parsed_is_read_only_while_the_rest_stays_editable(tmp_path: Path) -> None:
    written(tmp_path)
    broken = tmp_path / "stakeholders.toml"
    broken.write_bytes(b"[stakeholders.x\n")
    workbook = Workbook.open(tmp_path, NOW)
    assert list(workbook.unreadable) == ["stakeholders.toml"]
    draft = workbook.draft()
    draft.add(KINDS["stakeholder"], "Support, Lin")
    with pytest.raises(ReadOnly, match=r"stakeholders.toml:1"):
        workbook.do(draft.change("Add stakeholder"))
    _retitle(workbook, "Still editable")
    workbook.close()
    assert broken.read_bytes() == b"[stakeholders.x\n"
    assert b"Still editable" in (tmp_path / "plan.toml").read_bytes()


def test_what_somebody_else_wrote_is_never_overwritten(tmp_path: Path) -> None:
    workbook = opened(tmp_path)
    theirs = (tmp_path / "plan.toml").read_bytes().replace(b"Guests give up", b"Guests walk away")
    (tmp_path / "plan.toml").write_bytes(theirs)
    _retitle(workbook, "Mine")
    with pytest.raises(ChangedOutside):
        workbook.flush()
    assert (tmp_path / "plan.toml").read_bytes() == theirs
    assert workbook.tree.get(GOAL.child("title")) == "Mine"
    assert workbook.saved.kind == "failed"
    workbook.close()


def test_what_is_on_the_disk_can_be_taken_over_as_one_change_that_can_be_undone(tmp_path: Path) -> None:
    workbook = opened(tmp_path)
    mine = workbook.tree
    theirs = (tmp_path / "plan.toml").read_bytes().replace(b"Guests give up", b"Guests walk away")
    (tmp_path / "plan.toml").write_bytes(theirs)
    (tmp_path / "stakeholders.toml").unlink()
    change = workbook.take_from_disk()
    assert change.label == "Take over what is on the disk"
    assert workbook.tree.get(Address.parse("plan.toml:problems.guests-give-up.title")) == "Guests walk away"
    assert "stakeholders.toml" not in workbook.tree.files
    workbook.undo()
    assert workbook.tree == mine
    workbook.flush()
    assert b"Guests give up" in (tmp_path / "plan.toml").read_bytes()
    with pytest.raises(Refused, match="as you have them"):
        workbook.take_from_disk()
    workbook.close()


LOST = RELEASE.child("title")
TEST = Address("releases/guest-checkout/uat.toml")


def _without_its_release(tmp_path: Path) -> Workbook:
    draft = Draft(small_plan())
    draft.add(KINDS["case"], "Pay by card", inside=KINDS["uat"].at("", RELEASE))
    workbook = opened(tmp_path, draft.tree)
    workbook.close()
    (tmp_path / RELEASE.file).unlink()
    return Workbook.open(tmp_path, NOW)


def test_what_belongs_to_a_release_without_a_file_is_seen_and_can_be_written(tmp_path: Path) -> None:
    workbook = _without_its_release(tmp_path)
    assert RELEASE in list(records(workbook.tree, KINDS["release"]))
    draft = workbook.draft()
    draft.put(next(records(workbook.tree, KINDS["case"])).child("priority"), "must")
    workbook.do(draft.change("Write case"))
    workbook.flush()
    assert not (tmp_path / RELEASE.file).exists()
    assert 'priority = "must"' in (tmp_path / TEST.file).read_text(encoding="utf-8")
    draft = workbook.draft()
    draft.put(LOST, "Guest checkout")
    workbook.do(draft.change("Write release"))
    workbook.flush()
    assert (tmp_path / RELEASE.file).read_text(encoding="utf-8") == 'title = "Guest checkout"\n'
    workbook.undo()
    workbook.close()
    assert not (tmp_path / RELEASE.file).exists()


def test_a_release_that_cannot_be_read_does_not_hide_its_acceptance_test(tmp_path: Path) -> None:
    workbook = _without_its_release(tmp_path)
    workbook.close()
    (tmp_path / RELEASE.file).write_text('title = "', encoding="utf-8")
    workbook = Workbook.open(tmp_path, NOW)
    assert RELEASE in list(records(workbook.tree, KINDS["release"]))
    draft = workbook.draft()
    draft.put(LOST, "x")
    with pytest.raises(ReadOnly):
        workbook.do(draft.change("Write release"))
    workbook.close()
    assert (tmp_path / RELEASE.file).read_text(encoding="utf-8") == 'title = "'


def test_a_release_that_goes_outside_leaves_its_acceptance_test_in_sight(tmp_path: Path) -> None:
    _without_its_release(tmp_path).close()
    (tmp_path / RELEASE.file).write_text('title = "Here again"\n', encoding="utf-8")
    workbook = Workbook.open(tmp_path, NOW)
    (tmp_path / RELEASE.file).unlink()
    workbook.take_from_disk()
    assert RELEASE in list(records(workbook.tree, KINDS["release"]))
    with pytest.raises(Refused):
        workbook.take_from_disk()
    workbook.close()
    assert not (tmp_path / RELEASE.file).exists()
