"""The ``successbook`` command. One module a command; what a command needs is imported when it runs.

Data goes to stdout, talk to stderr. Exit codes: 0 fine, 1 findings or differences, 2 it cannot be done.
Errors are one line that says what, where, and what to do; never a traceback.
"""

from successbook.cli.main import main

__all__ = ["main"]
