# The words a person types. GNU make 3.81 and a POSIX shell are enough; `make help` lists them.

PYTHON ?=
DATA ?= ../shared/data
STORE ?= out/examples.db
BIN = .venv/bin
BENCH = .venv-bench/bin

.PHONY: help setup demo serve test test-slow lint format evaluate bench lock docs wheel assets clean

help:
	@echo "make setup      make the virtual environment .venv and install onrecord into it"
	@echo "make demo       read the example articles and show who said what"
	@echo "make serve      open the examples in the browser, or another store: STORE=file"
	@echo "make test       lint, types, import contracts, the knowledge base, and tests"
	@echo "make test-slow  more of what is random: 200 kills of a process that adds, 10,000 mutated inputs, ten minutes of load on the pages"
	@echo "make lint       only ruff, mypy, the import contracts and the knowledge base"
	@echo "make format     let ruff put the code in shape"
	@echo "make docs       write the generated parts of README.md and docs/ anew"
	@echo "make evaluate   score against annotated articles: DATA=folder (default $(DATA))"
	@echo "make bench      speed and memory, beside spaCy and textacy"
	@echo "make lock       resolve the dependencies anew into requirements.lock"
	@echo "make wheel      build the package into dist/"
	@echo "make assets     build the web application's map and fonts anew; needs Node.js"
	@echo "make clean      remove what the other words made"

setup: .venv/.ready

# Which Python: the one named by PYTHON=..., else the first of these that is new enough and can make environments.
.venv/.ready: requirements.lock pyproject.toml
	@rm -f $@; \
	if ! $(BIN)/python -m pip --version >/dev/null 2>&1; then \
	  found=; old=; bare=; \
	  for python in $(if $(PYTHON),$(PYTHON),python3 python3.13 python3.12 python3.11 python3.14); do \
	    command -v $$python >/dev/null 2>&1 || continue; \
	    if ! $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then old="$$old $$python"; \
	    elif ! $$python -c 'import venv, ensurepip' >/dev/null 2>&1; then bare="$$bare $$python"; \
	    else found=$$python; break; fi; \
	  done; \
	  if [ -z "$$found" ]; then \
	    if [ -n "$$bare" ]; then echo "error:$$bare cannot make virtual environments (the modules venv and ensurepip are missing)" >&2; \
	      echo "       on Debian and Ubuntu: sudo apt-get install python3-venv; elsewhere: install Python from python.org" >&2; \
	    else echo "error: onrecord needs Python 3.11 or later; found$${old:- none}$${old:+ (too old or not working)}" >&2; \
	      echo "       Debian, Ubuntu: sudo apt-get install python3 python3-venv; macOS: brew install python@3.13;" >&2; \
	      echo "       or name one that you have: make setup PYTHON=/path/to/python3.12" >&2; fi; \
	    exit 1; \
	  fi; \
	  echo "Making .venv with $$found and installing onrecord; the first time this takes a minute or two."; \
	  rm -rf .venv && $$found -m venv .venv || exit 1; \
	else echo "Bringing .venv up to date."; fi; \
	$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock && \
	$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e . && \
	touch $@ || { echo "error: the packages could not be installed; the lines above say why" >&2; exit 1; }

demo: setup
	@mkdir -p out
	@$(BIN)/onrecord read examples/election-night.html
	@$(BIN)/onrecord read --format json --output out/examples.json $(EXAMPLES)
	@for example in $(EXAMPLES); do \
	  name=`basename $$example`; \
	  $(BIN)/onrecord read --quiet --format html --output out/$${name%.*}.html $$example || exit 1; \
	done
	@echo
	@rm -f out/examples.db*
	@$(BIN)/onrecord add examples --into out/examples.db
	@$(BIN)/onrecord find out/examples.db border --act say --limit 2
	@echo
	@echo "All of that is in the store out/examples.db, which onrecord find searches: onrecord find --help"
	@echo "To read and search it in the browser, with a timeline and a map:"
	@echo
	@echo "    $(BIN)/onrecord serve out/examples.db --open"
	@echo
	@echo "The records of all examples are in out/examples.json, and a page of each to read in a browser beside it:"
	@echo
	@for example in $(EXAMPLES); do name=`basename $$example`; echo "    out/$${name%.*}.html"; done
	@echo
	@echo "Now read something of your own:"
	@echo
	@echo "    $(BIN)/onrecord read FILE-OR-ADDRESS"
	@echo "    $(BIN)/onrecord read --format html --output article.html FILE-OR-ADDRESS"
	@echo "    $(BIN)/onrecord read --published 2025-03-05 --checks error,warning examples/draft-with-mistakes.txt"
	@echo "    $(BIN)/onrecord read --help"

EXAMPLES = examples/ceasefire-talks.txt examples/drone-strike.txt examples/dock-strike.md examples/election-night.html \
           examples/river-dam.pdf examples/wire.jsonl

# Installs a browser for the tests of the page and a PostgreSQL for those of the store, or says why they are skipped.
test: lint
	@$(BIN)/python tests/showing/browsers.py
	@$(BIN)/python tests/recording/postgres.py
	@$(BIN)/python -m pytest -n 2 --dist worksteal

serve: setup
	@mkdir -p out
	@test "$(STORE)" != out/examples.db -o -e out/examples.db || $(BIN)/onrecord add examples --into out/examples.db
	@$(BIN)/onrecord serve $(STORE)

test-slow: setup
	@$(BIN)/python tests/recording/postgres.py
	@ONRECORD_KILLS=200 ONRECORD_FUZZED=10000 $(BIN)/python -m pytest tests/recording
	@$(BIN)/python benchmarks/web_load.py --seconds 600

lint: setup
	@$(BIN)/ruff check -q --output-format concise .
	@$(BIN)/ruff format -q --check . || { echo "error: some files are not formatted; type: make format" >&2; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@report=`$(BIN)/lint-imports 2>&1` || { echo "$$report"; exit 1; }
	@report=`$(BIN)/python -m onrecord.knowledge.linting 2>&1` || { echo "$$report"; exit 1; }

format: setup
	@$(BIN)/ruff check -q --fix . ; $(BIN)/ruff format .

docs: setup
	@$(BIN)/python docs/refresh.py

evaluate: setup
	@$(BIN)/python -m evaluation --data $(DATA)

# The peers live in an environment of their own, so that they cannot move onrecord's own pinned packages.
bench: setup .venv-bench/.ready
	@$(BIN)/python benchmarks/read_speed.py --peers $(BENCH)/python
	@$(BIN)/python benchmarks/times_speed.py --peers $(BENCH)/python
	@$(BIN)/python benchmarks/knowledge_speed.py
	@$(BIN)/python benchmarks/store_scale.py
	@$(BIN)/python benchmarks/web_load.py

.venv-bench/.ready: pyproject.toml
	@$(BIN)/python -m venv .venv-bench && \
	{ $(BENCH)/python -m pip install -qq --disable-pip-version-check '.[bench]' || \
	  echo "The peers could not be installed; onrecord is measured alone."; } && touch $@

lock: setup
	@$(BIN)/python -m pip install -qq --disable-pip-version-check uv
	@$(BIN)/uv pip compile -q pyproject.toml --extra pdf --extra postgres --extra tables --extra web --extra dev --universal --generate-hashes --no-header \
	  --python-version 3.11 -o requirements.lock

wheel: setup
	@$(BIN)/python -m hatchling build -t wheel

# What it writes under src/onrecord/showing/web is committed.
assets:
	@cd assets && npm ci --silent --no-audit --no-fund && node build.mjs

clean:
	rm -rf .venv .venv-bench assets/node_modules build dist out .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
