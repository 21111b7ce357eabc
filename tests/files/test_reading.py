"""Reading ends, quickly, with a table or with one line that says what is wrong and where."""

import datetime as dt
import errno
import os
import re
import socket
import threading
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.errors import NotReadable
from successbook.files.limits import MAX_BYTES, MAX_DEPTH
from successbook.files.locating import Lines
from successbook.files.reading import Style, conflict_line, decode, encode, parse, parse_bytes, read_bytes
from successbook.files.writing import Writer
from successbook.tree import Table, same
from tests.files.faults import FaultyDisk, StingyDisk
from tests.files.strategies import Messy, messy_files


def error_of(text: str | bytes) -> NotReadable:
    with pytest.raises(NotReadable) as failed:
        parse_bytes(text if isinstance(text, bytes) else text.encode(), "plan.toml")
    message = str(failed.value)
    assert message.startswith("plan.toml")
    assert failed.value.remedy
    assert "\n" not in message
    return failed.value


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


# Syntax


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a = 1\nb = ", 2, "no value"),
        ("a = 1\nb = yes\n", 2, "no value; text needs quotation marks"),
        ("a = 1\n\na = 2\n", 3, "a key stands there twice"),
        ("[a]\n[b]\n[a]\n", 3, "a table stands there twice"),
        ('x = "#"\na = """\nnever closed\n# 2\n', 2, "no quotation mark closes"),
        ("a = '''\n\n", 1, "no quotation mark closes"),
        ("a = 'b\n", 1, "no quotation mark closes"),
        ('a = "b\n', 1, "no quotation mark closes"),
        ("a = 2026-02-30\n", 1, "no such date"),
        ("a = [1\nb = 2\n", 2, "list is not closed"),
        ("a = { b = 1\nc = 2 }", 2, "table is not closed"),
        ('a = "\\q"\n', 1, "backslash"),
        ('a = "\\ud800"\n', 1, "number after"),
        ("just text\n", 1, "not followed by ="),
        ("§ 5\n", 1, "no key"),
        ("a = 1 b = 2\n", 1, "where the line should end"),
        ('a = "\x07"\n', 1, "control character"),
        ("a = {}\na.b = 1\n", 2, "closed"),
        ("a = 'b\nc'\n", 1, "no quotation mark closes"),
        ("a = { b = 1, b = 2 }\n", 1, "a key stands there twice"),
        ("[a.b]\n[a]\nb.c = 1\n", 3, "a table stands there twice"),
        ("a = {\n  b = 1,\n[c]\n", 3, "a { above is not closed"),
        ("a = {\n  b = 1,\n\n", 2, "a { above is not closed"),
        ("a = 1\n[b\nc = 1\n", 2, "not closed with its brackets"),
        ("[[b]\n", 1, "not closed with its brackets"),
        ("# \x07\n", 1, "control character"),
        ('a = "\\u12"\n', 1, "number after"),
    ],
)
def test_a_mistake_is_named_in_words_with_its_line(text: str, line: int, says: str) -> None:
    error = error_of(text)
    assert says in str(error)
    assert error.line == line


MERGED = """\
[goals.a]
<<<<<<< HEAD
title = "mine"
=======
title = "theirs"
>>>>>>> other
"""


def test_conflict_markers_are_named() -> None:
    error = error_of(MERGED)
    assert "conflict markers" in str(error)
    assert error.line == 2
    assert error_of(MERGED.replace("\n", "\r\n")).line == 2


def test_conflict_markers_inside_prose_are_found_though_the_file_is_valid() -> None:
    text = f'why = """\n{MERGED}"""\n'
    tomllib.loads(text)
    assert conflict_line(text) == 3
    assert conflict_line('why = "<<<<<<< and >>>>>>> in a line"\n') is None
    assert conflict_line("=======\n") is None
    assert conflict_line("a = 1\n>>>>>>> other\n") == conflict_line("a = 1\n<<<<<<< HEAD\n") == 2


# TOML 1.1, as people write it by hand

BY_HAND = """\
# The head.

meeting = 07:32  # in the morning
[goals.g-1]
title = "A \\x48and \\u0026 a\\e key"
owner = {
  # who answers
  name = "Ann",  # for now
  team = "Growth",
}
"""


