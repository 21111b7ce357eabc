"""Theme files: ours can be read by everybody, a person's are checked."""

from itertools import product
from pathlib import Path

import pytest

from successbook.errors import SettingsError
from successbook.tui.palettes import COLOURS, Palette, contrast, find_palette, palettes, read_palette
from successbook.tui.themes import theme_of

OURS = palettes()[0]
TEXT = ("ink", "muted", "accent", "good", "careful", "bad", "unknown")
BEHIND = ("paper", "raised", "cursor", "cursor-away")


def written(folder: Path, text: str, name: str = "mine") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_contrast_is_what_wcag_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_our_themes_are_all_there_the_default_first() -> None:
    assert [each.name for each in OURS] == ["paper-dark", "paper-light", "high-contrast", "ansi-16"]
    assert [each.ansi for each in OURS] == [False, False, False, True]
    assert [each.dark for each in OURS] == [True, False, True, True]


@pytest.mark.parametrize("palette", [each for each in OURS if not each.ansi], ids=lambda each: each.name)
def test_every_text_can_be_read_on_everything_it_stands_on(palette: Palette) -> None:
    wanted = 7.0 if palette.name == "high-contrast" else 4.5
    for text, behind in product(TEXT, BEHIND):
        found = contrast(palette.colours[text], palette.colours[behind])
        assert found >= wanted, f"{text} on {behind}: {found:.2f}"
    assert contrast(palette.colours["cursor-ink"], palette.colours["cursor"]) >= wanted


def test_the_line_under_the_cursor_differs_from_the_paper() -> None:
    for palette in OURS:
        same = palette.colours["cursor"] == palette.colours["paper"]
        assert not same or "reverse" in palette.styles["cursor"], palette.name


def test_a_theme_of_ones_own_changes_what_it_names(tmp_path: Path) -> None:
    path = written(tmp_path, 'title = "Mine"\n[colours]\naccent = "#ff8800"\n')
    mine = read_palette(path)
    assert (mine.name, mine.title) == ("mine", "Mine")
    assert mine.colours["accent"] == "#ff8800"
    assert set(mine.colours) == set(COLOURS)
    assert theme_of(mine).to_color_system().generate()["accent"] == "#ff8800"


def test_a_theme_of_ones_own_takes_the_place_of_ours(tmp_path: Path) -> None:
    written(tmp_path, 'title = "Night"\n', "paper-dark")
    assert find_palette("paper-dark", tmp_path).title == "Night"
    assert next(each.title for each in palettes(tmp_path)[0]) == "Night"


BROKEN = {
    "colours = 3": "mine.toml: colours must be a table",
    '[colours]\naccent = "reddish"': '"reddish" is not a colour; write "#rrggbb" or "ansi_red"',
    '[colours]\naccent = "#12"': 'colours.accent: "#12" is not a colour',
    '[colours]\naccent = "$ink; } * { display: none"': "is not a colour",
    "[colours]\naccent = 3": "colours.accent: must be text in quotes",
    '[colours]\nacent = "#ff0000"': 'colours.acent: unknown name; did you mean "accent"?',
    '[colours]\naccent = "ansi_red"\nink = "#ff0000"': "use one kind",
    '[colours]\naccent = "ansi_red"': "these colours are missing: paper",
    '[styles]\ncursor = "shiny"': 'styles.cursor: "shiny" is not a style',
    'dark = "yes"': "mine.toml: dark: true or false",
    "title = 3": "mine.toml: title: must be text",
    "surprise = 3": "mine.toml: surprise: unknown name",
    "not toml": "mine.toml: not TOML",
    "a = " + "[" * 2_000: "mine.toml: not TOML",
    "# " + "x" * 70_000: "mine.toml: too large for a theme",
}


@pytest.mark.parametrize(("text", "sentence"), BROKEN.items(), ids=range(len(BROKEN)))
def test_a_broken_theme_is_told_and_left_out(tmp_path: Path, text: str, sentence: str) -> None:
    written(tmp_path, text)
    found, problems = palettes(tmp_path)
    assert [each.name for each in found] == [each.name for each in OURS]
    assert sentence in str(problems[0])
    assert "\n" not in str(problems[0])


def test_bytes_that_are_no_text_a_folder_and_a_pipe_are_told(tmp_path: Path) -> None:
    import os

    (tmp_path / "latin.toml").write_bytes(b"title = '\xff'")
    (tmp_path / "folder.toml").mkdir()
    os.mkfifo(tmp_path / "pipe.toml")
    problems = palettes(tmp_path)[1]
    assert [str(each).rsplit(": ", 1)[1].split(";")[0] for each in problems] == [
        "not a file",
        "not UTF-8 text",
        "not a file",
    ]


@pytest.mark.parametrize("name", ["nowhere", "../../etc/passwd", ""])
def test_a_theme_that_does_not_exist_is_told(name: str) -> None:
    with pytest.raises(SettingsError, match="`successbook themes` lists them"):
        find_palette(name)
