"""After a save the new bytes are on the disk; after anything else the old ones are, whole."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from successbook.errors import ChangedOutside, NotWritten
from successbook.files.disk import Disk
from successbook.files.exchange import exchange
from successbook.files.saving import remove, save
from tests.files.faults import FaultyDisk, MeddlingDisk, NoExchangeDisk, StingyDisk, WatchedDisk
from tests.files.one_file import NEW, OLD, THEIRS, everything_in


@pytest.fixture
def _disk_swaps(tmp_path: Path) -> None:
    """Skip where the disk cannot swap two names; there the last look is right before the rename."""
    one, other = tmp_path / "one", tmp_path / "other"
    one.touch()
    other.touch()
    if not exchange(one, other):
        pytest.skip("this disk cannot swap names")
    one.unlink()
    other.unlink()


# What works


@pytest.mark.parametrize(
    "disk", [Disk(), NoExchangeDisk(), StingyDisk()], ids=["swap", "rename", "short writes"]
)
def test_a_save_puts_the_new_bytes_in_place_and_leaves_nothing_else(file: Path, disk: Disk) -> None:
    saved = save(file, NEW, OLD, disk=disk)
    assert file.read_bytes() == NEW
    assert everything_in(file.parent) == ["plan.toml"]
    assert (saved.durable, saved.warnings) == (True, ())
    assert not isinstance(disk, StingyDisk) or disk.calls.count("write") > 50


def test_bytes_are_durable_before_the_name_and_the_name_before_saved_is_said(file: Path) -> None:
    disk = WatchedDisk()
    save(file, NEW, OLD, disk=disk)
    order = [call for call in disk.calls if call in ("write", "fsync", "exchange", "fsync_folder")]
    assert order == ["write", "fsync", "exchange", "fsync_folder"]


def test_bytes_that_are_there_already_are_not_written_again(file: Path) -> None:
    disk = WatchedDisk()
    assert save(file, OLD, OLD, disk=disk).durable
    assert disk.calls == ["lstat"]


def test_a_new_file_is_made_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "releases" / "r1" / "results" / "a--b.toml"
    saved = save(path, NEW, None, within=tmp_path)
    assert path.read_bytes() == NEW
    assert everything_in(path.parent) == ["a--b.toml"]
    assert saved.durable


def test_each_new_folder_is_durable_in_the_one_that_holds_it(tmp_path: Path) -> None:
    disk = WatchedDisk()
    save(tmp_path / "releases" / "r1" / "plan.toml", NEW, None, within=tmp_path, disk=disk)
    order = [call for call in disk.calls if call in ("mkdir", "fsync_folder")]
    assert order == ["mkdir", "fsync_folder", "mkdir", "fsync_folder", "fsync_folder"]


def test_a_new_file_has_the_mode_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        save(tmp_path / "plan.toml", NEW, None)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "plan.toml").stat().st_mode) == 0o640


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_mode_of_a_file_is_kept(file: Path, mode: int) -> None:
    file.chmod(mode)
    save(file, NEW, OLD)
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_an_interrupted_call_is_made_again(file: Path) -> None:
    for operation in ("write", "fsync", "create", "exchange", "close", "read"):
        base = file.read_bytes()
        disk = FaultyDisk(operation, errno.EINTR)
        save(file, base + b"# again\n", base, disk=disk)
        assert disk.fired
        assert file.read_bytes() == base + b"# again\n"


def test_a_removed_file_is_gone_with_the_folders_it_leaves_empty(tmp_path: Path) -> None:
    path = tmp_path / "releases" / "r1" / "release.toml"
    save(path, OLD, None, within=tmp_path)
    assert remove(path, OLD, within=tmp_path).durable
    assert everything_in(tmp_path) == []


# Somebody else


@pytest.mark.parametrize("theirs", [THEIRS, OLD + b"#", b"", OLD.replace(b"1", b"9")])
def test_what_somebody_else_wrote_is_never_overwritten(file: Path, theirs: bytes) -> None:
    kept = file.stat()
    file.write_bytes(theirs)
    os.utime(file, ns=(kept.st_atime_ns, kept.st_mtime_ns))
    with pytest.raises(ChangedOutside):
        save(file, NEW, OLD)
    with pytest.raises(ChangedOutside):
        remove(file, OLD)
    assert file.read_bytes() == theirs
    assert everything_in(file.parent) == ["plan.toml"]


def _replaced(path: Path) -> Callable[[], object]:
    def meddle() -> None:
        other = path.with_name("other")
        other.write_bytes(THEIRS)
        other.replace(path)

    return meddle


@pytest.mark.usefixtures("_disk_swaps")
@pytest.mark.parametrize("how", ["in place", "replaced"])
def test_a_write_in_the_very_last_instant_is_given_back(file: Path, how: str) -> None:
    meddle = _replaced(file) if how == "replaced" else lambda: file.write_bytes(THEIRS)
    disk = MeddlingDisk("exchange", meddle)
    with pytest.raises(ChangedOutside):
        save(file, NEW, OLD, disk=disk)
    assert disk.fired == 1
    assert file.read_bytes() == THEIRS
    assert everything_in(file.parent) == ["plan.toml"]


@pytest.mark.usefixtures("_disk_swaps")
def test_what_cannot_be_given_back_is_kept_beside(file: Path) -> None:
    class Disk(MeddlingDisk):
        def exchange(self, one: Path, other: Path) -> bool:
            return super().exchange(one, other) if "exchange" not in self.calls else False

    disk = Disk("exchange", lambda: file.write_bytes(THEIRS))
    with pytest.raises(ChangedOutside, match=r"kept as plan\.toml\.theirs-"):
        save(file, NEW, OLD, disk=disk)
    assert disk.fired == 1
    kept = [name for name in everything_in(file.parent) if "theirs" in name]
    assert [(file.parent / name).read_bytes() for name in kept] == [THEIRS]


@pytest.mark.usefixtures("_disk_swaps")
def test_old_bytes_that_cannot_be_looked_at_again_are_given_back(file: Path) -> None:
    disk = FaultyDisk("read", errno.EIO, at=3)
    with pytest.raises(NotWritten):
        save(file, NEW, OLD, disk=disk)
    assert disk.fired == 1
    assert file.read_bytes() == OLD
    assert everything_in(file.parent) == ["plan.toml"]


def test_a_file_that_appeared_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    disk = MeddlingDisk("link", lambda: path.write_bytes(THEIRS))
    with pytest.raises(ChangedOutside):
        save(path, NEW, None, disk=disk)
    assert disk.fired == 1
    with pytest.raises(ChangedOutside):
        save(path, NEW, None)
    assert path.read_bytes() == THEIRS
    assert everything_in(tmp_path) == ["plan.toml"]


def test_a_file_that_is_there_is_not_overwritten_on_a_disk_without_hard_links(file: Path) -> None:
    with pytest.raises(ChangedOutside):
        save(file, NEW, None, disk=FaultyDisk("link", errno.EPERM))
    assert file.read_bytes() == OLD


@pytest.mark.parametrize("moment", ["lstat", "create", "open"])
def test_a_file_that_vanished_is_not_made_again_unasked(file: Path, moment: str) -> None:
    disk = MeddlingDisk(moment, file.unlink)
    with pytest.raises(ChangedOutside):
        save(file, NEW, OLD, disk=disk)
    assert disk.fired == 1
    assert everything_in(file.parent) == []


def test_a_folder_in_its_place_is_left_alone(file: Path) -> None:
    file.unlink()
    file.mkdir()
    with pytest.raises(NotWritten, match="a folder"):
        save(file, NEW, OLD)
    assert file.is_dir()


def test_a_pipe_in_its_place_is_called_one_and_left_alone(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)
    with pytest.raises(NotWritten, match="a pipe has taken its place"):
        save(file, NEW, OLD)
    assert stat.S_ISFIFO(file.lstat().st_mode)


def test_a_file_of_somebody_else_that_one_may_only_read_is_left_alone(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(NotWritten, match="write-protected"):
        save(file, NEW, OLD)
    assert file.read_bytes() == OLD


# Links


def test_a_link_stays_a_link_and_its_file_is_written(file: Path) -> None:
    real = file.parent / "real.toml"
    file.rename(real)
    file.symlink_to("real.toml")
    saved = save(file, NEW, OLD, within=file.parent)
    assert file.is_symlink()
    assert real.read_bytes() == NEW
    assert saved.path == real


def test_a_link_out_of_the_plan_is_refused(file: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.toml"
    file.rename(outside)
    file.symlink_to(outside)
    with pytest.raises(NotWritten, match="leads out of the plan"):
        save(file, NEW, OLD, within=file.parent)
    assert outside.read_bytes() == OLD


def test_a_folder_that_leads_out_of_the_plan_is_refused(file: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (file.parent / "releases").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotWritten, match="leads out of the plan"):
        save(file.parent / "releases" / "r1" / "release.toml", NEW, None, within=file.parent)
    assert everything_in(tmp_path / "elsewhere") == []


@pytest.mark.parametrize(
    ("target", "says"),
    [("nowhere", "it is a link to something that is not there: remove the link"), ("plan.toml", "")],
    ids=["dangling", "circle"],
)
def test_a_link_that_leads_nowhere_is_refused(file: Path, target: str, says: str) -> None:
    file.unlink()
    file.symlink_to(target)
    with pytest.raises(NotWritten) as told:
        save(file, NEW, OLD)
    assert says.partition(": ")[0] in str(told.value)
    assert says.partition(": ")[2] in str(told.value)
    assert file.is_symlink()


def test_a_write_protected_file_is_not_removed(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(NotWritten, match="write-protected"):
        remove(file, OLD)
    assert file.read_bytes() == OLD


@pytest.mark.usefixtures("_disk_swaps")
@pytest.mark.parametrize("moment", ["open", "exchange"])
def test_a_file_swapped_for_a_link_is_refused_and_what_it_leads_to_untouched(file: Path, moment: str) -> None:
    secret = file.parent / "secret"
    secret.write_bytes(OLD)

    def swap() -> None:
        file.unlink()
        file.symlink_to(secret)

    disk = MeddlingDisk(moment, swap)
    with pytest.raises((NotWritten, ChangedOutside)):
        save(file, NEW, OLD, disk=disk)
    assert disk.fired == 1
    assert file.is_symlink()
    assert secret.read_bytes() == OLD


def test_a_temporary_name_that_is_taken_by_a_link_is_left_alone(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = file.parent / "secret"
    secret.write_bytes(OLD)
    token = "0" * 16
    tokens = iter([token, "1" * 16])
    monkeypatch.setattr("successbook.files.temporary.os.urandom", lambda _: bytes.fromhex(next(tokens)))
    monkeypatch.setattr("successbook.files.temporary._host", lambda: "feedbeef")
    (file.parent / f".successbook-feedbeef-{os.getpid()}-{token}.tmp").symlink_to(secret)
    save(file, NEW, OLD)
    assert file.read_bytes() == NEW
    assert secret.read_bytes() == OLD
    monkeypatch.setattr("successbook.files.temporary.os.urandom", lambda _: bytes.fromhex(token))
    with pytest.raises(NotWritten):
        save(file, OLD, NEW)
    assert (file.read_bytes(), secret.read_bytes()) == (NEW, OLD)


def test_a_hard_link_is_warned_of(file: Path) -> None:
    (file.parent / "twin").hardlink_to(file)
    saved = save(file, NEW, OLD)
    assert "hard links" in saved.warnings[0]
    assert (file.parent / "twin").read_bytes() == OLD
