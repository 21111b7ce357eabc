"""When a system call fails, the old bytes stay, nothing lies about, and one line says why."""

import errno
import os
import signal
from pathlib import Path

import pytest

from successbook.errors import NotWritten
from successbook.files.saving import remove, save
from tests.files.faults import FaultyDisk, NoExchangeDisk
from tests.files.one_file import NEW, OLD, everything_in

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
