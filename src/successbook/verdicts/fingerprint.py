"""The fingerprint of what somebody signs: of the fields that bear meaning, and of nothing else.

It is the same whatever the order of records, keys, references and environments, the width of lines, blanks
at their ends and the form of letters; it differs when a step, a criterion, a result or a waiver does. The
order of a case's steps counts. Sections, tags, traces, dates and who was booked when do not.

Each part has a mark for each of its fields, so that it can be said later what has changed.
"""

from __future__ import annotations

import unicodedata
from functools import partial
from hashlib import sha256
from typing import Final

from successbook.plan.belonging import id_of
from successbook.plan.hierarchy import records
from successbook.plan.keeping import Kept
from successbook.plan.kinds import KINDS
from successbook.plan.titles import title_of
from successbook.tree import Address, Table, Tree, Value

__all__ = ["MEANING", "changes_since", "fingerprint", "marks_of"]

VERSION: Final = "1"
"""The rule that the fingerprint follows; another one begins with another number."""

MEANING: Final[dict[str, tuple[str, ...]]] = {
    "uat": ("scope", "environments"),
    "criterion": ("title", "list", "kind", "number", "answer"),
    "case": (
        "title", "priority", "role", "preconditions", "test_data", "environment", "requirement", "pass_when",
        "fail_when", "steps",
    ),
    "quota": ("title", "wanted", "testers"),
    "waiver": ("case", "why", "by"),
    "sheet": ("results",),
    "defect": ("title", "case", "severity", "blocking", "state"),
}  # fmt: skip
"""The fields that bear meaning, by kind of record. Of a result its state and note do, of a step what is done
and expected."""

_ORDERED: Final = {"steps"}
_INSIDE: Final = {"steps": ("title", "expect"), "results": ("state", "note")}
_NONE: Final = "-"
_KEPT: Final[Kept[tuple[str, ...]]] = Kept()


def marks_of(tree: Tree, uat: Address) -> tuple[str, ...]:
    """A line for each kind, its parts with the marks of their fields in the order of `MEANING`.

    A suite of a hundred cases is one line: ``case look 16c4----e88, pay 3fa-1bc``.
    """
    found: dict[str, list[str]] = {}
    for name, kind, texts in _parts(tree, uat):
        marks = "".join(text[: _LENGTH[kind]] for text in texts)
        found.setdefault(kind, []).append(marks if kind == "uat" else f"{name.partition('/')[2]} {marks}")
    return tuple(f"{kind} {', '.join(parts)}" for kind, parts in found.items())


def fingerprint(tree: Tree, uat: Address) -> str:
    """The fingerprint of all parts together, of their whole content: ``1-9f2c41aa03d5e1b2``."""
    whole = "\n".join(f"{name} {' '.join(texts)}" for name, _, texts in _parts(tree, uat))
    return f"{VERSION}-{sha256(whole.encode()).hexdigest()[:16]}"


def changes_since(tree: Tree, uat: Address, signed: tuple[str, ...]) -> list[str]:
    """What has changed since parts had these marks, in words: ``case "Pay by card": steps, passes when``."""
    then, now = (_by_name(each) for each in (signed, marks_of(tree, uat)))
    said = [f"{_called(tree, uat, name)} is new" for name in now if name not in then]
    said += [f"{_called(tree, uat, name)} is gone" for name in then if name not in now]
    for name, marks in now.items():
        if name in then and then[name] != marks:
            kind = name.partition("/")[0]
            fields = MEANING.get(kind, ())
            before, after = (_split(each, kind) for each in (then[name], marks))
            changed = [_WORDS.get(each, each.replace("_", " ")) for each, one, other
                       in zip(fields, before, after, strict=True) if one != other]  # fmt: skip
            what = f": {', '.join(changed)}" if len(fields) > 1 and changed else ""
            said.append(f"{_called(tree, uat, name)}{what or ' changed'}")
    return said


_WORDS: Final = {"pass_when": "passes when", "fail_when": "fails when", "preconditions": "before"}
_LENGTH: Final = {kind: 9 if len(fields) == 1 else 3 for kind, fields in MEANING.items()}
"""Characters of a mark, which only says which field has changed; that something has, the fingerprint says."""


def _split(marks: str, kind: str) -> list[str]:
    """The marks of single fields; one character for a field that is not there."""
    found: list[str] = []
    for _ in MEANING.get(kind, ()):
        size = 1 if marks.startswith(_NONE) else _LENGTH[kind]
        found.append(marks[:size])
        marks = marks[size:]
    return found


def _by_name(marks: tuple[str, ...]) -> dict[str, str]:
    """The marks of each part; plans of before have a line for each, ``case/pay 3fa-1bc``."""
    found = {}
    for line in marks:
        kind, _, parts = line.partition(" ")
        if "/" in kind or kind == "uat":
            found[kind] = parts
        else:
            for part in parts.split(", "):
                id_, _, rest = part.rpartition(" ")
                found[f"{kind}/{id_}"] = rest
    return found


def _called(tree: Tree, uat: Address, part: str) -> str:
    """A part in a sentence."""
    kind, _, id_ = part.partition("/")
    if kind == "uat":
        return "the documentation"
    if kind not in KINDS:
        return part
    at = KINDS[kind].at(id_, uat)
    of = "the results of" if kind == "sheet" else KINDS[kind].label
    title = title_of(tree, at) if tree.has(at) or kind == "sheet" else id_
    quote = " ".join(title.split()).replace('"', "'")
    return f"{of} {quote}" if kind == "sheet" else f'{of} "{quote}"'


def _parts(tree: Tree, uat: Address) -> list[tuple[str, str, tuple[str, ...]]]:
    """Every part by name, with its kind and a digest of each field; what bears no meaning is left out."""
    found = []
    for kind in MEANING:
        for at in [uat] if kind == "uat" else list(records(tree, KINDS[kind], uat)):
            table = tree.table(at)
            texts = _KEPT.of((kind, at), (table,), partial(_digests, kind, table))
            if any(text != _NONE for text in texts):
                found.append((kind if kind == "uat" else f"{kind}/{id_of(at)}", kind, texts))
    return sorted(found)


def _digests(kind: str, table: Table) -> tuple[str, ...]:
    """A digest of each field that bears meaning."""
    texts = (_plain(name, table.get(name)) for name in MEANING[kind])
    return tuple(sha256(text.encode()).hexdigest() if text else _NONE for text in texts)


def _plain(name: str, value: Value | None) -> str:
    """A value as text in one form; empty for nothing."""
    if isinstance(value, Table):
        fields = _INSIDE.get(name, ())
        held = [
            (key, "\x1f".join(_plain(each, inner.get(each)) for each in fields))
            for key, inner in value.items()
            if isinstance(inner, Table)
        ]
        held = [(key, text) for key, text in held if text.strip("\x1f")]
        lines = [text for _, text in held] if name in _ORDERED else sorted(f"{k}\x1e{t}" for k, t in held)
        return "\x1d".join(lines)
    if isinstance(value, tuple):
        return "\x1d".join(sorted(_plain("", each) for each in value))
    if isinstance(value, bool) or value is None:
        return "" if value is None else str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return unicodedata.normalize("NFC", " ".join(str(value).split()))
