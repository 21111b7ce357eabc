"""Write again what is made from the code: pages and pictures of the documentation (``make docs``)."""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Write every page that differs and name it."""
    sys.path.insert(0, str(ROOT))
    from tests.pages import PAGES

    for name, made in PAGES.items():
        path = ROOT / name
        text = made()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            sys.stdout.write(f"written: {name}\n")
    write_pictures()


def write_pictures() -> None:
    """Write every picture that says something else than its screen does now, and name it."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"HOME": home, "XDG_CONFIG_HOME": f"{home}/.config", "XDG_STATE_HOME": f"{home}/.state"}
        os.environ |= {"COLORTERM": "truecolor", "TERM": "xterm-256color"}
        os.environ.pop("NO_COLOR", None)
        from successbook.clock import OVERRIDE
        from tests.tui.readme_pictures import DAY, PICTURES, picture, words

        os.environ[OVERRIDE] = f"{DAY.date}T10:00"
        for name in PICTURES:
            path = ROOT / "docs" / "pictures" / f"{name}.svg"
            with tempfile.TemporaryDirectory() as folder:
                made = asyncio.run(picture(name, Path(folder)))
            if not path.exists() or words(path.read_text(encoding="utf-8")) != words(made):
                path.write_text(made, encoding="utf-8")
                sys.stdout.write(f"written: {path.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
