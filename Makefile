# Two commands matter: `make demo` and `make test`. Each sets up whatever is missing first.
PY := .venv/bin/python
BIN := .venv/bin

.PHONY: demo test check setup postgres lint types contracts format resources lock package package-check clean \
	bench-store bench-vault bench-sync bench-ui bench-central fuzz-central gallery walk soak

demo: setup
	@$(PY) -m benchmarks.tour $(if $(ATTACHMENTS),--attachments "$(ATTACHMENTS)") $(if $(TOUR),--drive)

test: setup lint types contracts
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n 2 --dist loadfile tests

check: setup lint types contracts
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -n 2 tests/unit tests/property tests/test_architecture.py

# The program killed again and again while an officer works, stories of a bad line, and transfers of which either end is
# killed: make soak KILLS=1000 SYNC=1000 TRANSFER_KILLS=200
soak: setup
	@$(PY) -m benchmarks.soak --kills $(or $(KILLS),1000) $(if $(SEED),--seed $(SEED))
	@$(PY) -m benchmarks.soak.stories --runs $(or $(SYNC),1000) $(if $(SEED),--seed $(SEED))
	@$(PY) -m benchmarks.soak.transfers --kills $(or $(TRANSFER_KILLS),200) $(if $(SEED),--seed $(SEED))

setup:
	@packaging/setup.sh

# A PostgreSQL of the centre's own on this machine, and the setting for it: make postgres OWNER=station-central
postgres: setup
	@packaging/postgres.sh $(OWNER)

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format:
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The program's own code is judged as Windows would run it too; its answers are kept apart, or each run would undo the other's
types:
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 --no-warn-unreachable --cache-dir .mypy_cache/win32 station_client ui sync central resources

contracts:
	PYTHONPATH=. $(BIN)/lint-imports

resources: setup

bench-store: setup
	@$(PY) -m benchmarks.store --rows $(or $(ROWS),100000) $(if $(NAMES),--names "$(NAMES)") $(if $(FOLDER),--folder "$(FOLDER)")

bench-vault: setup
	@$(PY) -m benchmarks.vault

# Every screen in its states, languages, themes and sizes: pictures in docs/gallery/all/ (make gallery ONLY=dashboard,alert)
# make gallery AGAIN=docs/gallery takes the pictures anew that stand there
gallery: setup
	@PYTHONPATH=. $(PY) -m benchmarks.gallery $(if $(ONLY),--only $(ONLY)) $(if $(LANGUAGE),--language $(LANGUAGE)) $(if $(AGAIN),--again --folder $(AGAIN))

# A whole upload in Hindi by keyboard alone, against a real centre, heard as a screen reader hears it: pictures in walk-output/
walk: setup
	@packaging/setup.sh xvfb xdotool openbox at-spi2-core x11-xkb-utils
	@PYTHONPATH=. $(PY) -m benchmarks.walk

bench-ui: setup
	@$(PY) -m benchmarks.window

# On bad lines, beside its peers: make bench-sync ARGUMENTS="--only first-sync --seeds 1" (docs/bench-sync.md)
bench-sync: setup
	@packaging/setup.sh iproute2 rsync
	@$(PY) -m benchmarks.sync $(ARGUMENTS)

# A nation's load on a centre with its own PostgreSQL: make bench-central ARGUMENTS="--only held" (docs/scale.md)
bench-central: setup
	@$(PY) -m benchmarks.central $(ARGUMENTS)

# What a running centre's own description allows, and what it does not: make fuzz-central EXAMPLES=500
fuzz-central: setup
	@$(PY) -m benchmarks.fuzz $(if $(EXAMPLES),--examples $(EXAMPLES)) $(if $(SEED),--seed $(SEED))

package:
	@packaging/setup.sh binutils libpython3.11
	packaging/package.sh

package-check: package
	packaging/package.sh --check

# The locked lists anew, for Linux and Windows: make lock ARGUMENTS="--upgrade-package keyring"
lock: setup
	packaging/lock.sh $(ARGUMENTS)

clean:
	rm -rf build dist dist-check demo-output demo-work