def test_what_toml_allows_since_1_1_is_read_and_written_as_1_0_with_its_comments() -> None:
    table = parse(BY_HAND, "plan.toml")
    written = Writer().render(table).decode()
    plain = tomllib.loads(written)
    assert plain["meeting"] == dt.time(7, 32)
    assert plain["goals"]["g-1"] == {
        "title": "A Hand & a\x1b key",
        "owner": {"name": "Ann", "team": "Growth"},
    }
    assert re.findall("#.*", written) == ["# The head.", "# in the morning", "# who answers", "# for now"]
    assert same(parse(written, "plan.toml"), table)


def test_the_lines_of_toml_1_1_are_known() -> None:
    lines = Lines(BY_HAND)
    assert lines.of(("goals", "g-1", "owner", "name")) == 8
    assert lines.of(("goals", "g-1", "owner", "team")) == 9


# Bombs

BOMBS = {
    "dots": "a." * 320_000 + "a = 1",
    "dots in an inline table": "x = {" + "a." * 320_000 + "a = 1}",
    "dots in a header": "[" + "a." * 320_000 + "a]",
    "quoted dots": '"a". ' * 320_000 + "a = 1",
    "arrays": "a = " + "[" * 320_000,
    "closed arrays": "a = " + "[" * 900 + "]" * 900,
    "inline tables": "a = " + "{a = " * 320_000,
    "closed inline tables": "a = " + "{a = " * 300 + "1" + "}" * 300,
    "just too deep": "a = " + "[" * MAX_DEPTH + "]" * MAX_DEPTH,
    "deep by headers and keys": "[a.a.a.a.a.a.a]\na.a.a.a.a.a.a = 1",
    "brackets": "[" * 640_000,
    "quotation marks": '"""' + r"\"\"\"" * 200_000,
    "single marks": "'" * 640_000,
    "half a string": '"' * 640_001,
    "digits": "a = 1" + "0" * 5_000,
    "underscored digits": "a = " + "1_0" * 3_000,
    "hex digits": "a = 0x" + "f" * 5_000,
    "hashes": "#" * 640_000 + "\x07",
    "backslashes": '"' + "\\" * 640_001,
    "words and dots": "a " * 320_000 + "." * 20,
    "returns": "\r" * 640_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_turned_away(name: str) -> None:
    assert str(error_of(BOMBS[name])).startswith("plan.toml")


@pytest.mark.parametrize("name", ["digits", "underscored digits", "hex digits"])
def test_a_number_without_end_is_named_with_its_line(name: str) -> None:
    error = error_of(f"[t]\nb = 1\n{BOMBS[name]}\n")
    assert "digits" in str(error)
    assert error.line == 3


def test_a_key_without_end_is_named_with_its_line() -> None:
    assert error_of("[t]\n" + BOMBS["dots"]).line == 2


@pytest.mark.parametrize(
    "text",
    [
        'why = "' + "One. Two. " * 50 + '"',
        'why = """\n' + "a.b." * 50 + '\n"""',
        "# " + "a.b." * 50,
        "a = [" + ", ".join(["1.5"] * 50) + "]",
        "a = '" + "a.b." * 50 + "'",
        "a = " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1),
        "a.b.c.d.e.f = 1" + "0" * 900,
        "a = 0x" + "f" * 800,
    ],
)
def test_what_only_looks_like_a_bomb_is_read(text: str) -> None:
    assert set(parse(text, "plan.toml")) == set(tomllib.loads(text))


def expect_table_or_one_line(data: bytes) -> None:
    try:
        parse_bytes(data, "plan.toml")
    except NotReadable:
        error_of(data)


@given(st.one_of(st.text(max_size=40), st.text("[]{}=\"'#.\\\n a1", max_size=40)))
def test_any_text_is_a_table_or_one_line(text: str) -> None:
    expect_table_or_one_line(text.encode())


@given(messy_files(), st.data())
def test_a_damaged_file_is_a_table_or_one_line(messy: Messy, data: st.DataObject) -> None:
    raw = messy.text.encode()
    at = data.draw(st.integers(0, len(raw)))
    cut = raw[:at] + data.draw(st.binary(max_size=3)) + raw[data.draw(st.integers(at, len(raw))) :]
    expect_table_or_one_line(cut)
