"""What is loaded when: the frame before the plan, the page before any record model."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.plans import written

_PAGE = """
import asyncio, sys
from pathlib import Path
from successbook.tui.app import SuccessbookApp
first = [name for name in sys.modules if name.startswith("successbook.")]

async def main():
    app = SuccessbookApp(path=Path(sys.argv[1]))
    async with app.run_test(size=(100, 30)) as pilot:
        while app.plan_screen is None or not app.plan_screen.is_mounted:
            await pilot.pause(0.02)
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        print("\\n".join("".join(part.text for part in strip) for strip in strips))
        print("LOADED", *sorted(sys.modules))
        app.let_go()

print("FIRST", *sorted(first))
asyncio.run(main())
"""


def _run(folder: Path) -> str:
    command = [sys.executable, "-c", _PAGE, str(folder)]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def test_the_page_is_drawn_before_any_record_model_is_loaded(tmp_path: Path) -> None:
    said = _run(written(tmp_path / "plan"))
    loaded = said.partition("LOADED")[2].split()
    assert "Shopping without second thoughts" in said
    assert "Seconds to pay" in said
    assert [name for name in loaded if name.split(".")[0] in ("pydantic", "pydantic_core")] == []
    assert "successbook.verdicts.page" in loaded


def test_the_frame_needs_neither_plan_nor_files(tmp_path: Path) -> None:
    said = _run(written(tmp_path / "plan"))
    first = next(line for line in said.splitlines() if line.startswith("FIRST")).split()
    rooms = {name.split(".")[1] for name in first if name.count(".")}
    assert "tui" in rooms
    assert not rooms & {"plan", "files", "verdicts", "tree", "workbook", "shelf"}
