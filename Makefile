# The front door. `make` builds what the article shows; `make help` lists targets and choices.
#
# tools/make knows every picture with its file, its command and what it was made from, and says
# which of them are out of date: by content, not by time. make runs those, as many at once as -j
# allows. What a user chooses is text all the way: neither make nor a shell ever takes it apart.

RUN := .venv/bin/python
INSTALLED := .venv/installed.txt

MAKEFLAGS += --no-builtin-rules --no-print-directory
.SUFFIXES:
.DEFAULT_GOAL := all

# What a user chooses ----------------------------------------------------------------------------
#
# On make's command line and nowhere else: variables of the shell decide nothing.

CHOICES := QUALITY THEME FORMAT WORDS WEBM GIF DATA RADIATION X Y SHEET SCHEDULER FILM FILMS AT \
           STEP SIGMA GROUP TITLE XLABEL YLABEL LOG SIZE RIVALS NAME

text = $(if $(filter command,$(origin $1)),$(value $1))
quoted = '$(subst ','\'',$(call text,$1))'
chosen := $(foreach name,$(CHOICES),$(if $(call text,$(name)),$(name)))
choices := $(foreach name,$(chosen),$(name)=$(call quoted,$(name)))

# make would expand what it passes on: it passes nothing on.
typed := $(foreach name,$(.VARIABLES),$(if $(filter command,$(origin $(name))),$(name)))
unexport $(typed) PYTHONPATH PYTHONHOME PYTHONSTARTUP PYTHONDONTWRITEBYTECODE

# What is out of date ----------------------------------------------------------------------------

goals := $(filter all figures video films preview numbers build/%,$(or $(MAKECMDGOALS),all))
# Ctrl-C is make's to handle, and what make runs ends as soon as make does.
tell := trap '' INT; exec $(RUN) -E -S -m tools.make

ifneq ($(goals),)
answer := $(shell test ! -x $(RUN) || ($(tell) --out-of-date $(goals) $(choices)) || echo refused)
endif

pictures := $(if $(filter out-of-date:,$(answer)),$(filter-out out-of-date:,$(answer)))
$(if $(filter refused,$(answer)),$(error nothing was built))

# Pictures ---------------------------------------------------------------------------------------

.PHONY: $(goals) $(pictures)

ifeq ($(filter out-of-date:,$(answer)),)

# A first make: nobody can tell what is out of date before the set-up.
$(goals): $(INSTALLED)
	@$(tell) $@ $(choices)

else

$(goals): $(pictures)

$(pictures): | $(INSTALLED)
	@$(tell) $@ $(choices)

endif

# Out of a film: one frame, one frame for each second, one step ------------------------------------

.PHONY: still sheet step
still sheet step: $(INSTALLED)
	@$(tell) $@ $(choices)

# The lecture: films without their words, a page that plays them, one to drag points on, a handout.
# The site: that, the films with their words, the figures of both themes, a page for each ------------

.PHONY: lecture site
lecture site: $(INSTALLED)
	@$(tell) $@ $(choices)

# Set-up -----------------------------------------------------------------------------------------

.PHONY: always setup doctor lock cluster setup-browser
setup: $(INSTALLED)

installed := $(shell cmp -s requirements.txt $(INSTALLED) && test -x $(RUN) && echo yes)
$(INSTALLED): $(if $(installed),,always)
	@PYTHON=$(call quoted,PYTHON) sh tools/setup.sh

doctor:
	@PYTHON=$(call quoted,PYTHON) sh tools/doctor.sh

lock: $(INSTALLED)
	@$(RUN) -m venv build/uv && build/uv/bin/python -m pip install --quiet uv
	@for name in requirements requirements-bench requirements-browser requirements-cluster; do \
	    build/uv/bin/uv pip compile --universal --python-version 3.11 --generate-hashes \
	        --no-emit-index-url $$name.in -o $$name.txt || exit 1; done

# What drawing on a Dask cluster needs, on the caller and on every worker.
cluster: $(INSTALLED)
	@$(RUN) -m pip install --quiet -r requirements-cluster.txt

# What opens the pages of the lecture for the tests: Chromium, and Playwright beside everything else.
setup-browser: $(INSTALLED)
	@sh tools/browser.sh

# Tests and checks -------------------------------------------------------------------------------

.PHONY: test test-slow test-all test-quick check artefacts verify bench

# pytest takes ARGS apart itself.
pytest := PYTEST_ADDOPTS=$(call quoted,ARGS) $(RUN) -m pytest
# On every core; tests/conftest.py says what goes together and in which order.
on_every_core := -n logical --dist loadgroup --no-loadscope-reorder

test: $(INSTALLED)
	@$(pytest) $(on_every_core) -m "not slow"

# The others: films of many tables, every frame by itself, whole builds, very much data.
test-slow: $(INSTALLED)
	@$(pytest) $(on_every_core) -m slow

