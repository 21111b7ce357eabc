"""A plan's folder: everything readable opens, only what changed is written, nothing is ever harmed."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from successbook.errors import NotReadable, NotWritten
from successbook.files.folder import PlanFolder
from successbook.files.reading import Style
from successbook.tree import Add, Address, Set, Table
from tests.files.faults import FaultyDisk
from tests.files.folders import PLAN, TITLE, edited, stamp, stamps

# Opening


def test_every_file_is_in_the_tree(plan: Path) -> None:
    folder = PlanFolder.open(plan)
    assert list(folder.tree.files) == ["plan.toml", "releases/r1/release.toml"]
    assert folder.tree.get(TITLE) == "Pays"
    assert folder.bytes["plan.toml"] == PLAN
    assert folder.styles["plan.toml"] == Style()
    assert (folder.unreadable, folder.notices, folder.read_only) == ({}, {}, "")


def test_a_file_opens_the_plan_it_belongs_to(plan: Path) -> None:
    assert PlanFolder.open(plan / "releases" / "r1" / "release.toml").path == plan


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(NotReadable, match="nowhere"):
        PlanFolder.open(tmp_path / "nowhere")


BROKEN: dict[str, Callable[[Path], object]] = {
    "syntax": lambda path: path.write_bytes(b"a = \n"),
    "conflict": lambda path: path.write_bytes(b"<<<<<<< HEAD\n"),
    "utf-16": lambda path: path.write_bytes("a = 1".encode("utf-16")),
    "latin-1": lambda path: path.write_bytes(b'a = "\xe9"'),
    "bomb": lambda path: path.write_bytes(b"a = " + b"[" * 5000),
    "pipe": os.mkfifo,
    "folder": Path.mkdir,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "circle": lambda path: path.symlink_to(path.name),
    "dangling": lambda path: path.symlink_to("nowhere"),
    "large": lambda path: os.truncate(os.open(path, os.O_CREAT | os.O_RDWR), 100_000_000),
}


@pytest.mark.parametrize("how", BROKEN)
def test_one_broken_file_is_told_and_the_rest_stays_editable(plan: Path, how: str) -> None:
    BROKEN[how](plan / "stakeholders.toml")
    before = stamp(plan / "stakeholders.toml")
    folder = PlanFolder.open(plan)
    assert list(folder.unreadable) == ["stakeholders.toml"]
    assert "stakeholders.toml" in str(folder.unreadable["stakeholders.toml"])
    assert "stakeholders.toml" not in folder.tree.files
    assert folder.write(edited(folder.tree, Set(TITLE, "Stays"))).names == ("plan.toml",)
    with pytest.raises(NotWritten):
        folder.write(edited(folder.tree, Add(Address("stakeholders.toml"), Table())))
    assert stamp(plan / "stakeholders.toml") == before


def test_a_file_of_a_newer_format_is_shown_and_never_written(plan: Path) -> None:
    (plan / "plan.toml").write_bytes(PLAN.replace(b"format = 1", b"format = 2"))
    folder = PlanFolder.open(plan)
    before = stamps(plan)
    assert folder.tree.get(TITLE) == "Pays"
    assert "format 2" in str(folder.unreadable["plan.toml"])
    assert list(folder.unreadable) == ["plan.toml"]
    for tree in (edited(folder.tree, Set(TITLE, "Stays")), folder.tree.without_file("plan.toml")):
        with pytest.raises(NotWritten, match="update successbook"):
            folder.write(tree)
    assert stamps(plan) == before


def test_a_file_without_a_format_follows_that_of_the_plan(plan: Path) -> None:
    (plan / "plan.toml").write_bytes(b"format = 7\n")
    (plan / "readings.toml").write_bytes(b"[readings.a]\n2026-06-08 = 1\n")
    assert list(PlanFolder.open(plan).unreadable) == ["plan.toml", "readings.toml"]


@pytest.mark.parametrize("found", [b"true", b'"2"', b"1.5", b"-1", b"0"])
def test_a_format_that_is_none_is_no_newer_one(plan: Path, found: bytes) -> None:
    (plan / "plan.toml").write_bytes(b"format = " + found + b"\n")
    assert PlanFolder.open(plan).unreadable == {}


@pytest.mark.parametrize("data", [b"", b" \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_noticed(plan: Path, data: bytes) -> None:
    (plan / "plan.toml").write_bytes(data)
    assert "empty" in PlanFolder.open(plan).notices["plan.toml"]


def test_conflict_markers_in_prose_are_noticed(plan: Path) -> None:
    (plan / "plan.toml").write_bytes(b'why = """\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n"""\n')
    assert "plan.toml:2: " in PlanFolder.open(plan).notices["plan.toml"]


def test_a_read_only_disk_is_told_at_once_and_everything_is_readable(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    folder = PlanFolder.open(plan)
    assert folder.tree.get(TITLE) == "Pays"
    assert str(plan) in folder.read_only
    disk = FaultyDisk("create", errno.EROFS)
    monkeypatch.undo()
    other = PlanFolder.open(plan, disk=disk)
    with pytest.raises(NotWritten, match="read-only"):
        other.write(edited(other.tree, Set(TITLE, "Stays")))
    assert disk.fired == 1
