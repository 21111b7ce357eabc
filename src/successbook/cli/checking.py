"""`check`: the findings of plans with the lines they stand on, printed for people, programs or GitHub."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from successbook.cli.folders import plan_folder
from successbook.cli.output import data, json_data, talk
from successbook.errors import NotReadable
from successbook.files.folder import PlanFolder
from successbook.files.layout import is_plan
from successbook.files.wrong import wrong_with
from successbook.text import counted, one_line
from successbook.verdicts.findings import Finding
from successbook.verdicts.findings_discreet import discreet

__all__ = ["check"]

_DEEPEST = 4
"""How many levels below a folder plans are looked for."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A finding in a file as the person knows it, on its line."""

    finding: Finding
    file: Path
    line: int


def check(paths: Sequence[Path], *, strict: bool = False, form: str = "text") -> int:
    """Print what is wrong with the plans at these paths.

    Args:
        paths: plans, or folders of plans.
        strict: whether warnings count as errors.
        form: ``text``, ``json`` or ``github``.

    Returns:
        1 if something is wrong, else 0.

    Raises:
        NotReadable: a path has no plan.
    """
    folders = [folder for path in paths for folder in _plans(path)]
    found = [each for folder in folders for each in _check_plan(folder)]
    errors = sum(each.finding.severity == "error" for each in found)
    warnings = len(found) - errors
    if form == "json":
        told = [_structured(each) for each in found]
        json_data({"plans": len(folders), "errors": errors, "warnings": warnings, "findings": told})
    else:
        for each in found:
            data(_for_github(each) if form == "github" else _for_people(each))
    talk(_summary(len(folders), errors, warnings))
    return 1 if errors or (strict and warnings) else 0


def _plans(path: Path) -> list[Path]:
    """The plan at a path, or the plans below it."""
    if not path.is_dir() or is_plan(path):
        return [plan_folder(path)]
    found = sorted(_below(path, _DEEPEST))
    if not found:
        raise NotReadable("there is no plan in it", path=path, remedy="name the folder of a plan")
    return found


def _below(folder: Path, levels: int) -> Iterator[Path]:
    try:
        inner = [Path(each.path) for each in os.scandir(folder) if each.is_dir(follow_symlinks=False)]
    except OSError as error:
        raise NotReadable(f"cannot be looked into: {error.strerror}", path=folder) from error
    for each in inner:
        if is_plan(each):
            yield each
        elif levels > 1 and not each.name.startswith("."):
            yield from _below(each, levels - 1)


def _check_plan(path: Path) -> list[_Found]:
    folder = PlanFolder.open(path)
    found = wrong_with(folder, folder.tree)
    if not found:
        return []
    from successbook.files.locating import Lines

    lines = {name: Lines(_text(folder.bytes.get(name, b""))) for name in {each.at.file for each in found}}
    placed = [
        _Found(
            each if each.rule == "unreadable-file" else discreet(each),
            path / each.at.file,
            each.line or lines[each.at.file].of(each.at.path),
        )
        for each in found
    ]
    return sorted(placed, key=lambda each: (each.file, each.line))


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig").replace("\r\n", "\n")


def _for_people(each: _Found) -> str:
    found = each.finding
    place = f"{each.file}:{each.line}"
    return one_line(f"{place}: {found.severity}: {found.says}; {found.fix} [{found.rule}] {found.at}")


def _for_github(each: _Found) -> str:
    """A workflow command; https://docs.github.com/actions/reference/workflow-commands-for-github-actions."""
    found = each.finding
    place = f"file={_property(str(each.file))},line={each.line},title={_property(found.rule)}"
    return f"::{found.severity} {place}::{_message(one_line(f'{found.says}; {found.fix} ({found.at})'))}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(one_line(text)).replace(":", "%3A").replace(",", "%2C")


def _structured(each: _Found) -> dict[str, str | int]:
    found = each.finding
    return {
        "rule": found.rule,
        "severity": found.severity,
        "file": os.fsencode(each.file).decode("utf-8", "replace"),
        "line": each.line,
        "address": str(found.at),
        "says": found.says,
        "fix": found.fix,
    }


def _summary(plans: int, errors: int, warnings: int) -> str:
    if not errors and not warnings:
        return f"{counted(plans, 'plan')}, nothing is wrong"
    return f"{counted(plans, 'plan')}, {counted(errors, 'error')}, {counted(warnings, 'warning')}"
