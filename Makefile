# Everything a person needs to do here. `make help` lists it.

VENV   := .venv
BIN    := $(VENV)/bin
PYTHON ?= python3
STAMP  := $(VENV)/.ready
NODE_STAMP := node_modules/.ready

.DEFAULT_GOAL := help
.PHONY: help site serve check test lint format bench pictures lock schema clean

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:[^#]*##/\t/' | expand -t 12

site: $(STAMP)  ## build the sample plans to site/ and site-bakkerij/ and verify them
	$(BIN)/runbook check plans/scheldenet --as-of 2026-11-21
	$(BIN)/runbook build
	$(BIN)/runbook check plans/bakkerij --as-of 2026-11-21
	$(BIN)/runbook build -f mkdocs-bakkerij.yml

serve: $(STAMP)  ## live preview of the sample plan
	$(BIN)/runbook serve

test: $(STAMP) $(NODE_STAMP) browser servers  ## set up all that the tests need and run them
	$(BIN)/python -m pytest -n auto --dist loadgroup

lint: $(STAMP) $(NODE_STAMP)  ## style, types (Python and JavaScript)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python tests/frontend_tools.py types

format: $(STAMP)  ## lay out the code
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

bench: $(STAMP)  ## compare speed and size with the named peers
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.large
	$(BIN)/python -m tests.bench.reading
	$(BIN)/python -m tests.bench.offline
	$(BIN)/python -m tests.bench.paper

pictures: $(STAMP) browser  ## draw the pictures of the README anew
	$(BIN)/python -m tests.pictures

schema: $(STAMP)  ## write the JSON Schema, the reference and the built script again
	$(BIN)/runbook schema > generator/schema/plan.schema.json
	$(BIN)/python -m generator.guide docs/maintainers
	$(BIN)/python tests/frontend_tools.py build

lock: $(STAMP)  ## work the lock file out again
	$(BIN)/uv pip compile --universal --generate-hashes --python-version 3.11 \
	  --group dev pyproject.toml -o requirements.lock --no-annotate --no-header

clean:  ## remove what was built (the environment stays)
	rm -rf site site-* .cache/runbook

# The environment: `venv --without-pip` and `pip --python` work on a bare Debian too.
$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -m venv --without-pip $(VENV)
	$(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check \
	  --require-hashes --no-deps -r requirements.lock
	$(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check \
	  --no-deps --no-build-isolation --editable .
	@touch $@

$(NODE_STAMP): $(STAMP) package.json package-lock.json
	$(BIN)/python tests/frontend_tools.py install
	@touch $@

.PHONY: browser
browser: $(STAMP)
	@$(BIN)/python tests/browser_setup.py

.PHONY: servers
servers: $(STAMP)
	@$(BIN)/python tests/servers_setup.py
