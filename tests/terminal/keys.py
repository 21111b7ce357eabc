"""Keys as an xterm sends them."""

import re

NAMED = {
    "Up": "\x1b[A",
    "Down": "\x1b[B",
    "Right": "\x1b[C",
    "Left": "\x1b[D",
    "Home": "\x1b[H",
    "End": "\x1b[F",
    "PgUp": "\x1b[5~",
    "PgDn": "\x1b[6~",
    "Insert": "\x1b[2~",
    "Delete": "\x1b[3~",
    "Enter": "\r",
    "Esc": "\x1b",
    "Tab": "\t",
    "S-Tab": "\x1b[Z",
    "Space": " ",
    "BSpace": "\x7f",
}
_FUNCTION_KEYS = ("OP", "OQ", "OR", "OS", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~")
NAMED |= {f"F{number}": f"\x1b{code}" for number, code in enumerate(_FUNCTION_KEYS, 1)}


def encode(key: str) -> bytes:
    """The bytes of a key or of typed text.

    Args:
        key: a name of `NAMED`, `C-x` (with Ctrl), `M-x` (with Alt), `Down*3` (three times); anything else is
            text, typed as it stands. Text that looks like a name goes through `Terminal.type`.
    """
    if match := re.fullmatch(r"(.+)\*(\d+)", key):
        return encode(match[1]) * int(match[2])
    if match := re.fullmatch(r"C-([a-z@\[\\\]^_])", key):
        return bytes([ord(match[1].upper()) & 0x1F])
    if match := re.fullmatch(r"M-(.)", key):
        return b"\x1b" + match[1].encode()
    return NAMED.get(key, key).encode()
