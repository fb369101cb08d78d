# One entry for everything. `make help` lists the targets.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV_PIP := "$(BIN)/uv" pip install --quiet --python "$(BIN)/python" --require-hashes --compile-bytecode
UV_COMPILE := "$(BIN)/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

# Nothing that runs here may call home, and the embedded server needs time for its first migration.
export DO_NOT_TRACK = 1
export PREFECT_SERVER_ANALYTICS_ENABLED = false
export PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS = 180
export PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT = false
export GX_ANALYTICS_ENABLED = false

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev setup-bench run test lint unit score bench lock clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

$(BIN)/uv: requirements/bootstrap.lock
	@"$(PYTHON)" -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "zhibiao needs Python 3.11 or newer; set PYTHON=...")'
	@test -x "$(BIN)/python" || "$(PYTHON)" -m venv "$(VENV)"
	@"$(BIN)/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bootstrap.lock
	@touch "$@"

$(VENV)/.run: $(BIN)/uv requirements/run.lock pyproject.toml
	@$(UV_PIP) -r requirements/run.lock
	@"$(BIN)/uv" pip install --quiet --python "$(BIN)/python" --no-deps --no-build-isolation --editable .
	@"$(BIN)/python" -m compileall -q flows tasks
	@touch "$@"

$(VENV)/.dev: $(VENV)/.run requirements/dev.lock
	@$(UV_PIP) -r requirements/dev.lock
	@touch "$@"

$(VENV)/.bench: $(VENV)/.dev requirements/bench.lock
	@$(UV_PIP) -r requirements/bench.lock
	@touch "$@"

setup: $(VENV)/.run ## install what the pipeline needs

setup-dev: $(VENV)/.dev ## install what the tests need as well

setup-bench: $(VENV)/.bench ## install the peers that the benchmarks compare with

run: setup ## set up from nothing, run the pipeline on the seeds, say where to look
	@"$(BIN)/python" -m flows.cli run

test: setup-dev lint ## set up from nothing, check style and types, pass the tests
	@"$(BIN)/python" -m pytest

lint: setup-dev ## ruff and the strict type checker
	@"$(BIN)/python" -m ruff check .
	@"$(BIN)/python" -m ruff format --check .
	@"$(BIN)/python" -m mypy

unit: setup-dev ## the fast tests alone
	@"$(BIN)/python" -m pytest tests/unit tests/property

score: setup-dev ## score the development gold (needs ../shared)
	@"$(BIN)/python" -m benchmarks.score

lock: $(BIN)/uv ## resolve the requirements anew
	@for set in run dev bench; do \
	  case $$set in run) extras= ;; dev) extras="--extra dev" ;; bench) extras="--extra dev --extra bench" ;; esac; \
	  $(UV_COMPILE) $$extras pyproject.toml --output-file requirements/$$set.lock; \
	done
	@$(UV_COMPILE) requirements/bootstrap.in --output-file requirements/bootstrap.lock

clean: ## remove what runs have made (not the environment)
	@find data -mindepth 1 ! -name README.md -delete
