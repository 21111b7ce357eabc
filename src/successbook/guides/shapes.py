"""The shape of a guide file, before its words are looked up: which keys there are, and what each may hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, Final, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from successbook.errors import NotReadable, SettingsError
from successbook.files.reading import decode, parse, read_bytes
from successbook.guides.guide import FORMAT
from successbook.plan.near import did_you_mean
from successbook.tree import thaw

__all__ = [
    "SAID",
    "GuideShape",
    "PartShape",
    "StepShape",
    "all_in",
    "meant",
    "other_format",
    "shaped",
    "text_in",
]

G = TypeVar("G")

_LARGEST: Final = 1024 * 1024

_Words = Annotated[str, Field(min_length=1)]


class _Shape(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class PartShape(_Shape):
    """``[records.<name>]``."""

    kind: _Words
    label: str = ""
    under: list[str] = Field(default_factory=list)
    inside: str = ""
    links: dict[str, str] = Field(default_factory=dict)
    same: dict[str, str] = Field(default_factory=dict)
    fixed: dict[str, Any] = Field(default_factory=dict)
    named: str = ""


class StepShape(_Shape):
    """``[steps.<name>]``."""

    asks: _Words
    hint: str = ""
    works: str = ""
    fails: str = ""
    fields: Annotated[list[str], Field(min_length=1)]
    labels: dict[str, str] = Field(default_factory=dict)
    repeat: bool = False
    unless: list[str] = Field(default_factory=list)


class GuideShape(_Shape):
    """A whole guide file."""

    format: int
    title: _Words
    about: str = ""
    closing: str = ""
    given: str = ""
    when: dict[str, str] = Field(default_factory=dict)
    records: Annotated[dict[str, PartShape], Field(min_length=1)]
    steps: Annotated[dict[str, StepShape], Field(min_length=1)]


SAID: Final = {
    "missing": "is missing",
    "string_type": "is no text",
    "string_too_short": "is empty",
    "list_type": "is no list",
    "dict_type": "is no table",
    "model_type": "is no table",
    "bool_type": "is neither true nor false",
    "int_type": "is no whole number",
    "too_short": "is empty",
}
"""What is wrong with a value, by the validator's own word for it."""


def all_in(folder: Path, read: Callable[[Path], G | None]) -> tuple[dict[str, G], list[SettingsError]]:
    """The guides in a folder.

    Args:
        folder: where they lie; it need not be there.
        read: reads a file, raises `SettingsError` where it cannot be asked; None passes it over.

    Returns:
        the guides that can be used, by name, and one sentence for each that cannot.
    """
    guides: dict[str, G] = {}
    broken: list[SettingsError] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            found = read(path)
        except SettingsError as error:
            broken.append(error)
        else:
            if found is not None:
                guides[path.stem] = found
    return guides, broken


def text_in(path: Path) -> str:
    """The text of a guide file.

    Raises:
        SettingsError: it cannot be read.
    """
    try:
        return decode(read_bytes(path, _LARGEST), path)[0]
    except NotReadable as error:
        raise SettingsError(error.what, where=error.where, remedy=error.remedy) from error


def other_format(found: int, where: str) -> SettingsError:
    """What to raise of a guide in a format that is not read here.

    Args:
        found: the format it says it has.
        where: where it says so, as the person knows it.
    """
    remedy = f"this version of the program reads format {FORMAT}"
    return SettingsError(f"this guide has format {found}", where=where, remedy=remedy)


def meant(word: str, known: Iterable[str]) -> str:
    """A remedy that names the known word nearest to `word`, or all of them when there are few."""
    words = list(known)
    return did_you_mean(word, words, f"one of {', '.join(words)}" if 0 < len(words) <= 20 else "")


def shaped(text: str, where: str) -> GuideShape:
    """The contents of a guide file.

    Args:
        text: the file's text.
        where: the file, as the person knows it.

    Raises:
        SettingsError: it is no TOML, or a key is missing, unknown or of the wrong type.
    """
    try:
        return GuideShape.model_validate(thaw(parse(text, where)))
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        path = [str(part) for part in fault["loc"]]
        if fault["type"] == "extra_forbidden":
            remedy = meant(path[-1], _known(path[:-1]))
            raise SettingsError(
                "this key is not known", where=f"{where}: {'.'.join(path)}", remedy=remedy
            ) from None
        said = SAID.get(fault["type"], f"cannot be used ({fault['msg']})")
        raise SettingsError(f"this {said}", where=f"{where}: {'.'.join(path)}") from None
    except NotReadable as error:
        raise SettingsError(error.what, where=error.where, remedy=error.remedy) from error


def _known(path: list[str]) -> Mapping[str, object]:
    shapes: dict[str, type[BaseModel]] = {"records": PartShape, "steps": StepShape}
    model = shapes.get(path[0]) if path else GuideShape
    return model.model_fields if model else {}
