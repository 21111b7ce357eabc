"""From bytes on the disk to a table: never hangs, never crashes, says in one line what is wrong and where."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import tomli

from successbook.errors import NotReadable
from successbook.files.comments import annotated
from successbook.files.disk import DISK, Disk, kind_of, reason, remedy
from successbook.files.lexing import STRING, line_of
from successbook.files.limits import MAX_BYTES, check_plain, check_text, long_number, too_deep
from successbook.tree import Table

__all__ = ["Style", "conflict_line", "decode", "encode", "parse", "parse_bytes", "read_bytes"]

_BOM: Final = b"\xef\xbb\xbf"
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")
_MARKER: Final = re.compile(r"^(?:<<<<<<<|>>>>>>>|\|\|\|\|\|\|\|)(?: |$)|^=======$", re.MULTILINE)
_LINE_END: Final = re.compile(r"(?<!\r)\r++\n")
"""The end of a line on Windows, and what becomes of it when it is made into one once more."""
_SAVE_AS: Final = "save it as UTF-8 with your editor"
_OLDER: Final = "correct it in an editor, or take an older version of the file"


@dataclass(frozen=True, slots=True)
class Style:
    """What a file keeps when it is written again.

    Attributes:
        crlf: lines end as on Windows.
        bom: a byte order mark stands at the start.
    """

    crlf: bool = False
    bom: bool = False


def read_bytes(path: Path, limit: int = MAX_BYTES, *, disk: Disk = DISK) -> bytes:
    """The bytes of an ordinary file, at once or not at all.

    Raises:
        NotReadable: it is missing, no ordinary file (a pipe, a device, a folder), larger than `limit` bytes,
            or the system refuses.
    """
    try:
        found = disk.find(path)  # first, for merely opening a device may already do something
        if not stat.S_ISREG(found.st_mode):
            raise _not_ordinary(path, found.st_mode)
        descriptor = disk.open_to_read(path)
        try:
            mode = disk.status(descriptor).st_mode
            if not stat.S_ISREG(mode):
                raise _not_ordinary(path, mode)
            data = disk.read(descriptor, limit + 1)
        finally:
            disk.close(descriptor)
    except FileNotFoundError as error:
        if path.is_symlink():
            raise NotReadable(
                "it is a link to something that is not there", path=path, remedy="remove it"
            ) from error
        raise NotReadable(reason(error), path=path, remedy=remedy(error)) from error
    except OSError as error:
        raise NotReadable(f"cannot be read: {reason(error)}", path=path, remedy=remedy(error)) from error
    except ValueError as error:  # a name with a zero byte
        raise NotReadable("no file can have such a name", path=path, remedy="give another path") from error
    if len(data) > limit:
        raise NotReadable(
            f"it is larger than {limit / 2**20:.3g} MiB", path=path, remedy="no plan is that large"
        )
    return data


def _not_ordinary(path: Path, mode: int) -> NotReadable:
    return NotReadable(
        f"it is {kind_of(mode)}, not an ordinary file", path=path, remedy="move it out of the way"
    )


def decode(data: bytes, path: Path | str) -> tuple[str, Style]:
    """The text of a file, its lines ended by LF, and the style to keep.

    Raises:
        NotReadable: it is not UTF-8; says which byte, or that it is UTF-16, or nothing but zero bytes.
    """
    if data.startswith(_WIDE) or (b"\x00" in data[:2] and data[:1] != data[1:2]):
        raise NotReadable("it is written in UTF-16, not UTF-8", path=path, remedy=_SAVE_AS)
    if data and not data.strip(b"\x00"):
        raise NotReadable(
            "it holds nothing but zero bytes, as after a power cut",
            path=path,
            remedy="take an older version of it",
        )
    bom = data.startswith(_BOM)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = error.start + (len(_BOM) if bom else 0)
        raise NotReadable(
            f"byte 0x{data[at]:02X} at offset {at} is not UTF-8",
            path=path,
            line=data.count(b"\n", 0, at) + 1,
            remedy=_SAVE_AS,
        ) from error
    crlf = text.find("\n") > 0 and text[text.find("\n") - 1] == "\r"
    return text.replace("\r\n", "\n"), Style(crlf=crlf, bom=bom)


def encode(text: bytes, style: Style) -> bytes:
    """UTF-8 text with LF line ends as the bytes of a file in its own style."""
    data = text.replace(b"\n", b"\r\n") if style.crlf else text
    return _BOM + data if style.bom else data


def parse_bytes(data: bytes, path: Path | str) -> tuple[Table, Style]:
    """`decode` and `parse` in one."""
    text, style = decode(data, path)
    return parse(text, path), style


def parse(text: str, path: Path | str) -> Table:
    """A file as a table, with its comments.

    Args:
        text: the whole file.
        path: its name, for messages.

    Raises:
        NotReadable: it is no valid TOML (1.0, or 1.1 as people write it by hand), or beyond the limits; says
            on which line.
    """
    text = _LINE_END.sub("\n", text)
    check_text(text, path)
    try:
        plain: dict[str, object] = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise _syntax(error, text, path) from error
    except RecursionError as error:
        raise too_deep(path) from error
    except (ValueError, OverflowError) as error:  # int() takes no more than 4,300 digits
        raise long_number(text, path) from error
    check_plain(plain, text, path)
    return annotated(plain, text)


def conflict_line(text: str) -> int | None:
    """The line of the first conflict marker that git left in a text, or None."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    found = _MARKER.search(text)
    return line_of(text, found.start()) if found else None


