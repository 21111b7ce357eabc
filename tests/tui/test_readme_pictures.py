"""The pictures of README and docs show the screens as they are."""

from pathlib import Path

import pytest

from successbook.clock import OVERRIDE
from tests.tui.readme_pictures import DAY, PICTURES, picture, words

ROOT = Path(__file__).parents[2]


def test_every_picture_is_made_here_and_stands_on_a_page() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    text = "".join(path.read_text(encoding="utf-8") for path in pages)
    assert {path.stem for path in (ROOT / "docs" / "pictures").glob("*.svg")} == set(PICTURES)
    assert [name for name in PICTURES if f"pictures/{name}.svg)" not in text] == []


@pytest.mark.parametrize("name", PICTURES)
async def test_a_picture_says_what_its_screen_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(OVERRIDE, f"{DAY.date}T10:00")
    shown = (ROOT / "docs" / "pictures" / f"{name}.svg").read_text(encoding="utf-8")
    assert words(shown) == words(await picture(name, tmp_path)), "run make docs"
