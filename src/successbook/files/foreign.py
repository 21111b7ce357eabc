"""Files that other programs wrote, as text: whatever their encoding, and said so where it was found out.

A file of a plan is UTF-8 and nothing else (`reading.py`). A spreadsheet's file may be UTF-8 with or without a
mark, UTF-16 ("Unicode text"), or Windows-1252, which old spreadsheets write in western Europe. Only these are
told apart, by marks and by what cannot be anything else: a library that guesses among forty encodings
(charset-normalizer, chardet) is wrong on files as short as these, and a wrong guess is a wrong letter in
somebody's name.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from successbook.errors import NotReadable
from successbook.files.disk import DISK, Disk
from successbook.files.reading import read_bytes

__all__ = ["Foreign", "foreign_text", "read_foreign"]

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_AS_UTF8: Final = "save it as CSV UTF-8"
_LOOKED_AT: Final = 4_096
_NULS: Final = 0.3
"""The share of zero bytes in every other place from which a file without a mark is taken for UTF-16."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """The text of a file that another program wrote.

    Attributes:
        path: the file as the person named it.
        text: all of it, line ends as they are.
        remark: what to look at before it is trusted; empty when nothing was guessed.
    """

    path: Path
    text: str
    remark: str = ""


def read_foreign(path: Path, *, disk: Disk = DISK) -> Foreign:
    """The text of an ordinary file.

    Raises:
        NotReadable: it is missing, too large, no ordinary file (a pipe, a folder), or no text.
    """
    try:
        data = read_bytes(path, disk=disk)
    except NotReadable as error:
        remedy = error.remedy
        if "larger" in error.what:
            remedy = "import it in parts"
        elif "ordinary" in error.what:
            remedy = "name a CSV file"
        raise NotReadable(error.what, path=path, remedy=remedy) from error
    text, remark = foreign_text(data, path)
    return Foreign(path, text, remark)


def foreign_text(data: bytes, path: Path | str) -> tuple[str, str]:
    """The text that bytes hold, and what there is to say about how it was read.

    Raises:
        NotReadable: it is no text: a spreadsheet's own format, or cut in the middle of a character.
    """
    _expect_text(data, path)
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "") or _wide(data)
    try:
        if encoding:
            return data.decode(encoding), ""
        return data.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        if encoding:
            shown = encoding.removesuffix("-sig").upper()
            wrong = f"it begins like {shown}, but byte {error.start} is none"
            raise NotReadable(wrong, path=path, remedy=_AS_UTF8) from error
    return _western(data, path)


def _expect_text(data: bytes, path: Path | str) -> None:
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise NotReadable(
            "it is a spreadsheet's own file, not a CSV file",
            path=path,
            remedy=f"open it in the spreadsheet and {_AS_UTF8}",
        )
    if data and not data.strip(b"\x00"):
        raise NotReadable("it holds nothing but zero bytes", path=path, remedy="export it again")


def _wide(data: bytes) -> str:
    """UTF-16 without a mark, told by zero bytes in every other place; empty when it is not."""
    start = data[:_LOOKED_AT]
    half = len(start) // 2
    if half and len(data) % 2 == 0:
        if start[1::2].count(0) > half * _NULS and not start[::2].count(0):
            return "utf-16-le"
        if start[::2].count(0) > half * _NULS and not start[1::2].count(0):
            return "utf-16-be"
    return ""


def _western(data: bytes, path: Path | str) -> tuple[str, str]:
    """Windows-1252, the last that is tried; a byte it does not have says that it is none either."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        wrong = f"byte 0x{data[error.start]:02X} at offset {error.start} is neither UTF-8 nor Windows-1252"
        line = data.count(b"\n", 0, error.start) + 1
        raise NotReadable(wrong, path=path, line=line, remedy=_AS_UTF8) from error
    sample = next((line.strip() for line in text.splitlines() if not line.isascii()), "")
    odd = next(
        (word for word in sample.replace('"', " ").replace(";", " ").split() if not word.isascii()), ""
    )
    return text, f'it is not UTF-8 and was read as Windows-1252: is "{odd}" right? If not, {_AS_UTF8}'
