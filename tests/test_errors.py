"""Errors: each is one line that says what, where, and what to do."""

import inspect
from pathlib import Path

import pytest
from hypothesis import given

from successbook import errors
from successbook.errors import (
    AddressError,
    ChangedOutside,
    CycleError,
    FileError,
    NotReadable,
    NotWritten,
    ReadOnly,
    Refused,
    SettingsError,
    SuccessbookError,
    UsageError,
)
from successbook.resources import resource
from tests.strategies import any_text

ALL = [each for _, each in inspect.getmembers(errors, inspect.isclass) if issubclass(each, Exception)]


def make(kind: type[SuccessbookError], what: str, remedy: str = "") -> SuccessbookError:
    if issubclass(kind, FileError):
        return kind(what, path="plan.toml", line=3, remedy=remedy)
    return kind(what, where="plan.toml:3", remedy=remedy)


def test_every_error_is_in_the_one_tree_and_named() -> None:
    assert {each.__name__ for each in ALL} == set(errors.__all__)
    assert all(issubclass(each, SuccessbookError) for each in ALL)


@pytest.mark.parametrize(
    ("kind", "of"),
    [
        (AddressError, Refused),
        (CycleError, Refused),
        (ReadOnly, Refused),
        (NotReadable, FileError),
        (NotWritten, FileError),
        (ChangedOutside, FileError),
        (Refused, SuccessbookError),
        (FileError, SuccessbookError),
        (SettingsError, SuccessbookError),
        (UsageError, SuccessbookError),
    ],
)
def test_errors_are_kinds_of_one_another(kind: type[Exception], of: type[Exception]) -> None:
    assert kind.__bases__ == (of,)


@pytest.mark.parametrize("kind", ALL)
def test_every_error_says_what_where_and_what_to_do(kind: type[SuccessbookError]) -> None:
    assert str(make(kind, "it is torn", "mend it")) == "plan.toml:3: it is torn; mend it"
    assert str(make(kind, "it is torn")) == "plan.toml:3: it is torn"


def test_what_is_not_known_is_left_out() -> None:
    assert str(SuccessbookError("it is torn")) == "it is torn"
    assert str(SuccessbookError("it is torn", remedy="mend it")) == "it is torn; mend it"
    assert str(FileError("it is torn", path="plan.toml")) == "plan.toml: it is torn"


@given(any_text, any_text, any_text)
def test_an_error_is_one_harmless_line_whatever_it_is_about(what: str, where: str, remedy: str) -> None:
    for error in (
        SuccessbookError(what, where=where, remedy=remedy),
        NotReadable(what, path=where, line=2, remedy=remedy),
    ):
        assert len(str(error).splitlines()) <= 1
        assert "\x1b" not in str(error)
        assert str(error).encode().decode() == str(error)


def test_errors_keep_their_parts_for_programs() -> None:
    cause = OSError(28, "No space left on device")
    error = NotWritten("the disk is full", path=Path("plan.toml"), cause=cause, remedy="make room")
    assert (error.what, error.where, error.remedy) == ("the disk is full", "plan.toml", "make room")
    assert (error.path, error.line, error.cause) == (Path("plan.toml"), None, cause)


def test_what_does_not_ship_is_missed_by_name() -> None:
    with pytest.raises(SuccessbookError, match='"nowhere" is missing'):
        resource("nowhere")


def test_what_ships_is_found() -> None:
    assert resource("themes").is_dir()
