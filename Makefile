# make run | test | check | format | bench | torture | docs
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CODE := src tests benchmarks

.PHONY: run test check format bench torture docs clean help

help:
	@echo "make run      open the demo: a scratch copy of a sample plan"
	@echo "make test     run the tests"
	@echo "make check    lint, format, types and layers, changing nothing"
	@echo "make format   put the code into shape"
	@echo "make bench    measure speed against a bare Textual app"
	@echo "make torture  the tests in full: every size, every picture, many examples"
	@echo "make docs     write generated pages and pictures again"
	@echo "make clean    remove the environment and all caches"

run: $(VENV)/installed
	@$(BIN)/successbook demo

# Compiled once: else each worker, and each program that a test starts, compiles everything for itself.
test torture: export PYTHONDONTWRITEBYTECODE =
test: $(VENV)/installed-dev
	@$(BIN)/python -m compileall -q src
	$(BIN)/python -m pytest -n 3 --dist worksteal -q

check: $(VENV)/installed-dev
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache  # its cache has missed imports of new files

format: $(VENV)/installed-dev
	$(BIN)/ruff check --fix-only $(CODE)
	$(BIN)/ruff format $(CODE)

bench: $(VENV)/installed-dev
	@$(BIN)/python -m compileall -q src  # as an installation has it
	$(BIN)/python -m benchmarks

torture: $(VENV)/installed-dev
	HYPOTHESIS_PROFILE=torture $(BIN)/python -m pytest -n 2 -q

docs: $(VENV)/installed-dev
	$(BIN)/python tests/regenerate.py

clean:
	rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

# The environment is made anew when pyproject.toml changes. `make run` needs no development tools.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "successbook needs Python 3.11 or newer: $(PYTHON) is older: try make PYTHON=python3.12"; exit 2; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(VENV)/bin/python
	@echo "Setting up $(VENV), once; this takes about a minute."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/installed-dev: pyproject.toml | $(VENV)/bin/python
	@echo "Setting up $(VENV) with what development needs, once; this takes about a minute."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(VENV)/installed $@
