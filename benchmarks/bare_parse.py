"""Nothing but tomllib reading the files of a plan: what a start with that plan is compared with.

A process of its own, as the start is. It says when it begins and when it is done, and ends with q.
"""

import gc
import sys
import tomllib
import tty
from pathlib import Path


def main() -> None:
    """Read all files of the plan named on the command line."""
    tty.setcbreak(sys.stdin.fileno())
    gc.disable()
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).rglob("*.toml"))]
    print("begun", flush=True)
    held = [tomllib.loads(text) for text in texts]
    print(f"parsed {len(held)} files", flush=True)
    while sys.stdin.read(1) != "q":
        pass


if __name__ == "__main__":
    main()