_AT: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_NOT_CLOSED: Final = "a text begins here that no quotation mark closes"
_WORD: Final = re.compile(rf"{STRING}|#[^\n]*+")
_PLAINER: Final = (
    ("Unterminated string", _NOT_CLOSED),
    ('Expected \'"""\'', _NOT_CLOSED),
    ("Expected \"'", _NOT_CLOSED),
    ("Illegal character '\\n'", _NOT_CLOSED),
    ("Found invalid character '\\n'", _NOT_CLOSED),
    ("Cannot declare", "a table stands there twice"),
    ("Cannot overwrite a value", "a key stands there twice"),
    ("Duplicate inline table key", "a key stands there twice"),
    ("Cannot redefine namespace", "a table stands there twice"),
    ("Cannot mutate immutable namespace", "a table is added to after it was closed"),
    ("Expected '=' after a key", "a key is not followed by ="),
    ("Expected ']", "the name of a table is not closed with its brackets"),
    (
        "Invalid initial character for a key part",
        "what stands here is no key, or a { above is not closed",
    ),
    ("Invalid statement", "a line starts with something that is no key"),
    ("Invalid value", "what follows = is no value; text needs quotation marks"),
    ("Invalid date or datetime", "there is no such date"),
    ("Expected newline or end of document", "something follows where the line should end"),
    ("Unclosed array", "a list is not closed with ] or lacks a comma"),
    ("Unclosed inline table", "a table is not closed with } or lacks a comma"),
    ("Illegal character", "a control character stands in it"),
    ("Found invalid character", "a control character stands in it"),
    ("Unescaped '\\'", "a backslash stands alone; write it twice"),
    ("Invalid hex value", "a character's number after \\u or \\U is wrong"),
    ("Escaped character is not", "a character's number after \\u or \\U is wrong"),
)


def _syntax(error: tomli.TOMLDecodeError, text: str, path: Path | str) -> NotReadable:
    marker = conflict_line(text)
    if marker is not None:
        return NotReadable(
            "git left conflict markers (<<<<<<<, =======, >>>>>>>) in it",
            path=path,
            line=marker,
            remedy="keep one side of each, and delete the marker lines",
        )
    message = str(error)
    at = _AT.search(message)
    said = message[: at.start()] if at else message
    plainer = next((words for start, words in _PLAINER if said.startswith(start)), said)
    if at is None or at[1] is None:  # the end of the file: what counts is where the last text or value began
        opened = [word.start() for word in _WORD.finditer(text)] if plainer is _NOT_CLOSED else []
        line = line_of(text, opened[-1] if opened else len(text.rstrip("\n")))
        return NotReadable(plainer, path=path, line=line, remedy=_OLDER)
    return NotReadable(f"{plainer} (column {at[2]})", path=path, line=int(at[1]), remedy=_OLDER)
