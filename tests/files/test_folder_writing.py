"""A plan is written where it changed and nowhere else, and never over what somebody else wrote."""

import errno
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.errors import ChangedOutside, NotWritten, Refused
from successbook.files.folder import PlanFolder
from successbook.files.reading import Style
from successbook.tree import Add, Address, Remove, Set, Table, Tree, apply
from tests.files.faults import FaultyDisk, WatchedDisk
from tests.files.folders import PLAN, RELEASE, TITLE, edited, stamps


def test_an_unchanged_plan_is_not_written(plan: Path) -> None:
    (plan / "stakeholders.toml").write_bytes(b"# by hand\r\n x=1\r\n")
    before = stamps(plan)
    disk = WatchedDisk()
    folder = PlanFolder.open(plan, disk=disk)
    same_again = edited(folder.tree, Set(TITLE, "Stays"), Set(TITLE, "Pays"))
    disk.calls.clear()
    assert not folder.write(folder.tree)
    assert not folder.write(same_again)
    assert disk.calls == []
    assert stamps(plan) == before


def test_only_the_file_that_changed_is_written(plan: Path) -> None:
    before = stamps(plan)
    folder = PlanFolder.open(plan)
    tree = edited(folder.tree, Set(TITLE, "Stays"))
    assert folder.write(tree).names == ("plan.toml",)
    after = stamps(plan)
    assert after["plan.toml"][2] == PLAN.replace(b'"Pays"', b'"Stays"')
    assert after["releases/r1/release.toml"] == before["releases/r1/release.toml"]
    assert folder.tree.files == tree.files
    assert not folder.write(tree)


@pytest.mark.parametrize("style", [Style(crlf=True), Style(bom=True), Style(crlf=True, bom=True)])
def test_one_edit_in_a_windows_file_is_one_changed_line(plan: Path, style: Style) -> None:
    data = (b"\xef\xbb\xbf" if style.bom else b"") + (PLAN.replace(b"\n", b"\r\n") if style.crlf else PLAN)
    (plan / "plan.toml").write_bytes(data)
    folder = PlanFolder.open(plan)
    written = folder.write(edited(folder.tree, Set(TITLE, "Stays")))
    assert (plan / "plan.toml").read_bytes() == data.replace(b'"Pays"', b'"Stays"')
    assert written.normalised == ()


def test_a_file_laid_out_by_hand_is_normalised_once_and_that_is_said_once(plan: Path) -> None:
    (plan / "plan.toml").write_bytes(PLAN.replace(b"weight = 2", b"weight=2"))
    folder = PlanFolder.open(plan)
    assert "plan.toml: was laid out by hand" in folder.write_tree(edited(folder.tree, Set(TITLE, "Stays")))
    assert (plan / "plan.toml").read_bytes() == PLAN.replace(b'"Pays"', b'"Stays"')
    assert folder.write_tree(edited(folder.tree, Set(TITLE, "Goes"))) == ""


def test_a_change_taken_back_leaves_a_file_laid_out_by_hand_as_it_was(plan: Path) -> None:
    by_hand = PLAN.replace(b"weight = 2", b"weight=2")
    (plan / "plan.toml").write_bytes(by_hand)
    folder = PlanFolder.open(plan)
    assert not folder.write(edited(folder.tree, Set(TITLE, "Stays"), Set(TITLE, "Pays")))
    assert (plan / "plan.toml").read_bytes() == by_hand


def test_files_are_made_and_taken_away_with_their_folders(plan: Path) -> None:
    folder = PlanFolder.open(plan)
    before = stamps(plan)
    release = Address("releases/r2/release.toml")
    bigger = edited(folder.tree, Add(release, Table({"format": 1})))
    assert folder.write(bigger).names == (release.file,)
    assert (plan / release.file).read_bytes() == b"format = 1\n"
    assert folder.write(bigger.without_file(release.file)).names == (release.file,)
    assert [each.name for each in (plan / "releases").iterdir()] == ["r1"]
    assert stamps(plan) == before


def test_a_file_that_fails_keeps_no_other_from_being_written(plan: Path) -> None:
    (plan / "stakeholders.toml").write_bytes(b"a = 1\n")
    disk = FaultyDisk("create", errno.ENOSPC)
    folder = PlanFolder.open(plan, disk=disk)
    tree = edited(
        folder.tree, Set(TITLE, "Stays"), Set(Address("releases/r1/release.toml", ("title",)), "Second")
    )
    with pytest.raises(NotWritten, match=r"plan\.toml: .*the disk is full"):
        folder.write(tree)
    assert disk.fired == 1
    assert (plan / "plan.toml").read_bytes() == PLAN
    assert b"Second" in (plan / "releases" / "r1" / "release.toml").read_bytes()
    assert folder.tree.get(TITLE) == "Pays"
    assert folder.write(tree).names == ("plan.toml",)


def test_what_cannot_be_written_as_toml_is_told_with_file_and_key(plan: Path) -> None:
    folder = PlanFolder.open(plan)
    with pytest.raises(NotWritten, match=r"plan\.toml: .*goals\.pays"):
        folder.write(edited(folder.tree, Set(TITLE, "half a \ud800 character")))
    assert (plan / "plan.toml").read_bytes() == PLAN


