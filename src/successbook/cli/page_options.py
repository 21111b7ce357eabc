"""The options of the commands that write a document: its format, its file, whether a file is replaced."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

__all__ = ["output_option", "page_options"]

F = TypeVar("F", bound=Callable[..., object])


def output_option(says: str) -> Callable[[F], F]:
    """The option ``--output`` (as ``out``), with what its help says."""
    return click.option(
        "-o",
        "--output",
        "out",
        type=click.Path(path_type=Path, readable=False),
        metavar="OUT",
        help=says,
    )


def page_options(command: F) -> F:
    """Give a command ``--to`` (as ``to``), ``--output`` (as ``out``) and ``--overwrite``."""
    command = click.option("--overwrite", is_flag=True, help="Replace a file that is there.")(command)
    command = output_option("The file to write; standard output otherwise.")(command)
    formats = click.Choice(["markdown", "html"])
    return click.option("--to", type=formats, default="markdown", help="The format; Markdown by default.")(
        command
    )
