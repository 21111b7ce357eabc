"""Files of other programs: their encoding is told by what cannot be anything else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.errors import NotReadable
from successbook.files.foreign import foreign_text, read_foreign

TEXT = 'Case;Note\r\n"Zahlen als Gast";"schön, 5 €"\r\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_in_every_dress_is_read_without_a_remark(encoding: str) -> None:
    assert foreign_text(TEXT.encode(encoding), "file.csv") == (TEXT, "")


def test_windows_1252_is_read_and_said_with_a_word_to_look_at() -> None:
    text, remark = foreign_text(TEXT.encode("cp1252"), "file.csv")
    assert text == TEXT
    assert "Windows-1252" in remark
    assert "schön" in remark


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ä;b", "Ä"),
        ("plain\nfirst;Müller and René\n", "Müller"),
        ('"Größe";ok', "Größe"),
        ("a;ß;c", "ß"),
    ],
)
def test_the_word_to_look_at_is_the_first_that_could_be_read_wrongly(text: str, word: str) -> None:
    assert f'is "{word}" right?' in foreign_text(text.encode("cp1252"), "file.csv")[1]


@pytest.mark.parametrize("data", [b"abc\0defg", b"a\0b\0c", b"a\0\0\0b\0c\0", b"\0a\0\0\0b\0c"])
def test_zero_bytes_in_a_text_do_not_make_it_another_encoding(data: bytes) -> None:
    assert foreign_text(data, "file.csv") == (data.decode(), "")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04rest", "a spreadsheet's own file"),
        (b"\xd0\xcf\x11\xe0rest", "a spreadsheet's own file"),
        (b"\x00\x00\x00", "nothing but zero bytes"),
        (b"\xff\xfea", "begins like UTF-16, but"),
        (b"\xef\xbb\xbfa\xff", "begins like UTF-8, but byte 1 is none"),
        (b"a\nb\x81c", "byte 0x81 at offset 3 is neither UTF-8 nor Windows-1252"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(NotReadable, match=says):
        foreign_text(data, "file.csv")


@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_refused_in_one_line(data: bytes) -> None:
    try:
        foreign_text(data, "file.csv")
    except NotReadable as error:
        assert "\n" not in str(error)  # noqa: PT017  # most bytes are text


def test_a_pipe_a_folder_and_nothing_are_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path, tmp_path / "nobody.csv"):
        with pytest.raises(NotReadable) as refused:
            read_foreign(path)
        assert ("name a CSV file" in str(refused.value)) == path.exists()


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(17 * 2**20)
    with pytest.raises(NotReadable, match=r"larger than 16 MiB; import it in parts"):
        read_foreign(path)
