# The project's commands.  `make` alone lists them.  A stamp in .venv remembers that set-up is done.

PYTHON  ?= python3.11
BIN     := .venv/bin
DATA    ?= $(or $(VSS_DATA_DIR),var)
JOBS    ?= 2

# A reader's own reports get an index of their own, so that the shipped one stays as it is.
ifdef REPORTS
DATA    := $(DATA)/own
endif
index chat ask evals bench: export VSS_DATA_DIR := $(DATA)

.DEFAULT_GOAL := help
.PHONY: help setup index chat ask test soak lint evals bench clean

help: ## list the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /  make \1\t/' | expand -t 16

setup: .venv/.ready ## make .venv with every pinned package

.venv/.ready: pyproject.toml constraints.txt
	@command -v $(PYTHON) >/dev/null || { echo "make: $(PYTHON) is not there; install Python 3.11 or name it: make PYTHON=..." >&2; exit 1; }
	@echo "Installing the pinned packages into .venv; the first time takes some minutes."
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -qq -c constraints.txt setuptools
	$(BIN)/python -m pip install -qq -c constraints.txt --no-build-isolation -e .
	@touch $@

.venv/.ready-test: .venv/.ready
	$(BIN)/python -m pip install -qq -c constraints.txt --no-build-isolation -e '.[test]'
	@touch $@

index: .venv/.ready ## build the index of the shipped reports, or of REPORTS=folder
	$(BIN)/python -m indexing build $(REPORTS)

chat: index ## serve the chat on http://127.0.0.1:7860, over REPORTS=folder where given
	$(BIN)/python -m assistant serve

ask: .venv/.ready ## answer one question: make ask Q="..."
	@test -n '$(subst ','\'',$(value Q))' || { echo 'make: name the question: make ask Q="..."' >&2; exit 2; }
	@$(BIN)/python -m indexing build $(REPORTS) >/dev/null
	@$(BIN)/python -m assistant ask '$(subst ','\'',$(value Q))'

lint: .venv/.ready-test ## check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint ## check style and types, then run every test
	$(BIN)/pytest -n $(JOBS)

soak: .venv/.ready-test ## run the tests that take minutes: hostile and untrained language models
	$(BIN)/pytest -m soak -s

evals: index .venv/.ready-test ## score the answers against the question sets
	$(BIN)/python -m evals run

bench: index .venv/.ready-test ## time extraction and a question, beside plain LlamaIndex with Chroma
	$(BIN)/python -m evals bench

clean: ## remove .venv and what tools leave behind; an index stays
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
