"""After a save the new bytes are on the disk; after anything else the old ones are, whole."""

import errno
import os
import signal
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from successbook.errors import ChangedOutside, NotWritten
from successbook.files.disk import Disk
from successbook.files.saving import remove, save
from tests.files.faults import FaultyDisk, MeddlingDisk, NoExchangeDisk, StingyDisk, WatchedDisk

OLD, NEW, THEIRS = b"old = 1\n", b"new = 2\n" * 50, b"theirs = 3\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plan" / "plan.toml"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def everything_in(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


# What works


@pytest.mark.parametrize("disk", [Disk(), NoExchangeDisk(), StingyDisk()], ids=["swap", "rename", "short writes"])
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


def test_a_new_file_is_made_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "releases" / "r1" / "results" / "a--b.toml"
    saved = save(path, NEW, None, within=tmp_path)
    assert path.read_bytes() == NEW
    assert everything_in(path.parent) == ["a--b.toml"]
    assert saved.durable


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


# What fails

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EACCES, errno.EPERM)
CALLS = ("stat", "create", "write", "fchmod", "fsync", "close", "open", "read", "exchange")


@pytest.mark.parametrize("number", FULL, ids=errno.errorcode.get)
@pytest.mark.parametrize("operation", [call for call in CALLS if call != "stat"])
def test_a_failed_call_leaves_the_old_bytes_and_one_line(file: Path, operation: str, number: int) -> None:
    disk = FaultyDisk(operation, number)
    with pytest.raises(NotWritten) as failed:
        save(file, NEW, OLD, disk=disk)
    assert disk.fired == 1
    assert file.read_bytes() == OLD
    assert everything_in(file.parent) == ["plan.toml"]
    assert failed.value.cause is not None
    assert failed.value.cause.errno == number
    assert errno.errorcode[number] in str(failed.value)
    assert str(file) in str(failed.value)
    assert "\n" not in str(failed.value)


@pytest.mark.parametrize("number", FULL, ids=errno.errorcode.get)
def test_a_failed_rename_leaves_the_old_bytes(file: Path, number: int) -> None:
    class Disk(FaultyDisk, NoExchangeDisk):
        pass

    disk = Disk("rename", number)
    with pytest.raises(NotWritten):
        save(file, NEW, OLD, disk=disk)
    assert disk.fired == 1
    assert file.read_bytes() == OLD
    assert everything_in(file.parent) == ["plan.toml"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO], ids=errno.errorcode.get)
@pytest.mark.parametrize("operation", ["mkdir", "create", "write", "fsync", "link"])
def test_a_failed_call_leaves_no_new_file(tmp_path: Path, operation: str, number: int) -> None:
    path = tmp_path / "releases" / "r1" / "release.toml"
    disk = FaultyDisk(operation, number)
    with pytest.raises(NotWritten):
        save(path, NEW, None, within=tmp_path, disk=disk)
    assert disk.fired == 1
    assert [each for each in tmp_path.rglob("*") if each.is_file()] == []


@pytest.mark.parametrize("operation", ["open", "read", "unlink"])
def test_a_failed_call_keeps_a_file_from_being_removed(file: Path, operation: str) -> None:
    disk = FaultyDisk(operation, errno.EIO)
    with pytest.raises(NotWritten):
        remove(file, OLD, disk=disk)
    assert disk.fired == 1
    assert file.read_bytes() == OLD


def test_after_a_failed_fsync_the_next_save_begins_with_a_new_file(file: Path) -> None:
    disk = FaultyDisk("fsync", errno.EIO)
    with pytest.raises(NotWritten):
        save(file, NEW, OLD, disk=disk)
    assert disk.calls.count("fsync") == 1
    save(file, NEW, OLD, disk=disk)
    assert disk.calls.count("create") == 2
    assert file.read_bytes() == NEW


@pytest.mark.parametrize("operation", ["open_folder", "fsync_folder"])
def test_a_folder_that_cannot_be_synced_is_saved_maybe_not_durable(file: Path, operation: str) -> None:
    disk = FaultyDisk(operation, errno.EIO)
    saved = save(file, NEW, OLD, disk=disk)
    assert disk.fired == 1
    assert not saved.durable
    assert file.read_bytes() == NEW