# Both in one run: loaded once, and what one of them plays the other need not play again.
test-all: $(INSTALLED)
	@$(pytest) $(on_every_core)

# Everything that draws nothing and builds nothing.
test-quick: $(INSTALLED)
	@$(pytest) $(on_every_core) -m "not slow and not draws and not browser"

check: $(INSTALLED)
	@$(RUN) -m ruff check
	@$(RUN) -m ruff format --check
	@$(RUN) -m mypy
	@$(RUN) -c 'from importlinter.cli import lint_imports_command as main; main()'

# A look at everything that was built with the same choices.
artefacts: $(INSTALLED)
	@env $(choices) $(pytest) tests/artefacts

# Everything twice, compared byte by byte.
verify: all films
	@rm -rf build/verify
	@$(tell) all films $(choices) BUILD=build/verify
	@cd build/verify && find figures video numbers.json -type f | while read -r file; do \
	    cmp "$$file" "../$$file" || exit 1; done && echo "verify: built twice, byte for byte the same"

# The core beside its peers (which live in an environment of their own), the article's film beside
# its plain way and its encoder, then every picture.
bench: $(INSTALLED)
	@test -x build/peers/bin/python || $(RUN) -m venv build/peers
	@build/peers/bin/python -m pip install --quiet -r requirements-bench.txt
	@build/peers/bin/python -m tests.bench_core build/bench.json
	@$(RUN) -m tests.bench_films build/bench_films.json
	@rm -rf build/bench
	@$(RUN) -m tools.bench $(choices)

# Tidying up -------------------------------------------------------------------------------------

.PHONY: clean distclean
clean:
	rm -rf build media

distclean: clean
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Help -------------------------------------------------------------------------------------------

.PHONY: help
help:
	@sed -n 's/^#| \{0,1\}//p' $(firstword $(MAKEFILE_LIST))

#| make            everything the article shows, into build/ (installs what is missing first)
#| make figures    the figures             make video     the article's film
#| make films      all films; with DATA or RADIATION those that can show it, and why others cannot
#| make preview    the article's film, small and quick
#| make numbers    the numbers the article quotes, build/numbers.json
#| make build/figures/linreg.svg           one file (the same for every other)
#|
#| make still FILM=ResidualBowl AT=41.5    one frame as PNG, into build/stills/
#| make sheet FILM=ResidualBowl            its frames, one a second, on one sheet
#| make step FILM=ResidualBowl STEP=name   one step of a film, into build/steps/
#|
#| make lecture    all films as one page to play, with a window for who speaks, a page to drag
#|                 points on, stills on paper, and the handout as PDF and as a page to play with,
#|                 into build/lecture/ (works from a USB stick)
#| make site       the lecture, the films and the figures of both themes as a site for any host,
#|                 each with the HTML to put it on a page of yours, into build/site/
#|
#| make setup      installs everything, builds nothing
#| make doctor     says what is present, what is missing and how to get it
#| make test       runs the tests           make test-quick   those that draw nothing
#| make test-slow  runs the others: films of many tables, each frame by itself, whole builds
#| make test-all   runs both, in one go
#| make check      style, types, layers     make artefacts    inspects what was built
#| make verify     builds twice, compares   make bench        the core beside its peers, times of all
#| make lock       compiles each requirements*.in into its .txt
#| make cluster    installs what SCHEDULER needs, here and on every worker
#| make setup-browser      installs what the tests of the pages need
#| make clean      removes build/           make distclean also removes .venv and caches
#|
#| QUALITY=h       films: l 480p15, m 720p30, h 1080p60, p 1440p60, k 2160p60
#| THEME=light     light or dark; unset: light figures, dark films
#| FORMAT=svg      figures: svg, pdf or png
#| WORDS=0         films without the words in the picture, into build/video/wordless/
#| WEBM=1 GIF=1    also the films as WebM, as GIF
#| DATA=my.csv     figures, film and numbers for a table of yours, into build/my/
#| X=.. Y=..       which columns of it, by name or number
#| NAME=trial      the folder of this table, build/trial/; unset: another table of the same name,
#|                 or other columns, get a folder of their own, which make names
#| SHEET=..        which sheet of a workbook, by name or number (of DATA, or of RADIATION alone)
#| SIGMA=.. GROUP=..      of fit.svg: the column of errors, the column of groups
#| TITLE=.. XLABEL=.. YLABEL=.. LOG=xy SIZE=blog   of fit.svg and residuals.svg (LOG: x, y or xy;
#|                 SIZE: blog, column, slide or square); RIVALS=0 draws linreg.svg without them
#| RADIATION=my_lab.csv   the attenuation figures for your own measurement, into build/my_lab/
#| FILMS="GeometricFit Correlation"   a lecture of these films, in this order
#| SCHEDULER=tcp://host:8786   draws films on a Dask cluster (README)
#| ARGS=..         passed on to pytest     PYTHON=..      the Python to make .venv with
