# Everything a fresh machine needs is python3 (3.10 or newer) and make. The environment is made once, in .venv.
PYTHON ?= python3
BIN := .venv/bin
WORKERS ?= 2
ROUNDS ?= 5
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help generate check test lint pytest corpus nightly update-golden bench docs-site clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-14s %s\n", $$1, $$2 }' Makefile

generate: .venv/.installed ## bring generated/ up to date with spec/
	$(BIN)/typewright generate

check: .venv/.installed ## say whether generated/ is up to date
	$(BIN)/typewright check

test: lint pytest ## linters, type checker and all quick tests

lint: .venv/.installed-dev ## ruff and mypy
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

pytest: .venv/.installed-dev ## the quick tests alone
	$(BIN)/pytest -n $(WORKERS) --dist loadgroup -m "not nightly and not corpus"

corpus: .venv/.installed-dev ## tests over the real descriptions in ../shared, where it is there
	$(BIN)/pytest -n $(WORKERS) --dist loadgroup -m "corpus and not nightly"

nightly: .venv/.installed-dev ## the tests that take minutes
	$(BIN)/pytest -n $(WORKERS) --dist loadgroup -m nightly

update-golden: .venv/.installed-dev ## rewrite the expectations of tests/cases
	$(BIN)/pytest -q tests/test_cases.py tests/unit/test_configuration_page.py --update-golden

bench: .venv/.installed-dev ## run us and the peers in turn: make bench SPECS="a.yaml b.json" ROUNDS=5
	$(BIN)/python -m pip install --quiet --editable '.[bench]'
	$(BIN)/python -m bench $(SPECS) --rounds $(ROUNDS)

docs-site: .venv/.installed ## build the documentation site in site/html, strictly
	$(BIN)/python -m pip install --quiet --editable '.[site]'
	$(BIN)/typewright generate --config docs/site/typewright.yaml
	docs/site/gather.sh
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --config-file docs/site/mkdocs.yml

clean: ## remove the environment and all caches
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis tests/e2e/typescript/node_modules

.venv/.created:
	$(PYTHON) -c "import sys; sys.exit(None if sys.version_info >= (3, 10) else 'Python 3.10 or newer is needed; say which with: make PYTHON=python3.12')"
	$(PYTHON) -m venv .venv
	touch $@

.venv/.installed: .venv/.created pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

.venv/.installed-dev: .venv/.installed
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@
