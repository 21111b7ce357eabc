"""What a person sees: bytes of a terminal program drawn onto a grid of cells."""

import codecs
import re

import pyte
from wcwidth import wcwidth

# Sequences that pyte would print: private ones of other terminals, sub-parameters, and strings meant for the
# terminal itself (APC, DCS, OSC, PM, SOS).
_NOISE = re.compile(
    r"\x1b\[[<>=][0-9;:]*[a-zA-Z]"
    r"|\x1b\[[0-9;]*:[0-9:;]*m"
    r"|\x1b\[\??[0-9;]*\$[a-z]"
    r"|\x1b[P_^X][^\x1b]*\x1b\\"
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
)
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_INCOMPLETE = re.compile(r"\x1b(?:\[[0-9;:?<>=$ ]*|[P_^X\]][^\x07\x1b]*\x1b?)?\Z")
_ALTERNATE = re.compile(r"\x1b\[\?1049([hl])")
_MODE = re.compile(r"\x1b\[\?([0-9;]+)([hl])")

_STRING = re.compile(rb"\x1b[P_^X].*?\x1b\\|\x1b\].*?(?:\x07|\x1b\\)", re.DOTALL)
_CONTROL = re.compile(
    rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]"  # C0 and DEL, but for BEL, BS, TAB, LF, VT, FF, CR and ESC
    rb"|\xc2[\x80-\x9f]"  # C1 as UTF-8
    rb"|\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]|\xd8\x9c"  # bidi controls as UTF-8
)


def leaks(raw: bytes, allowed: bytes = rb"\x1b\]22;") -> list[bytes]:
    """What hostile text would have to become to do harm, in the output of a program.

    Args:
        raw: everything the program wrote.
        allowed: how the strings begin that the program may send; if not told, the shape of the mouse
            pointer, which Textual sets.

    Returns:
        Control strings (OSC sets titles and the clipboard; DCS, APC, PM, SOS), stray control characters
        and bidi controls, in order of kind. Empty for a program that shows user text inert.
    """
    strings = [found for found in _STRING.findall(raw) if not re.match(allowed, found)]
    return strings + _CONTROL.findall(_STRING.sub(b"", raw))


def _text(cells: list[str]) -> str:
    """A row as text. A wide letter fills a cell and leaves the next one empty; half of one is a blank.

    (pyte's own `display` fails when a wide letter was overwritten by half.)
    """
    if (line := "".join(cells)).isascii() and len(line) == len(cells):
        return line.rstrip()
    shown = []
    for cell, following in zip(cells, [*cells[1:], " "], strict=True):
        is_wide = cell != "" and wcwidth(cell[0]) == 2
        if cell and not (is_wide and following):
            shown.append(cell)
        elif cell or not (shown and wcwidth(shown[-1][0]) == 2):
            shown.append(" ")
    return "".join(shown).rstrip()


class Screen:
    """The grid of cells, with the alternate screen that full-screen programs switch to.

    Args:
        columns: width in cells.
        rows: height in cells.
        coloured: whether colours are drawn too; most of drawing is that, and text alone is often enough.
    """

    def __init__(self, columns: int, rows: int, *, coloured: bool = True) -> None:
        self._coloured = coloured
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._pending = ""
        self._shell = pyte.Screen(columns, rows)
        self._full = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._shell)
        self.alternate = False
        """Whether the program has the whole screen; False again when it has given the terminal back."""
        self.modes: set[int] = set()
        """DEC private modes that are set: 1000 and 1003 mouse, 2004 bracketed paste, 1049 the screen."""

    @property
    def grid(self) -> pyte.Screen:
        """The cells that are shown now, as pyte keeps them: `.buffer[row][column]`, `.cursor`."""
        return self._full if self.alternate else self._shell

    @property
    def lines(self) -> list[str]:
        """The rows as text, without blanks at their ends."""
        grid = self.grid
        return [_text([grid.buffer[row][x].data for x in range(grid.columns)]) for row in range(grid.lines)]

    @property
    def text(self) -> str:
        """The rows, joined."""
        return "\n".join(self.lines)

    def feed(self, data: bytes) -> None:
        """Draw what a program wrote; a sequence may be cut anywhere and goes on in the next call."""
        text = self._pending + self._decode(data)
        cut = _INCOMPLETE.search(text)
        text, self._pending = (text[: cut.start()], cut[0]) if cut else (text, "")
        if not self._coloured:
            text = _COLOURS.sub("", text)
        for match in _MODE.finditer(text):
            numbers = {int(number) for number in match[1].split(";") if number}
            self.modes = self.modes | numbers if match[2] == "h" else self.modes - numbers
        # Odd parts of the split are the switch: h to the program's screen, l back to the shell's.
        for index, part in enumerate(_ALTERNATE.split(text)):
            if index % 2:
                self._switch(to_full=part == "h")
            else:
                self._stream.feed(_NOISE.sub("", part))

    def resize(self, columns: int, rows: int) -> None:
        """Give the screen a new size; what does not fit is cut."""
        for grid in (self._shell, self._full):
            grid.resize(rows, columns)

    def _switch(self, *, to_full: bool) -> None:
        self.alternate = to_full
        if to_full:
            self._full.reset()
        self._stream = pyte.Stream(self.grid)
