"""Which names belong to a plan, and that odd ones harm nobody."""

import errno
import os
from pathlib import Path

import pytest

from successbook.errors import NotReadable
from successbook.files.layout import NOTEBOOK_FILES, PLAN_FILES, belongs, home_of, listing, misspelt
from successbook.plan.belonging import NOTEBOOK_KINDS
from successbook.plan.kinds import KINDS, READINGS
from tests.files.faults import FaultyDisk

FILES = (
    "plan.toml",
    "readings.toml",
    "releases/r1/defects/d1.toml",
    "releases/r1/release.toml",
    "releases/r1/results/one--ada.toml",
    "releases/r1/uat.toml",
    "stakeholders.toml",
    "tracking.toml",
)


def make(folder: Path, *names: str | bytes) -> None:
    for name in names:
        path = folder / os.fsdecode(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def test_exactly_the_files_of_a_plan_are_listed(tmp_path: Path) -> None:
    others = ["README.md", "notes.toml", "releases/release.toml", "releases/r1/other.toml", ".git/plan.toml"]
    hidden = ["releases/.old/release.toml", "releases/r1/results/.x.toml", "releases/r1/results/x.toml~"]
    make(tmp_path, *FILES, *others, *hidden)
    assert listing(tmp_path).names == FILES
    assert listing(tmp_path).troubles == {}
    assert all(map(belongs, FILES))
    assert not any(map(belongs, [*others[1:], *hidden]))


def test_a_notebook_has_files_of_its_own(tmp_path: Path) -> None:
    make(tmp_path, "notebook.toml", "plan.toml", "reflections/2026-06-08.toml")
    assert listing(tmp_path, NOTEBOOK_FILES).names == ("notebook.toml", "reflections/2026-06-08.toml")


@pytest.mark.parametrize("name", ["a\nb", "-rf", "\x1b[2J", "\u202ex", "日本", "a b", "%41"])
def test_an_odd_name_is_listed_as_it_is(tmp_path: Path, name: str) -> None:
    make(tmp_path, f"releases/{name}/release.toml", "plan.toml")
    assert listing(tmp_path).names == ("plan.toml", f"releases/{name}/release.toml")


def test_a_name_that_is_not_utf_8_keeps_nothing_else_from_being_listed(tmp_path: Path) -> None:
    make(tmp_path, "plan.toml", b"releases/caf\xe9/release.toml", b"releases/r1/results/\xff.toml")
    found = listing(tmp_path)
    assert found.names == ("plan.toml",)
    assert len(found.troubles) == 2
    for name, error in found.troubles.items():
        assert "not UTF-8" in str(error)
        (name + str(error)).encode()


def test_a_link_that_leads_in_a_circle_ends(tmp_path: Path) -> None:
    make(tmp_path, "plan.toml", "releases/r1/release.toml")
    (tmp_path / "releases" / "r1" / "results").symlink_to(tmp_path / "releases")
    (tmp_path / "releases" / "up").symlink_to(tmp_path)
    (tmp_path / "releases" / "self").symlink_to("self")
    assert listing(tmp_path).names == ("plan.toml", "releases/r1/release.toml")


def test_a_file_in_the_place_of_the_releases_is_told(tmp_path: Path) -> None:
    make(tmp_path, "plan.toml", "releases")
    found = listing(tmp_path)
    assert found.names == ("plan.toml",)
    assert "a file stands where a folder is expected" in str(found.troubles["releases"])


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path) -> None:
    make(tmp_path, *FILES)
    disk = FaultyDisk("listdir", errno.EACCES, at=2, times=9)
    found = listing(tmp_path, disk=disk)
    assert disk.fired
    assert found.names == ("plan.toml", "readings.toml", "stakeholders.toml", "tracking.toml")
    assert "permission denied" in str(found.troubles["releases"])


@pytest.mark.parametrize("name", ["nowhere", "plan.toml"])
def test_what_is_no_folder_is_one_line(tmp_path: Path, name: str) -> None:
    make(tmp_path, "plan.toml")
    with pytest.raises(NotReadable, match=name):
        listing(tmp_path / name)


def test_a_file_leads_to_the_folder_of_its_plan(tmp_path: Path) -> None:
    make(tmp_path, *FILES, "other.toml")
    for name in FILES:
        assert home_of(tmp_path / name) == tmp_path
    assert home_of(tmp_path) == tmp_path
    assert home_of(tmp_path / "other.toml") == tmp_path
    assert home_of(tmp_path / "nowhere") == tmp_path / "nowhere"


def test_a_name_that_nothing_reads_is_told_with_the_one_it_stands_for(tmp_path: Path) -> None:
    for name in (
        "plan.toml", "Tracking.toml", "reading.toml", "stakeholder.toml", "stakeholders.toml",
        "releases/a/relase.toml", "releases/a/UAT.toml", "releases/a/result/r--t.toml",
        "releases/b/release.toml", "releases/b/release2.toml", "release/c/release.toml",
        "pyproject.toml", "notes/x.toml", "README.md", "releases/plan.toml",
    ):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("format = 1\n", encoding="utf-8")
    (tmp_path / "reflection").mkdir()
    assert misspelt(tmp_path) == {
        "Tracking.toml": "tracking.toml",
        "reading.toml": "readings.toml",
        "reflection": "reflections",
        "releases/a/relase.toml": "releases/a/release.toml",
        "releases/a/UAT.toml": "releases/a/uat.toml",
        "releases/a/result": "releases/a/results",
    }
    assert misspelt(tmp_path / "nowhere") == {}


def test_the_files_that_are_read_are_those_in_which_a_kind_of_record_stands() -> None:
    of_notebooks = {kind.file for kind in KINDS.values() if kind.name in NOTEBOOK_KINDS}
    of_plans = {kind.file for kind in KINDS.values()} - of_notebooks
    assert set(NOTEBOOK_FILES) == of_notebooks
    assert set(PLAN_FILES) == of_plans | {READINGS}
