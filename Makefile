# make demo: see it work. make test: all checks.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= demo

# An environment knows its folder by its whole path: in one that was moved or copied it is made anew.
MOVED := $(shell test -s $(VENV)/.installed && test "$$(cat $(VENV)/.installed)" != "$(CURDIR)" && echo moved)

.PHONY: moved demo test suite check browser types lint imports fmt golden gate fuzz mutants screenshots reference site release models
.PHONY: days clean telling suite-noted types-noted lint-noted imports-noted

$(VENV)/.installed: pyproject.toml hatch_build.py packages/leadup-en/pyproject.toml $(MOVED)
	$(PYTHON) -m venv $(if $(MOVED),--clear) $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[desk]"
	@echo "$(CURDIR)" > $@

# The pip that comes with Python may be years old, and a newer one finds out what goes together in a third of the time.
# In one go, and compiled on both cores but for what is never imported, or compiled by pytest in its own way: that is more
# than half of it. What is left out here and imported all the same is compiled then.
ASIDE := tests?|testing|pip|setuptools|pkg_resources|mypy|mypyc|hypothesis|schemathesis|cyclonedx|networkx|rdflib|joblib
ASIDE_TOO := graphql|pyparsing|cffi|pycparser|tomlkit|pymdownx|lexers|dialects|uniprops|_unicode_data|(geo|carrier|short)data
WITHIN := sqlalchemy/(orm|ext)|dask/(array|dataframe)|numpy/(f2py|distutils)|pydantic/v1|playwright/async_api|babel/messages
NOT_COMPILED := /($(ASIDE)|$(ASIDE_TOO)|$(WITHIN))/
# What newer ones of followthemoney need (pyicu) is compiled from C++ wherever it is installed: that takes longer than all
# the rest, and headers of ICU. What is released is tried with the newest (release).
COMPILES_NOTHING := --only-binary pyicu "followthemoney<3.8.3" "rigour<0.10.1" "fingerprints<1.3"
$(VENV)/.installed-dev: pyproject.toml hatch_build.py packages/leadup-en/pyproject.toml $(MOVED)
	$(PYTHON) -m venv $(if $(MOVED),--clear) $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --upgrade pip || true
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --editable ".[all,dev]" $(COMPILES_NOTHING)
	$(BIN)/python -m compileall -qq -j 2 -x '$(NOT_COMPILED)' $(VENV)/lib || true
	@echo "$(CURDIR)" > $(VENV)/.installed
	touch $@

demo: $(VENV)/.installed
	@mkdir -p $(OUT)
	$(BIN)/leadup add examples/articles --archive $(OUT)/archive
	$(BIN)/leadup to "the killing of Qassem Soleimani" --archive $(OUT)/archive --html $(OUT)/soleimani.html
	@echo "Now look: $(OUT)/soleimani.html, or open the desk: $(BIN)/leadup desk --archive $(OUT)/archive"

# What the browser tests need is fetched while the rest is installed, and the code is checked beside the tests, so that
# no core waits. Compiled modules are kept: each process would compile the whole house anew, which is half of what an
# import costs. Whatever fails, the rest is run; what the checks of the code said is kept from among the tests' lines and
# shown below them, and the last words name what failed.
CHECKS := types lint imports
FAILED := $(VENV)/failed
test: export PYTHONDONTWRITEBYTECODE :=
test:
	$(MAKE) --no-print-directory --jobs=2 $(VENV)/.installed-dev browser
	@rm -rf $(FAILED) && mkdir -p $(FAILED)
	@failed=; $(MAKE) --no-print-directory --jobs=2 --keep-going suite-noted $(CHECKS:=-noted) || failed=make; \
	for name in $(CHECKS); do \
	  if test -e $(FAILED)/$$name; then echo; echo "$$name:"; cat $(FAILED)/$$name; fi; done; \
	failed="$$(ls $(FAILED)) $$failed"; \
	if test "$$failed" != " "; then echo; echo failed: $${failed% make}; exit 1; fi; \
	echo "passed: suite $(CHECKS)"

