"""Guides of sessions from TOML files. What one leaves out is filled in; what it gets wrong is one line.

A guide that cannot be used is a `SettingsError` that names the file, the line, the key and what is wrong. A
page without a question asks the usual one: a session never stops because a sentence is missing.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from successbook.errors import NotReadable, SettingsError
from successbook.files.locating import Lines
from successbook.files.reading import parse
from successbook.guides.guide import FORMAT
from successbook.guides.session_guide import PAGE_KINDS, SHIPPED, Facet, Page, SessionGuide, TeamWords
from successbook.guides.shapes import SAID, all_in, meant, other_format, text_in
from successbook.plan.describe import fields_of
from successbook.plan.dimensions import DIMENSIONS
from successbook.resources import resource
from successbook.tree import is_id, thaw

__all__ = [
    "SHIPPED",
    "read_session_guide",
    "session_guide_from",
    "session_guides",
    "shipped_session_guide",
]

_LONGEST: Final = 600
"""Minutes; ten hours are no session."""


class _Shape(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class _FacetShape(_Shape):
    title: str = ""
    about: str = ""
    questions: list[str] = Field(default_factory=list)
    private: bool = False


class _TeamShape(_Shape):
    title: str = ""
    asks: str = ""
    hint: str = ""
    coach: list[str] = Field(default_factory=list)
    silent: str = ""


class _PageShape(_Shape):
    kind: str = ""
    title: str = ""
    asks: str = ""
    hint: str = ""
    minutes: Annotated[int, Field(ge=0, le=_LONGEST)] = 0
    coach: list[str] = Field(default_factory=list)
    silent: str = ""
    dimension: str = ""
    details: list[str] = Field(default_factory=lambda: ["example"])
    facets: dict[str, _FacetShape] = Field(default_factory=dict)
    as_a_team: _TeamShape = _TeamShape()


class _GuideShape(_Shape):
    format: int
    title: str = ""
    about: str = ""
    pages: Annotated[dict[str, _PageShape], Field(min_length=1)]


def shipped_session_guide() -> SessionGuide:
    """The guide that comes with the program, a session of 45 minutes.

    Raises:
        SuccessbookError: the installation is incomplete.
    """
    return read_session_guide(resource(f"guides/{SHIPPED}.toml"))


def session_guides(folder: Path | None) -> tuple[dict[str, SessionGuide], list[SettingsError]]:
    """All guides of sessions: the one that comes with the program first, then a person's own.

    Args:
        folder: where their own lie, ``guides`` in the configuration folder; it need not be there.

    Returns:
        the guides by name, and one sentence for each that cannot be used. An own guide of the same name takes
        the place of the shipped one. Files with steps and no pages ask about a plan and are passed over.
    """
    shipped = shipped_session_guide()
    own, broken = all_in(folder, _of_a_session) if folder is not None else ({}, [])
    return {shipped.name: shipped, **own}, broken


def _of_a_session(path: Path) -> SessionGuide | None:
    """The guide in a file, if it is one of sessions."""
    text = text_in(path)
    return None if _of_another_sort(text) else session_guide_from(text, path.stem, str(path))


def read_session_guide(path: Path) -> SessionGuide:
    """The guide in a file.

    Raises:
        SettingsError: the file cannot be read, or what it says cannot be asked.
    """
    return session_guide_from(text_in(path), path.stem, str(path))


def session_guide_from(text: str, name: str, where: str) -> SessionGuide:
    """The guide that a TOML text describes.

    Args:
        text: the text.
        name: what the guide is called.
        where: what to call the text in an error.

    Raises:
        SettingsError: it cannot be asked.
    """
    return _Builder(text, where).guide(name)


def _of_another_sort(text: str) -> bool:
    """Whether a file holds a guide that asks about a plan: records and steps, and no pages."""
    try:
        table = parse(text, "")
    except NotReadable:
        return False  # it is said what is wrong with it
    return "pages" not in table and ("steps" in table or "records" in table)


class _Builder:
    """Looks up the words of a guide, from the top down."""

    def __init__(self, text: str, where: str) -> None:
        self.text = text
        self.where = where

    def guide(self, name: str) -> SessionGuide:
        """The guide, all of whose words are found.

        Raises:
            SettingsError: something it says cannot be asked; says on which line.
        """
        shape = self._shape()
        if shape.format != FORMAT:
            raise other_format(shape.format, self._where(("format",)))
        pages = tuple(self._page(key, page) for key, page in shape.pages.items())
        return SessionGuide(name, shape.title.strip() or name, shape.about.strip(), pages)

    def _shape(self) -> _GuideShape:
        try:
            return _GuideShape.model_validate(thaw(parse(self.text, self.where)))
        except NotReadable as error:
            raise SettingsError(error.what, where=error.where, remedy=error.remedy) from error
        except ValidationError as error:
            fault = error.errors(include_url=False)[0]
            path = tuple(part for part in map(str, fault["loc"]))
            if fault["type"] == "extra_forbidden":
                raise self._wrong(path, "this key is not known", meant(path[-1], _known(path))) from None
            said = SAID.get(fault["type"], f"cannot be used ({fault['msg']})")
            remedy = f"from 0 to {_LONGEST}" if path[-1] == "minutes" else ""
            raise self._wrong(path, f"this {said}", remedy) from None

    def _wrong(self, path: tuple[str, ...], what: str, remedy: str = "") -> SettingsError:
        return SettingsError(what, where=self._where(path), remedy=remedy)

    def _where(self, path: tuple[str, ...]) -> str:
        return f"{self.where}:{Lines(self.text).of(path)}: {'.'.join(path)}"

    def _named(self, path: tuple[str, ...]) -> None:
        if not is_id(path[-1]):
            raise self._wrong(path, "this is no name", "letters and digits, joined by hyphens")

    def _page(self, name: str, shape: _PageShape) -> Page:
        here = ("pages", name)
        self._named(here)
        kind, dimension = self._kind(here, name, shape)
        if kind != "lines" and shape.facets:
            raise self._wrong(
                (*here, "facets"), "only a page with a dimension has facets", 'give it kind = "lines"'
            )
        known = [field.name for field in fields_of("entry")]
        for field in shape.details:
            if field not in known:
                raise self._wrong((*here, "details"), f'a line has no field "{field}"', meant(field, known))
        title, asks = PAGE_KINDS[kind]
        return Page(
            name=name,
            kind=kind,
            title=shape.title.strip() or title or DIMENSIONS[dimension],
            asks=shape.asks.strip() or asks,
            hint=shape.hint.strip(),
            minutes=shape.minutes,
            coach=_filled(shape.coach),
            silent=shape.silent.strip(),
            dimension=dimension,
            facets=tuple(
                self._facet((*here, "facets", key), key, each) for key, each in shape.facets.items()
            ),
            details=tuple(shape.details),
            team=_team(shape.as_a_team),
        )

    def _kind(self, here: tuple[str, ...], name: str, shape: _PageShape) -> tuple[str, str]:
        """What a page is for, and its dimension; both may be told by its name."""
        dimension = shape.dimension or (name if name in DIMENSIONS else "")
        if shape.dimension and shape.dimension not in DIMENSIONS:
            what = f'there is no dimension "{shape.dimension}"'
            raise self._wrong((*here, "dimension"), what, f"one of {', '.join(DIMENSIONS)}")
        kind = shape.kind or ("lines" if dimension else name)
        if kind not in PAGE_KINDS:
            key = (*here, "kind") if shape.kind else here
            what = (
                f'there is no kind of page "{kind}"' if shape.kind else "it is not said what this page is for"
            )
            raise self._wrong(key, what, f"give it a kind: {', '.join(PAGE_KINDS)}")
        if kind == "lines" and not dimension:
            raise self._wrong(here, "it is not said which dimension", f"one of {', '.join(DIMENSIONS)}")
        if kind != "lines" and shape.dimension:
            raise self._wrong((*here, "dimension"), "this page has no dimension", 'give it kind = "lines"')
        return kind, dimension if kind == "lines" else ""

    def _facet(self, here: tuple[str, ...], name: str, shape: _FacetShape) -> Facet:
        self._named(here)
        title = shape.title.strip() or name.replace("-", " ")
        return Facet(name, title, shape.about.strip(), _filled(shape.questions), shape.private)


def _filled(lines: list[str]) -> tuple[str, ...]:
    return tuple(each.strip() for each in lines if each.strip())


def _team(shape: _TeamShape) -> TeamWords:
    return TeamWords(
        title=shape.title.strip(),
        asks=shape.asks.strip(),
        hint=shape.hint.strip(),
        coach=_filled(shape.coach),
        silent=shape.silent.strip(),
    )


def _known(path: tuple[str, ...]) -> list[str]:
    """The keys that may stand where an unknown one stands."""
    depth = len(path)
    model: type[BaseModel] = _GuideShape if depth == 1 else _PageShape if depth == 3 else _FacetShape
    if depth > 3 and path[2] == "as_a_team":
        model = _TeamShape
    return list(model.model_fields)
