"""The bytes of a file are read whole and in its own encoding, or one line says why not."""

import errno
import os
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from successbook.errors import NotReadable
from successbook.files.limits import MAX_BYTES
from successbook.files.reading import Style, decode, encode, parse, parse_bytes, read_bytes
from successbook.tree import Table, same
from tests.files.broken import error_of
from tests.files.faults import FaultyDisk, StingyDisk

# Bytes


def test_an_ordinary_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(b"x" * 3_000_000)
    assert read_bytes(path) == b"x" * 3_000_000
    assert read_bytes(path, disk=StingyDisk(100_000)) == b"x" * 3_000_000


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


MAKERS: dict[str, Callable[[Path], object]] = {
    "a pipe": os.mkfifo,
    "a folder": Path.mkdir,
    "a socket": make_socket,
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "a link to something that is not there": lambda path: path.symlink_to("nowhere"),
    "leads back to itself": lambda path: path.symlink_to(path.name),
    "it is not there": lambda path: None,
}


@pytest.mark.parametrize("what", MAKERS)
def test_what_is_no_file_is_named_and_never_waited_for(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    path = Path("plan.toml")
    MAKERS[what](path)
    caught: list[NotReadable] = []

    def read() -> None:
        try:
            read_bytes(path)
        except NotReadable as error:
            caught.append(error)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    reader.join(10)
    assert not reader.is_alive()
    assert what in str(caught[0])
    assert str(caught[0]).startswith("plan.toml: ")


def test_a_file_that_becomes_a_pipe_before_it_is_opened_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    plain = tmp_path / "plain"
    plain.touch()

    class Disk(StingyDisk):
        def find(self, path: Path) -> os.stat_result:
            return super().find(plain)

    with pytest.raises(NotReadable, match="a pipe"):
        read_bytes(pipe, disk=Disk())


def test_a_file_of_100_megabytes_is_turned_away_unread(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    disk = FaultyDisk("never", 0)
    with pytest.raises(NotReadable, match="larger than 16 MiB"):
        read_bytes(path, disk=disk)
    assert disk.calls.count("read") <= MAX_BYTES // (1 << 20) + 1


@pytest.mark.parametrize("operation", ["stat", "open", "fstat", "read", "close"])
@pytest.mark.parametrize("number", [errno.EIO, errno.EACCES, errno.ESTALE], ids=errno.errorcode.get)
def test_a_failed_call_is_one_line(tmp_path: Path, operation: str, number: int) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(b"a = 1")
    disk = FaultyDisk(operation, number)
    with pytest.raises(NotReadable, match=errno.errorcode[number]):
        read_bytes(path, disk=disk)
    assert disk.fired == 1


def test_a_file_is_as_large_as_it_may_be_and_not_larger(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(b"a = 1\n")
    assert read_bytes(path, 6) == b"a = 1\n"
    with pytest.raises(NotReadable, match="larger"):
        read_bytes(path, 5)


def test_a_name_with_a_zero_byte_is_one_line() -> None:
    with pytest.raises(NotReadable, match="no file can have such a name"):
        read_bytes(Path("plan\0.toml"))


# Encodings


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_named(encoding: str) -> None:
    assert "UTF-16" in str(error_of("format = 1\n".encode(encoding)))
    assert "UTF-16" in str(error_of("\ufeffformat = 1\n".encode(encoding)))


def test_a_zero_byte_in_a_text_is_a_mistake_on_its_line_and_no_other_encoding() -> None:
    for text in ('\na = "\0"\n', "\na\0 = 1\n"):
        error = error_of(text)
        assert error.line == 2
        assert "UTF-16" not in str(error)


def test_a_byte_that_is_not_utf_8_is_named_with_its_offset_and_line() -> None:
    error = error_of(b'a = 1\nb = "caf\xe9"\n')
    assert "byte 0xE9 at offset 14 is not UTF-8" in str(error)
    assert error.line == 2
    assert "offset 17" in str(error_of(b'\xef\xbb\xbfa = 1\nb = "caf\xe9"\n'))
    assert error_of(b"\n\xe9").line == 2


def test_a_file_of_zero_bytes_is_known_as_a_wreck() -> None:
    assert "zero bytes" in str(error_of(bytes(500)))


@pytest.mark.parametrize("style", [Style(), Style(crlf=True), Style(bom=True), Style(crlf=True, bom=True)])
def test_line_ends_and_byte_order_mark_are_kept(style: Style) -> None:
    data = encode(b'a = 1\nb = """\nx\ny"""\n', style)
    table, found = parse_bytes(data, "plan.toml")
    assert found == style
    assert table == Table({"a": 1, "b": "x\ny"})
    text, _ = decode(data, "plan.toml")
    assert encode(text.encode(), found) == data


def test_a_file_that_begins_with_an_empty_line_keeps_its_line_ends() -> None:
    assert decode(b"\r\na = 1\r\n", "plan.toml")[1] == Style(crlf=True)
    assert decode(b"\na = 1\n", "plan.toml")[1] == Style()


@pytest.mark.parametrize("ends", range(1, 5))
def test_lines_that_were_ended_as_on_windows_more_than_once_are_lines_still(ends: int) -> None:
    text = "# The head.\n\na = 1 # one\nb = '''\nx\ny'''\n# The end.\n"
    table, _ = parse_bytes(text.replace("\n", "\r" * ends + "\n").encode(), "plan.toml")
    assert same(table, parse(text, "plan.toml"))


@pytest.mark.parametrize("data", [b"", b"\n", b"  \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_an_empty_table(data: bytes) -> None:
    assert parse_bytes(data, "plan.toml")[0] == Table()