# Kept where it failed, or was ended before it could.
suite-noted:
	@touch $(FAILED)/suite
	@$(MAKE) --no-print-directory suite
	@rm $(FAILED)/suite

$(CHECKS:=-noted): %-noted:
	@$(MAKE) --no-print-directory $* > $(FAILED)/$* 2>&1
	@rm $(FAILED)/$*

# The order of the files is the suite's own (tests/conftest.py).
suite: $(VENV)/.installed-dev
	sh tests/suite.sh $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

browser:
	sh tests/page/install.sh

# Two at a time: the types take as long as all the rest.
check: $(VENV)/.installed-dev
	$(MAKE) --no-print-directory --jobs=2 --keep-going --output-sync=target $(CHECKS)

types: $(VENV)/.installed-dev
	$(BIN)/mypy

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check src tests benchmarks docs examples

imports: $(VENV)/.installed-dev
	$(BIN)/lint-imports

fmt: $(VENV)/.installed-dev
	$(BIN)/ruff format src tests benchmarks
	$(BIN)/ruff check --fix src tests benchmarks

# Writes the golden answer anew (tests/golden): look at the diff before it is committed.
golden: $(VENV)/.installed-dev
	$(BIN)/python -m pytest tests/test_golden.py --renew

# All floors, those too slow for the suite among them (benchmarks/floors.json).
gate: $(VENV)/.installed-dev
	$(BIN)/python benchmarks/gate.py

# The property tests with examples of their own, ROUNDS times over: what they find becomes a plain case of the suite.
ROUNDS ?= 10
fuzz: $(VENV)/.installed-dev
	for round in $$(seq $(ROUNDS)); do \
	  $(BIN)/python -m pytest -q -m hypothesis -n 2 --hypothesis-profile=search || exit 1; done

# Small faults at random, and how many of them the tests notice. Some six CPU seconds a fault, up to LONGEST for one that
# nothing notices; nothing waits for it.
SAMPLE ?= 200
SEED ?= 0
LONGEST ?= 180
mutants: $(VENV)/.installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[mutants]"
	$(BIN)/python tests/mutants.py times timeline --sample $(SAMPLE) --seed $(SEED) --longest $(LONGEST)

# The reference pages of the documentation, from the code; the site, in build/site.
reference: $(VENV)/.installed-dev
	$(BIN)/python docs/reference.py

site: $(VENV)/.installed-dev
	$(BIN)/python -m mkdocs build --strict

# Wheel, sdist and bill of materials, in dist, and the wheel tried in an empty environment. AUDIT=1 holds what it needs
# against the known advisories (a network is needed).
release: $(VENV)/.installed-dev
	$(if $(AUDIT),$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[audit]")
	sh tests/release.sh $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "followthemoney<5"
	$(BIN)/python -m pytest tests/output/formats/test_ftm.py

screenshots: $(VENV)/.installed-dev
	sh tests/page/install.sh
	$(BIN)/python docs/screenshots.py
	$(BIN)/python docs/desk_screenshots.py

# The trained parser and the weights of names, from the UD English treebanks (docs/models). Needs PyTorch.
TREEBANKS ?= ../shared/bench/names/ud_english.tar.gz
models: $(VENV)/.installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check torch
	mkdir -p .tools/ud && tar -xzf $(TREEBANKS) -C .tools/ud
	$(BIN)/python training/syntax.py .tools/ud --out packages/leadup-en/src/leadup_en/model.npz
	@echo "Write this into src/leadup/lang/en/syntax.toml, and raise the version of packages/leadup-en and in hatch_build.py:"
	sha256sum packages/leadup-en/src/leadup_en/model.npz
	$(BIN)/python training/names.py $(TREEBANKS)

# The numbers of the day ranking (docs/models/days.md).
BENCH ?= ../shared/bench
days: $(VENV)/.installed-dev
	$(BIN)/python training/days.py $(BENCH)

# The words of chronicles (docs/models/telling.md).
telling: $(VENV)/.installed-dev
	$(BIN)/python training/telling.py ../shared/bench/t17 ../shared/bench/entities --out src/leadup/lang/en/telling.tsv

clean:
	rm -rf $(VENV) $(OUT) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
