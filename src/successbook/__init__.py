"""successbook: a workbook in the terminal for saying what success means before you ship."""

__version__ = "0.1.0"
