# Needs only make and Python 3.11 or newer. Another Python: make test PYTHON=python3.13
PYTHON ?= python3

BIN := .venv/bin
READY := .venv/.ready
COMPILE := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header --quiet

.PHONY: demo test bench bench-scale fuzz format lock clean

demo: $(READY)
	$(BIN)/deskgram demo

# Three workers for two cores: one of them mostly waits for a browser or for another process.
test: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/hadolint Dockerfile
	$(BIN)/python -m pytest -n 3 --dist worksteal

# The tables of docs/performance.md, in about twelve minutes on two cores; make bench QUICK=1 shows that it works.
bench: $(READY)
	$(BIN)/python -m tests.bench $(if $(QUICK),--quick)
	$(if $(QUICK),,$(MAKE) bench-scale)

# What a screen costs on a desk of a million tickets; fewer take less time and disk: make bench-scale TICKETS=100000
TICKETS ?= 1000000

bench-scale: $(READY)
	$(BIN)/python -m tests.bench.scale --tickets $(TICKETS)

# People who do whatever they like to a desk, until 100,000 updates have come; another number: make fuzz UPDATES=5000
UPDATES ?= 100000

fuzz: $(READY)
	$(BIN)/python -m tests.fuzz --updates $(UPDATES)

format: $(READY)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# Writes both lock files anew, with the newest versions that pyproject.toml allows.
lock: $(READY)
	$(COMPILE) --upgrade --output-file requirements.lock
	$(COMPILE) --upgrade --group dev --constraints requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Deskgram needs Python 3.11 or newer; name one with: make PYTHON=python3.13' >&2; exit 1; }
	@$(PYTHON) -m venv .venv || \
		{ echo 'Python lacks its venv module; on Debian and Ubuntu: apt-get install python3-venv' >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)
