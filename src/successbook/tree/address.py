"""Addresses: one token that names the same thing on disk, in a form, in a finding and in the undo list.

An address is written ``file:key.key``. It holds no white space and nothing that a terminal, a shell or a pipe
could take for something else, whatever the keys are.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from successbook.errors import AddressError

__all__ = ["Address"]

_HOW: Final = "an address looks like plan.toml:metrics.weekly-teams.title"
_PLAIN: Final = re.compile(r"[A-Za-z0-9_-]+")
_STRAY: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_BYTE: Final = re.compile(rb"%([0-9A-Fa-f]{2})")
_EMPTY: Final = "%"
"""How an empty key is written: TOML allows it, and a stray percent sign can mean nothing else."""


def _allowed(char: str) -> bool:
    return char in "-_" or unicodedata.category(char)[0] in "LM" or unicodedata.category(char) == "Nd"


def _escape(segment: str, extra: str = "") -> str:
    if _PLAIN.fullmatch(segment):
        return segment
    parts = (char if _allowed(char) or char in extra else _percent(char) for char in segment)
    return "".join(parts) or _EMPTY


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode(errors="surrogatepass"))


def _unescape(segment: str, token: str) -> str:
    if "%" not in segment:
        return segment
    if segment == _EMPTY:
        return ""
    if _STRAY.search(segment):
        raise AddressError(f'"{token}" has a stray "%"', remedy="write a literal one as %25")
    raw = _BYTE.sub(lambda found: bytes.fromhex(found[1].decode()), segment.encode(errors="surrogatepass"))
    try:
        return raw.decode(errors="surrogatepass")
    except UnicodeDecodeError:
        raise AddressError(f'"{token}" is not UTF-8 behind its "%"', remedy=_HOW) from None


class Address(NamedTuple):
    """Where a value stands: a file of the plan and the keys that lead to it.

    As text it is one token, ``plan.toml:metrics.weekly-teams.title``. In a key letters, marks and digits of
    any script, ``-`` and ``_`` stand for themselves, all else is percent-encoded (RFC 3986, section 2.1); a
    lone ``%`` is an empty key.

    Attributes:
        file: the file, as a posix path inside the plan's folder.
        path: the keys from the top of the file; empty for the file itself.
    """

    file: str
    path: tuple[str, ...] = ()

    def __str__(self) -> str:
        name = _escape(self.file, "./")
        return f"{name}:{'.'.join(_escape(key) for key in self.path)}" if self.path else name

    @classmethod
    def parse(cls, token: str) -> Address:
        """The address that `token` writes.

        Raises:
            AddressError: it is no address.
        """
        name, colon, path = token.partition(":")
        keys = path.split(".") if colon else []
        if not name or ":" in path or not all(keys):
            raise AddressError(f'"{token}" is no address', remedy=_HOW)
        return cls(_unescape(name, token), tuple(_unescape(key, token) for key in keys))

    def child(self, *keys: str) -> Address:
        """The address of what stands at `keys` below this one."""
        return Address(self.file, self.path + keys)

    @property
    def parent(self) -> Address:
        """The address of the table this one stands in; a file is its own parent."""
        return Address(self.file, self.path[:-1])

    @property
    def key(self) -> str:
        """The last key, or the file's name for a whole file."""
        return self.path[-1] if self.path else self.file

    def within(self, other: Address) -> bool:
        """Whether this is `other` or stands somewhere inside it."""
        return self.file == other.file and self.path[: len(other.path)] == other.path
