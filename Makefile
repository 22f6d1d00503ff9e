# `make` alone lists the targets.  Everything runs in .venv, which is made from the pinned versions when they change.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

# Headless wherever it runs, and no start-up chatter of JAX about accelerators that are not there.
export JAX_PLATFORMS ?= cpu
export MPLBACKEND ?= Agg
# Where these are set, two kinds of fault do not show: what is lost in a buffer, and what a folder of .pyc files does.
unexport PYTHONUNBUFFERED PYTHONDONTWRITEBYTECODE

.PHONY: help demo bench bench-gpu bench-watch mutants mutants-ways seeds check-dependencies test test-slow test-long test-versions \
	test-gpu lint format release clean
.DEFAULT_GOAL := help

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: $(STAMP)  ## grade the sample class and show the result
	$(BIN)/jax101 grade examples/submissions --out build/demo-reports

# Which tests go to one process together is in tests/scheduling.py.
test: $(STAMP)  ## run the test-suite
	$(BIN)/python -m pytest -n 2 --dist loadscope -m "not slow"

test-slow: $(STAMP)  ## run what is marked slow: the whole corpus of answers, some attacks on every tier, kills, restarts
	$(BIN)/python -m pytest -n 2 --dist loadscope -m "slow and not long"

test-long: $(STAMP)  ## run what takes longer still: every attack on every tier, kills, soak, each trace against a call
	$(BIN)/python -m pytest -n 2 --dist loadscope -m long

test-versions: $(STAMP)  ## run what depends on JAX's release with each one that is supported, in environments in build/
	$(BIN)/python -m pytest tests/releases

test-gpu: $(STAMP)  ## run what is marked gpu, on a machine that has one
	$(BIN)/python -m pytest -m gpu -rs

mutants: $(STAMP)  ## judge the corpus of right and wrong answers, print the figures, write docs/messages.md
	$(BIN)/python -m tests.mutants

check-dependencies: $(STAMP)  ## ask the package registry whether what we depend on is still kept by its authors
	$(BIN)/python -m tests.dependencies

seeds: $(STAMP)  ## run every check on 200 seeds with right answers: eager and jitted, in float32 and in float64
	$(BIN)/python -m tests.seeds

mutants-ways: $(STAMP)  ## judge the corpus with and without each speed-up, for reports that differ
	$(BIN)/python -m tests.mutants.ways

lint: $(STAMP)  ## formatting, lint rules, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(STAMP)  ## put the code into its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(STAMP)  ## time a class through plain nbgrader, our grader and the floor, on an idle machine
	$(BIN)/python -m benchmarks

bench-gpu: $(STAMP)  ## time 200 submissions with an evaluator that holds a GPU (or the CPU, where there is none)
	$(BIN)/python -m benchmarks.device

bench-watch: $(STAMP)  ## time check --watch from a save to the verdict
	$(BIN)/python -m benchmarks.watch

release: $(STAMP)  ## write exercises/ from solutions/
	$(BIN)/jax101 release

clean:  ## remove what the other targets made
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info[:2] <= (3, 13) else "jax101 needs Python 3.11, 3.12 or 3.13; this is " + sys.version.split()[0] + ". Say which with: make PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $(STAMP)
