"""The command as a process of its own, for what cannot be seen from within."""

import os
import subprocess
import sys
from collections.abc import Sequence

__all__ = ["PROGRAM", "started"]

PROGRAM = [sys.executable, "-m", "successbook"]


def started(
    words: Sequence[object], *, env: dict[str, str] | None = None, **options: object
) -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own, with neither terminal nor input."""
    settings: dict[str, object] = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, **options}
    command = [*PROGRAM, *words]
    return subprocess.run(  # type: ignore[call-overload, no-any-return]  # the options of the caller
        command,
        stderr=subprocess.PIPE,
        env={**os.environ, **(env or {})},
        check=False,
        timeout=60,
        **settings,
    )
