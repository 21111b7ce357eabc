"""What commands print: data on stdout, talk on stderr, nothing of it raw.

Whoever reads the other end of a pipe may leave at any time: a command then goes on in silence to its own end,
so that its exit code stays true and nothing it writes to disk is cut short.
"""

from __future__ import annotations

import os
import sys
from typing import IO

from successbook.text import one_line, visible

__all__ = ["data", "document", "finish", "json_data", "prepare", "talk"]


def prepare() -> None:
    """Let both streams take every character: what an encoding lacks is shown as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def data(text: str) -> None:
    """Print what was asked for."""
    _write(sys.stdout, f"{visible(text)}\n")


def document(data: bytes) -> None:
    """Print a document byte by byte for whatever reads the pipe; on a terminal its text, inert."""
    stream = sys.stdout
    if stream is None:
        return
    if stream.isatty():
        _write(stream, visible(data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")))
        return
    try:
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()
    except BrokenPipeError:
        _turn_off(stream)


def talk(text: str) -> None:
    """Tell the person something, on one line."""
    _write(sys.stderr, f"{one_line(text)}\n")


def json_data(value: object) -> None:
    """Print a value as JSON: exact, and still inert on a terminal."""
    import json

    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "")
    text = json.dumps(value, indent=2, ensure_ascii=encoding != "utf8", allow_nan=False)
    if visible(text) != text:
        text = "".join(char if visible(char) == char else f"\\u{ord(char):04x}" for char in text)
    _write(sys.stdout, f"{text}\n")


def finish() -> None:
    """Send off what is still on its way.

    Raises:
        OSError: the output cannot be written, a full disk for instance.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except BrokenPipeError:
            _turn_off(stream)
        except OSError:
            _turn_off(stream)
            raise


def _write(stream: IO[str] | None, text: str) -> None:
    if stream is None:  # closed by whoever started us
        return
    try:
        stream.write(text)
    except BrokenPipeError:
        _turn_off(stream)


def _turn_off(stream: IO[str]) -> None:
    """Point a stream nowhere: neither we nor the interpreter's last flush shall meet the error again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, stream.fileno())
    except (OSError, ValueError):
        return  # no real stream, a test's for instance
    finally:
        os.close(nowhere)
