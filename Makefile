# Chezhan's workbench. `make help` lists what there is.

# the first interpreter that starts; bootstrap.py says what to do when it is not Python 3.11
PYTHON ?= $(shell for name in python3.11 python3 python; do \
	$$name -c '' >/dev/null 2>&1 && echo $$name && break; done)
VENV_PYTHON := .venv/bin/python
UV_COMPILE = .venv/bin/uv pip compile --quiet --python-version 3.11 --universal --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header

PORT ?= 8000
HOST ?= 127.0.0.1
SIZE ?= small
export PORT HOST SIZE MUTATE NAME
# each process is 4,000 files: where their byte code is not kept, each start compiles them for four seconds
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup run test lint format bench torture openapi demo manage lock

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## Install everything into this checkout; quick when nothing changed
	@test -n "$(PYTHON)" || { echo "There is no Python here. Chezhan needs Python 3.11" \
		"(Debian 12: apt-get install python3.11 python3.11-venv), or name one: make setup PYTHON=/path/to/python3.11"; exit 1; }
	@"$(PYTHON)" bootstrap.py

run: setup ## Start Chezhan with its demo group until Ctrl-C (PORT=8000 HOST=127.0.0.1)
	@$(VENV_PYTHON) -m chezhan.config.embedded.run

test: setup ## Lint, then all tests, in a real browser too (ARGS="tests/unit -k name" for some)
	@$(VENV_PYTHON) -m tests.workbench.suite $(ARGS)

lint: setup ## Style, layers, types, generated files; Python and browser app
	@$(VENV_PYTHON) -m tests.workbench.lint

format: setup ## Put Python files into the house format
	@$(VENV_PYTHON) -m ruff check --quiet --fix . && $(VENV_PYTHON) -m ruff format .

bench: setup ## Measure speed: make bench NAME=request SIZE=small|full
	@$(VENV_PYTHON) -m tests.workbench.measure bench

torture: setup ## Measure safety: make torture NAME=tenancy SIZE=small|full MUTATE=1
	@$(VENV_PYTHON) -m tests.workbench.measure torture

openapi: setup ## Write frontend/openapi.json and the browser app's API client from the API
	@CHEZHAN_DEV_OUTBOX=1 .venv/bin/chezhan openapi > var/openapi.json && mv var/openapi.json frontend/openapi.json
	@cd frontend && PATH="$(CURDIR)/.venv/node:$$PATH" npm run --silent api

demo: setup ## Rebuild the demo group, also while `make run` is on
	@$(VENV_PYTHON) -m chezhan.config.embedded.manage prepare
	@$(VENV_PYTHON) -m chezhan.config.embedded.manage demo --rebuild
	@$(VENV_PYTHON) -m chezhan.config.embedded.manage demo --logins

manage: setup ## Any management command on the embedded services: make manage ARGS="shell"
	@$(VENV_PYTHON) -m chezhan.config.embedded.manage $(ARGS)

lock: setup ## Write the lock files anew from pyproject.toml (ARGS=--upgrade for newer versions)
	@printf 'setuptools>=77\nuv\n' | $(UV_COMPILE) $(ARGS) --output-file requirements-build.lock -
	@$(UV_COMPILE) $(ARGS) --all-extras --output-file requirements.lock pyproject.toml
	@$(UV_COMPILE) $(ARGS) --extra s3 --output-file requirements-image.lock pyproject.toml
