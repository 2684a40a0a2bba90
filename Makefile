# What one can do here; `make` alone prints this list.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := bash

PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,$(shell \
	$(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(name))) python3)
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(PYTHON) -I server/install.py $(VENV)
HAS_NODE := $(shell node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null && echo yes)
EXTENSION_FILES := server/desk/static/look.css $(shell find extension -path '*/.*' -prune -o -type f -print)
BUILT := extension/.output/.built
OPENAPI := server/openapi.json
TYPES := extension/src/api/schema.d.ts
GREEN := ruff check, ruff format, mypy, Biome, tsc and the generated files are clean

.PHONY: help
help:
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: run
run: $(VENV)/.run  ## install what is missing, build the extension, start the server
	@if [ '$(HAS_NODE)' ]; then $(MAKE) --no-print-directory $(BUILT) || \
		echo 'The extension could not be built (see above); all else works without it.'; fi
	@$(BIN)/candor serve

.PHONY: test
test: $(VENV)/.dev  ## run all tests: Python, extension, and the whole program in a browser
	@bash tests/postgresql.sh
	$(BIN)/pytest -q
	@bash tests/extension.sh

.PHONY: check
check: $(VENV)/.dev node_modules/.installed  ## look for faults without running: style, types, stale files
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m server.openapi | diff -u $(OPENAPI) - || { echo 'Run make openapi.'; exit 1; }
	npm run --silent check
	@echo '$(GREEN)'

.PHONY: fix
fix: $(VENV)/.dev node_modules/.installed  ## mend what can be mended by itself
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	npm run --silent fix

.PHONY: e2e
e2e: $(VENV)/.dev $(BUILT)  ## run the whole program in a real browser
	npm run --silent e2e

.PHONY: bench
bench: $(VENV)/.dev  ## measure how fast drafts are
	$(BIN)/python -m models.bench

.PHONY: eval
eval: $(VENV)/.dev  ## measure how good drafts are
	$(BIN)/python -m server.checks.evaluate
	$(BIN)/python -m server.promises.evaluate
	$(BIN)/python -m models.evaluate

.PHONY: train
train: $(VENV)/.dev  ## train candor-small by its recipe
	$(BIN)/python -m models.train

.PHONY: openapi
openapi: $(VENV)/.dev node_modules/.installed  ## write openapi.json, the extension's types and the doctor's selectors anew
	$(BIN)/python -m server.openapi > $(OPENAPI).new && mv $(OPENAPI).new $(OPENAPI)
	npm run --silent schema
	npm run --silent selectors

.PHONY: new-platform
new-platform: $(VENV)/.dev node_modules/.installed  ## make the files of a new platform: NAME=corner-shop
	npm run --silent new-platform -- '$(NAME)'
	npx biome check --write --log-level=error extension/src/platforms tests/pages
	$(MAKE) --no-print-directory openapi
	@echo 'Read extension/src/platforms/$(NAME).ts; build tests/pages/$(NAME)/ from the site; make test.'

.PHONY: demo
demo: $(VENV)/.run $(BUILT)  ## open a browser with the extension on a page of comments
	npm run --silent demo

.PHONY: package
package: $(VENV)/.dev node_modules/.installed  ## make the extension's zip files and the Python wheel
	npm run --silent zip
	$(BIN)/pip wheel --quiet --no-deps --wheel-dir dist .

.PHONY: clean
clean:  ## take away all that was installed or built here (never your data)
	rm -rf $(VENV) node_modules extension/.output extension/.wxt dist build *.egg-info
	find server models tests -name __pycache__ -prune -exec rm -rf {} +
	rm -rf .mypy_cache .ruff_cache .pytest_cache

$(VENV)/.run: pyproject.toml server/install.py
	@command -v $(PYTHON) >/dev/null || { echo 'candor: Install Python 3.11 or newer (python.org).'; exit 1; }
	@$(INSTALL)
	@touch $@

$(VENV)/.dev: pyproject.toml server/install.py
	@$(INSTALL) dev
	@touch $@

node_modules/.installed: package.json package-lock.json
	@[ '$(HAS_NODE)' ] || { echo 'candor: Install Node 20 or newer (nodejs.org).'; exit 1; }
	npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(BUILT): node_modules/.installed $(EXTENSION_FILES)
	npm run --silent build
	@touch $@
