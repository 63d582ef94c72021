# The commands a person runs. Everything is installed into .venv, from requirements.lock.
PYTHON ?= python3.11
ifeq (,$(shell command -v $(PYTHON) 2>/dev/null))
PYTHON := python3
endif
BIN := .venv/bin
SOURCE ?= data/samples
WAREHOUSE ?= $(or $(GOUJI_WAREHOUSE),data/warehouse)
# Processes that test: one more than the cores of a small machine, since many a test waits for processes of its own.
WORKERS ?= 3
export DAGSTER_HOME ?= $(CURDIR)/data/dagster_home
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help setup run test conformance bench profile audit torture mutation lint format ui notebook docs docs-serve lock clean

help: ## show this list
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/.complete ## build .venv from the lock (uv where it can be had, pip otherwise)

# uv installs in seconds and compiles bytecode (an uncompiled `import dagster` costs seconds in every process);
# where it is not on PATH it is installed into the environment, and if that fails pip does the same work.
.venv/.complete: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "gouji needs Python 3.11 or newer; set PYTHON=/path/to/python3.11"; exit 2; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@if uv=$$(command -v uv) || { $(BIN)/python -m pip install -q --disable-pip-version-check 'uv>=0.9,<1' && uv=$(BIN)/uv; }; then \
	  echo "installing with $$uv" && \
	  $$uv pip install -q --python $(BIN)/python --compile-bytecode --require-hashes -r requirements.lock && \
	  $$uv pip install -q --python $(BIN)/python --no-deps -e . ; \
	else \
	  echo "uv is not to be had: installing with pip (about two minutes)" && \
	  $(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock && \
	  $(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e . ; \
	fi
	@touch $@

run: setup ## read data/samples, publish the warehouse, say what was found (SOURCE=... WAREHOUSE=...)
	@$(BIN)/gouji run $(SOURCE) --warehouse $(WAREHOUSE)

test: setup ## run all tests
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(ARGS)

lint: setup ## style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The converters live in an environment of their own. Programs that are on PATH are used too: libreoffice, pdftotext,
# w3m, lynx, antiword; channels whose converter is lacking are left out, and said to be.
CONFORMANCE := .venv/conformance
$(CONFORMANCE)/.complete: .venv/.complete
	test -x $(CONFORMANCE)/bin/python || $(PYTHON) -m venv $(CONFORMANCE)
	@if uv=$$(command -v uv || command -v $(BIN)/uv); then \
	  $$uv pip install -q --python $(CONFORMANCE)/bin/python --require-hashes -r requirements.lock && \
	  $$uv pip install -q --python $(CONFORMANCE)/bin/python --group conformance; \
	else \
	  $(CONFORMANCE)/bin/python -m pip install -q --disable-pip-version-check --upgrade 'pip>=25.1' && \
	  $(CONFORMANCE)/bin/python -m pip install -q --require-hashes -r requirements.lock && \
	  $(CONFORMANCE)/bin/python -m pip install -q --group conformance; \
	fi
	@touch $@

conformance: $(CONFORMANCE)/.complete ## measure the reader on texts of real converters, write docs/accuracy.md (SEEDS=40)
	@$(CONFORMANCE)/bin/python -m tests.conformance --seeds $(or $(SEEDS),40) --channels $(or $(CHANNELS),all) \
	  --out data/conformance --page docs/accuracy.md

bench: setup ## measure runs on a corpus it makes, write bench/latest.json and docs/performance.md (N=20000 ROUNDS=3)
	@$(BIN)/python -m tests.bench --files $(or $(N),20000) --rounds $(or $(ROUNDS),3)

profile: setup ## one run under the profiler: where the time goes, by stage and module (N=500)
	@$(BIN)/python -m tests.bench profile --files $(or $(N),500)

# In an environment of its own, so that what scans does not change what is scanned.
AUDIT := .venv/audit
$(AUDIT)/.complete: .venv/.complete
	test -x $(AUDIT)/bin/python || $(PYTHON) -m venv $(AUDIT)
	@$(AUDIT)/bin/python -m pip install -q --disable-pip-version-check 'pip-audit>=2.7,<3'
	@touch $@

audit: $(AUDIT)/.complete ## look the locked dependencies up in the advisory databases (needs the network)
	@$(AUDIT)/bin/pip-audit --strict --require-hashes --disable-pip -r requirements.lock

mutation: setup ## change every rule and comparison once: does a test fail? (ONLY=text)
	@$(BIN)/python -m tests.check.mutate --only "$(ONLY)"

# The DuckDB before ours, to read what we publish; where it cannot be had, what needs it is left out, and says so.
.venv/duckdb15/.complete: .venv/.complete
	@test -x .venv/duckdb15/bin/python || $(PYTHON) -m venv .venv/duckdb15
	@.venv/duckdb15/bin/python -m pip install -q --disable-pip-version-check 'duckdb==1.5.*' \
	  && touch $@ || { echo "DuckDB 1.5 is not to be had: its readers are left out"; rm -rf .venv/duckdb15; }

torture: setup .venv/duckdb15/.complete ## kill runs, read meanwhile, mangle texts, measure growth (ARGS="--seed 1 --kills 50 --inputs 1000")
	@$(BIN)/python -m tests.torture $(ARGS)

format: setup ## rewrite the code in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

ui: setup ## open the Dagster UI on http://127.0.0.1:3000 (PORT=...)
	@$(BIN)/gouji ui --port $(or $(PORT),3000)

# The app and not the editor, for this computer only, and with marimo's token: see pipelines/notebook.py.
notebook: setup ## explore the warehouse in the browser, a report at a time (PORT=2718 WAREHOUSE=...)
	@GOUJI_WAREHOUSE=$(abspath $(WAREHOUSE)) $(BIN)/marimo run pipelines/notebook.py \
	  --host 127.0.0.1 --port $(or $(PORT),2718) --token $(ARGS)

# mkdocs-material warns of mkdocs 2; the lock decides what is installed.
docs: setup ## build the site of the documents into site/, strictly; open site/index.html
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict  # no --quiet: it hides warnings from --strict, too

docs-serve: setup ## serve the site on http://127.0.0.1:8000, with its search (PORT=8000)
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs serve --strict --dev-addr 127.0.0.1:$(or $(PORT),8000)

lock: setup ## resolve pyproject.toml into requirements.lock again
	$(BIN)/python -m pip install -q 'uv>=0.9,<1'
	$(BIN)/uv pip compile -q --universal --generate-hashes --python-version 3.11 --group dev pyproject.toml -o requirements.lock

clean: ## remove what make built: environment, warehouse, run history, caches
	rm -rf .venv site data/warehouse data/dagster_home .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