def test_old_bytes_that_cannot_be_cleared_away_do_not_spoil_the_save(file: Path) -> None:
    disk = FaultyDisk("unlink", errno.EIO)
    save(file, NEW, OLD, disk=disk)
    assert disk.fired == 1
    assert file.read_bytes() == NEW


def test_a_disk_without_hard_links_takes_new_files_all_the_same(tmp_path: Path) -> None:
    disk = FaultyDisk("link", errno.EPERM)
    save(tmp_path / "plan.toml", NEW, None, disk=disk)
    assert disk.fired == 1
    assert everything_in(tmp_path) == ["plan.toml"]


def test_an_owner_that_cannot_be_kept_is_reported(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Disk(FaultyDisk):
        def status(self, descriptor: int) -> os.stat_result:
            found = list(super().status(descriptor))
            found[4] += 1
            return os.stat_result(found)

    disk = Disk("fchown", errno.EPERM)
    saved = save(file, NEW, OLD, disk=disk)
    assert disk.fired == 1
    assert "owner" in saved.warnings[0]


def test_a_write_protected_file_is_left_alone(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(NotWritten, match="write-protected"):
        save(file, NEW, OLD)
    assert file.read_bytes() == OLD


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_refuses_in_one_line(file: Path) -> None:
    file.parent.chmod(0o555)
    try:
        with pytest.raises(NotWritten, match="permission denied"):
            save(file, NEW, OLD)
    finally:
        file.parent.chmod(0o755)


def test_a_file_that_may_grow_no_further_is_left_as_it_was(file: Path) -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        with pytest.raises(NotWritten, match="EFBIG"):
            save(file, NEW, OLD)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert file.read_bytes() == OLD
    assert everything_in(file.parent) == ["plan.toml"]


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


@pytest.mark.parametrize("how", ["in place", "replaced"])
def test_a_write_in_the_very_last_instant_is_given_back(file: Path, how: str) -> None:
    meddle = _replaced(file) if how == "replaced" else lambda: file.write_bytes(THEIRS)
    disk = MeddlingDisk("exchange", meddle)
    with pytest.raises(ChangedOutside):
        save(file, NEW, OLD, disk=disk)
    assert disk.fired == 1
    assert file.read_bytes() == THEIRS
    assert everything_in(file.parent) == ["plan.toml"]


def test_what_cannot_be_given_back_is_kept_beside(file: Path) -> None:
    class Disk(MeddlingDisk):
        def exchange(self, one: Path, other: Path) -> bool:
            return super().exchange(one, other) if "exchange" not in self.calls else False

    disk = Disk("exchange", lambda: file.write_bytes(THEIRS))
    with pytest.raises(ChangedOutside, match="kept as plan.toml.theirs-"):
        save(file, NEW, OLD, disk=disk)
    assert disk.fired == 1
    kept = [name for name in everything_in(file.parent) if "theirs" in name]
    assert [(file.parent / name).read_bytes() for name in kept] == [THEIRS]


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


@pytest.mark.parametrize("target", ["nowhere", "plan.toml"], ids=["dangling", "circle"])
def test_a_link_that_leads_nowhere_is_refused(file: Path, target: str) -> None:
    file.unlink()
    file.symlink_to(target)
    with pytest.raises(NotWritten):
        save(file, NEW, OLD)
    assert file.is_symlink()


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
    monkeypatch.setattr("successbook.files.temporary.secrets.token_hex", lambda _: next(tokens))
    monkeypatch.setattr("successbook.files.temporary._host", lambda: "feedbeef")
    (file.parent / f".successbook-feedbeef-{os.getpid()}-{token}.tmp").symlink_to(secret)
    save(file, NEW, OLD)
    assert file.read_bytes() == NEW
    assert secret.read_bytes() == OLD
    monkeypatch.setattr("successbook.files.temporary.secrets.token_hex", lambda _: token)
    with pytest.raises(NotWritten):
        save(file, OLD, NEW)
    assert (file.read_bytes(), secret.read_bytes()) == (NEW, OLD)


def test_a_hard_link_is_warned_of(file: Path) -> None:
    (file.parent / "twin").hardlink_to(file)
    saved = save(file, NEW, OLD)
    assert "hard links" in saved.warnings[0]
    assert (file.parent / "twin").read_bytes() == OLD
