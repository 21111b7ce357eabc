"""The pages for people: what they link to is there, and the commands they name exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from successbook.cli.main import main

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file_of_the_project(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if not (page.parent / link).exists()]
    assert not missing


def test_every_command_a_page_names_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    known = set(re.findall(r"^  ([a-z]+) ", capsys.readouterr().out, re.MULTILINE))
    named = {
        word
        for page in PAGES
        for word in re.findall(
            r"(?:^    |`)successbook ([a-z]+)(?=[ `\n])", page.read_text(encoding="utf-8"), re.MULTILINE
        )
    }
    assert {"demo", "check", "where", "new"} <= named
    assert named <= known


def test_the_pictures_of_the_readme_load_nothing_from_elsewhere() -> None:
    pictures = sorted((ROOT / "docs" / "pictures").glob("*.svg"))
    assert len(pictures) >= 4
    for picture in pictures:
        text = picture.read_text(encoding="utf-8")
        assert "url(http" not in text
        assert "@import" not in text