def test_a_file_that_could_not_be_read_again_for_its_size_is_not_written(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = PlanFolder.open(plan)
    monkeypatch.setattr("successbook.files.folder.MAX_BYTES", 200)
    with pytest.raises(NotWritten, match="larger"):
        folder.write(edited(folder.tree, Set(TITLE, "x" * 200)))
    assert (plan / "plan.toml").read_bytes() == PLAN


def test_a_folder_that_cannot_be_synced_is_remarked(plan: Path) -> None:
    disk = FaultyDisk("fsync_folder", errno.EIO)
    folder = PlanFolder.open(plan, disk=disk)
    assert "maybe not durable" in folder.write_tree(edited(folder.tree, Set(TITLE, "Stays")))
    assert disk.fired == 1


# Somebody else


def test_what_somebody_else_wrote_is_not_overwritten_and_memory_is_kept(plan: Path) -> None:
    folder = PlanFolder.open(plan)
    theirs = PLAN + b"# theirs\n"
    (plan / "plan.toml").write_bytes(theirs)
    tree = edited(folder.tree, Set(TITLE, "Stays"))
    with pytest.raises(ChangedOutside):
        folder.write(tree)
    assert (plan / "plan.toml").read_bytes() == theirs
    assert folder.tree.get(TITLE) == "Pays"


@pytest.mark.parametrize("how", ["deleted", "renamed", "a folder"])
def test_a_vanished_file_is_told_and_can_be_written_again(plan: Path, how: str) -> None:
    folder = PlanFolder.open(plan)
    path = plan / "plan.toml"
    path.rename(plan / "elsewhere") if how == "renamed" else path.unlink()
    if how == "a folder":
        path.mkdir()
    tree = edited(folder.tree, Set(TITLE, "Stays"))
    with pytest.raises((ChangedOutside, NotWritten), match=r"plan\.toml"):
        folder.write(tree)
    if how == "a folder":
        path.rmdir()
    assert folder.write(tree, again=["plan.toml"]).names == ("plan.toml",)
    assert path.read_bytes() == PLAN.replace(b'"Pays"', b'"Stays"')


def test_to_write_again_what_is_still_there_is_to_write_it(plan: Path) -> None:
    folder = PlanFolder.open(plan)
    assert folder.write(edited(folder.tree, Set(TITLE, "Stays")), again=["plan.toml"]).names == ("plan.toml",)


def test_to_write_again_never_overwrites_what_is_there(plan: Path) -> None:
    folder = PlanFolder.open(plan)
    (plan / "plan.toml").write_bytes(b"theirs = 1\n")
    with pytest.raises(ChangedOutside):
        folder.write(edited(folder.tree, Set(TITLE, "Stays")), again=["plan.toml"])
    assert (plan / "plan.toml").read_bytes() == b"theirs = 1\n"


def test_left_over_files_are_swept_at_the_start(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from successbook.files import temporary

    monkeypatch.setattr(temporary, "_lives", lambda process: False)
    name = f".successbook-{temporary._host()}-1-{'0' * 16}.tmp"
    for each in (plan, plan / "releases" / "r1"):
        (each / name).touch()
    PlanFolder.open(plan)
    assert list(plan.rglob("*.tmp")) == []


# Laws

_titles = st.text(st.characters(exclude_categories=["Cs"]), max_size=10)
_edits = st.lists(
    st.one_of(
        st.builds(Set, st.just(TITLE), _titles),
        st.builds(Set, st.just(Address("plan.toml", ("goals", "pays", "weight"))), st.integers()),
        st.just(Remove(Address("plan.toml", ("goals", "pays", "weight")))),
        st.just(Remove(Address("plan.toml", ("goals", "pays")))),
        st.just(Remove(Address("releases/r1/release.toml"))),
        st.builds(
            Add, st.builds(Address, st.just("plan.toml"), st.tuples(_titles.map("k".__add__))), st.dates()
        ),
    ),
    max_size=5,
)


@given(_edits)
def test_undo_after_do_gives_the_exact_bytes(
    tmp_path_factory: pytest.TempPathFactory, edits: list[Set | Add | Remove]
) -> None:
    path = tmp_path_factory.mktemp("plan")
    (path / "releases" / "r1").mkdir(parents=True)
    (path / "plan.toml").write_bytes(PLAN)
    (path / "releases" / "r1" / "release.toml").write_bytes(RELEASE)
    before = {name: found[2] for name, found in stamps(path).items()}
    folder = PlanFolder.open(path)
    tree, history = folder.tree, []
    for edit in edits:
        try:
            tree, back = apply(tree, edit)
        except Refused:
            continue
        history.append(back)
        folder.write(tree)
        assert Tree(PlanFolder.open(path).tree.files) == Tree(folder.tree.files)
    for back in reversed(history):
        tree, _ = apply(tree, back)
    folder.write(tree)
    assert {name: found[2] for name, found in stamps(path).items()} == before
