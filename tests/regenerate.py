"""Write again what is made from the code: the generated pages of the documentation (``make docs``)."""

import sys
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


if __name__ == "__main__":
    main()
