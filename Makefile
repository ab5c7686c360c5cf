# The two commands: `make demo` and `make test`. Each works alone in a fresh clone, with Python 3.11 or later, make and gcc.

.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:

PYTHON ?= $(shell for p in python3.11 python3 python3.12 python3.13; do \
	if $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo $$p; break; fi; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
EXAMPLE := examples/velmark-dam
export OMP_NUM_THREADS ?= 1
export OPENBLAS_NUM_THREADS ?= 1

.PHONY: demo
demo: $(VENV)/run.stamp ## Compare the reports of one example: a summary here, a page in build/demo.html
	@mkdir -p build
	@$(BIN)/daylight compare $(EXAMPLE) -o build/demo.html
	@echo
	@echo "The page is at $(CURDIR)/build/demo.html: open it in a browser."

.PHONY: test
test: lint types unit gate ## Lint, types, tests and accuracy floors

.PHONY: lint
lint: $(VENV)/dev.stamp ## ruff: rules and layout
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

.PHONY: types
types: $(VENV)/dev.stamp ## mypy, strict
	$(BIN)/mypy

.PHONY: unit
unit: $(VENV)/dev.stamp ## The tests, those in a browser too where Chromium is installed
	$(BIN)/python -m pytest $(PYTEST_ARGS)

.PHONY: gate
gate: $(VENV)/dev.stamp ## Refuse figures below eval/floors.json
	$(BIN)/python -m eval.gate

.PHONY: eval
eval: $(VENV)/dev.stamp ## Score every stage on the development data, and print the figures
	$(BIN)/python -m eval

.PHONY: bench
bench: $(VENV)/dev.stamp ## Speed and memory, beside the bare language model in the same run; a page of 40 reports in a browser
	$(BIN)/python -m bench.speed
	$(BIN)/python -m bench.page

.PHONY: golden
golden: $(VENV)/dev.stamp ## Rewrite tests/golden: what Daylight finds in each example; review the diff
	$(BIN)/python -m tests.golden

.PHONY: docs
docs: $(VENV)/dev.stamp ## The documentation as a site in docs/_build/html, warnings are errors
	$(BIN)/sphinx-build -W --keep-going -q -b html docs docs/_build/html
	@echo "The documentation is at $(CURDIR)/docs/_build/html/index.html"

.PHONY: picture
picture: $(VENV)/dev.stamp demo ## Take the pictures in docs/images from the demo's page
	$(BIN)/python docs/images/take.py build/demo.html $(EXAMPLE)

.PHONY: lock
lock: ## Pin every requirement with its hashes again (needs uv)
	uv pip compile pyproject.toml requirements/build.in --all-extras $(LOCK_ARGS) -o requirements/dev.txt
	uv pip compile pyproject.toml requirements/build.in $(LOCK_ARGS) -c requirements/dev.txt -o requirements/run.txt
LOCK_ARGS := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	--no-annotate

.PHONY: clean
clean: ## Remove the virtual environment and everything built
	rm -rf $(VENV) build dist docs/_build .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: help
help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# --- the virtual environment: built once, again only when a pinned requirement changes ---

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Daylight needs Python 3.11 or later; install it, or say make PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Making a virtual environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements/run.txt pyproject.toml | $(BIN)/python
	@echo "Installing what Daylight needs to run; the first time this takes a minute or two"
	@$(PIP) --no-deps --require-hashes -r requirements/run.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/run.stamp | $(BIN)/python
	@echo "Installing what the tests and the documentation need"
	@$(PIP) --no-deps --require-hashes -r requirements/dev.txt
	@touch $@
