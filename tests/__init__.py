"""The tests, in rooms that mirror those of the package."""
