"""Addresses: one token that names the same thing on disk, in a form, a finding, a difference and the undo list."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote, unquote

from successbook.errors import AddressError

__all__ = ["Address"]

_HOW = "an address looks like plan.toml:metrics.weekly-teams.title"


def _allowed(char: str) -> bool:
    return char in "-_" or unicodedata.category(char)[0] in "LM" or unicodedata.category(char) == "Nd"


def _escape(segment: str, extra: str = "") -> str:
    return "".join(
        char if _allowed(char) or char in extra else quote(char, safe="", errors="surrogatepass")
        if char not in ".-_~"
        else f"%{ord(char):02X}"
        for char in segment
    )


def _unescape(token: str, whole: str) -> str:
    if re.search(r"%(?![0-9A-Fa-f]{2})", token):
        raise AddressError(f'"{whole}" has a stray "%"', remedy="write a literal one as %25")
    return unquote(token, errors="surrogatepass")


@dataclass(frozen=True, order=True, slots=True)
class Address:
    """Where a value stands: a file of the plan and the keys that lead to it.

    As text it is one token, ``plan.toml:metrics.weekly-teams.title``. Letters, marks and digits of any script,
    ``-`` and ``_`` stand for themselves in a key, anything else is percent-encoded (RFC 3986, section 2.1).

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
        if not name or (colon and not path) or ":" in path or any(not key for key in path.split(".") if path):
            raise AddressError(f'"{token}" is no address', remedy=_HOW)
        keys = tuple(_unescape(key, token) for key in path.split(".")) if path else ()
        return cls(_unescape(name, token), keys)

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
