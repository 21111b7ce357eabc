"""The pictures in README and docs: screens of the samples, as SVG that loads nothing from anywhere."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import re
import shutil
import tempfile
from pathlib import Path

from successbook.plan.now import Now
from successbook.resources import resource
from successbook.shelf import Shelf
from successbook.tui.app import SuccessbookApp

__all__ = ["PICTURES", "draw"]

_DAY = Now(dt.date(2026, 9, 14), "Europe/Berlin")
_FONTS = re.compile(r"@font-face\s*\{.*?\}\s*", re.DOTALL)
PICTURES = {
    "page": ("checkout-mvp", (112, 32), ()),
    "goals": ("checkout-mvp", (112, 32), ("2", *["down"] * 7, "tab", *["down"] * 6)),
    "writing": ("checkout-mvp", (112, 32), ("2", *["down"] * 7, "tab", *["down"] * 3, "enter", "f1")),
    "ready": ("checkout-mvp", (124, 34), ("3", *["down"] * 12, "v")),
    "uat": ("checkout-mvp", (112, 32), ("4", *["down"] * 14)),
    "questions": ("", (90, 20), ()),
    "board": ("ml-platform-notebook", (100, 32), ("v", "right", "right", "up")),
}
"""Each picture: the sample, the size of the terminal, the keys pressed before."""


def draw(folder: Path) -> list[Path]:
    """Draw all pictures into a folder; the files, by name."""
    os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", SUCCESSBOOK_TODAY=_DAY.date.isoformat())
    return [asyncio.run(_draw(name, folder)) for name in PICTURES]


async def _draw(name: str, folder: Path) -> Path:
    sample, size, keys = PICTURES[name]
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        os.environ.update({f"XDG_{kind}_HOME": str(home / kind) for kind in ("CONFIG", "STATE", "DATA")})
        plan = home / (sample or "my-plan")
        if sample:
            shutil.copytree(resource("sample_plans") / sample, plan)
        else:
            plan = Shelf.at(home, _DAY).new("my-plan", title="Checkout MVP")
        app = SuccessbookApp(Shelf.at(home, _DAY), plan)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await pilot.press(*keys)
            await pilot.pause()
            picture = _FONTS.sub("", app.export_screenshot(title="successbook", simplify=True))
            app.let_go()
    path = folder / f"{name}.svg"
    path.write_text(picture.replace("Fira Code", "DejaVu Sans Mono"), encoding="utf-8")
    return path
