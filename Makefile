# Every chore has one entry here; the first one that runs makes the virtual environment.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SHARED ?= ../shared
OUT ?= build

.PHONY: demo test check static format lint types layers score bench docs golden clean
.DEFAULT_GOAL := test

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("ceasetimeline needs Python 3.11 or newer: make PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv $(VENV)
	PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev,testing,calendars,interop,plot]"
	@touch $@

demo: $(READY)  ## the main job on the sample articles
	@mkdir -p $(OUT)
	@$(BIN)/ceasetimeline demo -o $(OUT)/demo.json

test: $(READY)
	$(BIN)/python -m pytest -n 2

check: static test

static: format lint types layers

format: $(READY)
	$(BIN)/ruff format --check .

lint: $(READY)
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/python -m pytest -q tests/test_layers.py

score: $(READY)  ## accuracy on the development data, where it is at hand
	@$(BIN)/python -m bench.score $(SHARED) $(OUT)

bench: $(READY)  ## speed and memory, beside a peer in the same run
	@$(BIN)/python -m bench.speed

golden: $(READY)  ## rewrite golden timelines, README output, picture and notebooks; read the diff before you commit it
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[docs]"
	$(BIN)/python -m pytest -q tests/golden --rewrite-golden

docs: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[docs]"
	$(BIN)/python -m sphinx -W --keep-going -b html docs $(OUT)/docs

clean:
	rm -rf $(OUT) .mypy_cache .ruff_cache .pytest_cache .hypothesis
