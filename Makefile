# `make run` and `make test` are all a newcomer needs. Each does its own set-up, once.

PYTHON_HERE := .venv/bin/python
PLATFORM := $(if $(filter Darwin,$(shell uname -s)),macos,$(if $(OS),windows,linux))
FILE ?=
TESTS ?=
BENCH ?=

.PHONY: help run test check format lock bench screenshots installer clean

help:
	@echo "make run [FILE=...]    open the window, with that document or with a sample case"
	@echo "make test [TESTS=...]  run the tests (or only those named)"
	@echo "make check             lint, format, types, import contract, house rules"
	@echo "make format            put the format right"
	@echo "make lock              resolve the dependencies anew into packaging/*.lock"
	@echo "make bench [BENCH=...] measure against the budgets"
	@echo "make screenshots       pictures of every state of the window, into build/screenshots/"
	@echo "make installer         the installer for this platform, into dist/"
	@echo "make clean             remove what was made, .venv included"

run:
	@packaging/run "$(FILE)"

test:
	@packaging/test $(TESTS)

check:
	@packaging/set-up window letters tests
	$(PYTHON_HERE) -m ruff check .
	$(PYTHON_HERE) -m ruff format --check .
	$(PYTHON_HERE) -m mypy
	.venv/bin/lint-imports
	$(PYTHON_HERE) -m pytest -q tests/structure

format:
	@packaging/set-up window letters tests
	$(PYTHON_HERE) -m ruff check --fix .
	$(PYTHON_HERE) -m ruff format .

lock:
	@packaging/lock

bench:
	@packaging/set-up window letters tests
	$(PYTHON_HERE) -m tests.benchmarks $(BENCH)

screenshots:
	@packaging/set-up window letters tests
	@test -f tests/screenshots.py || { echo "tests/screenshots.py is not there yet." >&2; exit 1; }
	$(PYTHON_HERE) -m tests.screenshots

installer:
	@packaging/set-up window letters
	@test -x packaging/$(PLATFORM)/installer || \
		{ echo "There is no installer for $(PLATFORM) yet." >&2; exit 1; }
	@packaging/$(PLATFORM)/installer

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find desktop tests -name __pycache__ -type d -prune -exec rm -rf {} +
