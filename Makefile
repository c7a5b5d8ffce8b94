# The driver: what is built, from what, and where. The only place that knows output paths.
# `make` builds what the article shows; `make help` lists targets and variables.

# What there is to build -------------------------------------------------------------------------

FIGURES := linreg lingeom example_radiation_A example_radiation_B experiment halfthickness \
           candidates readback
ARTICLE_FILMS := LinearRegression2D
LECTURE_FILMS := NormalEquations ResidualBowl SquaredVersusAbsolute GeometricFit \
                 MultipleRegression Correlation HalfThickness

table_linreg := data/header.csv
table_lingeom := data/header.csv
table_example_radiation_A := data/attenuation_lead.csv
table_example_radiation_B := data/attenuation_lead.csv
table_halfthickness := data/attenuation_lead.csv
table_candidates := data/attenuation_lead.csv

# What a user may choose -------------------------------------------------------------------------

quality := $(or $(QUALITY),h)
format := $(or $(FORMAT),svg)
figure_theme := $(or $(THEME),light)
film_theme := $(or $(THEME),dark)

one_of = $(if $(and $(filter 1,$(words $2)),$(filter $2,$3)),,$(error $1=$2 is unknown: choose one of $3))
$(call one_of,QUALITY,$(quality),l m h p k)
$(call one_of,FORMAT,$(format),svg pdf png)
$(call one_of,THEME,$(figure_theme),light dark)

extras := $(if $(WEBM),webm) $(if $(GIF),gif)

# Where things are -------------------------------------------------------------------------------

BUILD := build
STATE := $(BUILD)/.make

figure_files := $(FIGURES:%=$(BUILD)/figures/%.$(format))
article_films := $(ARTICLE_FILMS:%=$(BUILD)/video/%.mp4)
lecture_films := $(LECTURE_FILMS:%=$(BUILD)/video/%.mp4)
film_files := $(article_films) $(lecture_films)
numbers_file := $(BUILD)/numbers.json

INSTALLED := .venv/installed.txt
RUN := .venv/bin/python

MAKEFLAGS += --no-builtin-rules --no-print-directory
.SUFFIXES:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := all
.PHONY: always all figures video films preview numbers setup test check artefacts bench verify \
        lock cluster clean distclean help doctor

# Nothing outside the project decides how a picture looks; choices travel as arguments.
unexport PYTHONPATH PYTHONHOME QUALITY THEME FORMAT WEBM GIF SCHEDULER
export MPLBACKEND := agg
export MPLCONFIGDIR := $(CURDIR)/.venv/var/matplotlib

again = $(MAKE) QUALITY=$(QUALITY) THEME=$(THEME) FORMAT=$(FORMAT) WEBM=$(WEBM) GIF=$(GIF) SCHEDULER=$(SCHEDULER)

# A table of the user's own ----------------------------------------------------------------------
#
# make cannot say a path with spaces or quotes. So a second make builds what a user's table gives;
# it sees the table and build/NAME-OF-THE-TABLE/ through links with plain names. The real path
# travels in the environment, where no shell and no make takes it apart.

picture_goals := $(filter all figures video films preview numbers,$(or $(MAKECMDGOALS),all))
ifeq ($(OWN)$(and $(DATA)$(RADIATION),$(picture_goals)),)

unexport DATA RADIATION X Y

else

override DATA := $(value DATA)
override RADIATION := $(value RADIATION)
override X := $(value X)
override Y := $(value Y)
export DATA RADIATION X Y

endif

ifneq ($(and $(DATA)$(RADIATION),$(picture_goals),$(if $(OWN),,first)),)

.PHONY: own_data own_radiation
$(picture_goals): $(if $(DATA),own_data) $(if $(RADIATION),own_radiation) ;

own_data: $(INSTALLED)
	@links=$$(sh tools/own_table.sh DATA) && $(again) OWN=DATA $$links \
	    FIGURES='linreg lingeom' LECTURE_FILMS= $(picture_goals)

own_radiation: $(INSTALLED)
	@links=$$(sh tools/own_table.sh RADIATION) && $(again) OWN=RADIATION $$links \
	    FIGURES='example_radiation_A example_radiation_B halfthickness candidates' ARTICLE_FILMS= LECTURE_FILMS= \
	    numbers_file='$$(BUILD)/report.txt' $(picture_goals)

else

# The graph --------------------------------------------------------------------------------------

all: figures video numbers
figures: $(figure_files)
video: $(article_films)
films: $(film_files)
numbers: $(numbers_file)

endif

# A quick look at the article's films, beside the build and not in it.
ifneq ($(OWN)$(if $(DATA)$(RADIATION),,article),)
preview:
	@$(again) BUILD=$(BUILD)/preview QUALITY=l video
endif

# The table behind a picture: as make says it (watched), and as a command is told (shown to the user).
ifdef OWN
watched = $(TABLE) $(dir $(TABLE))choice
told = "$$$(OWN)"
columns = $(if $(X),--x "$$X") $(if $(Y),--y "$$Y")
film_data = --data $(told) $(columns)

$(dir $(TABLE))choice: $(if $(CHOICE_DIFFERS),always)
	@printf '%s\n' "$(OWN)" "$$$(OWN)" "$$X" "$$Y" > $@
else
watched = $(table_$*)
told = $(table_$*)
endif

# A file that holds a value and is rewritten when the value differs: what depends on the file
# depends on the value. Compared while make reads this, so that `make -n` and `make -q` say the truth.
same = $(and $(findstring [$1],[$2]),$(findstring [$2],[$1]))
define remember
$(STATE)/$1: $(if $(call same,$2,$(shell cat $(STATE)/$1 2>/dev/null)),,always)
	@mkdir -p $$(@D)
	@echo '$2' > $$@
endef

# Tools that check the project and leave no trace in a picture.
CHECKERS := pytest hypothesis ruff mypy import-linter ast-serialize grimp iniconfig librt \
            mypy-extensions pathspec pluggy sortedcontainers
list_tools = { sed -n 's/^\([a-z0-9_.-]*==[^ ;]*\).*/\1/p' requirements.txt | \
    grep -v $(foreach name,$(CHECKERS),-e '^$(name)='); sed -n 's/^version = /python==/p' .venv/pyvenv.cfg; }

$(STATE)/tools: $(shell $(list_tools) 2>/dev/null | cmp -s - $(STATE)/tools || echo always) | $(INSTALLED)
	@mkdir -p $(@D)
	@$(list_tools) | cmp -s - $@ || $(list_tools) > $@

$(eval $(call remember,figure_theme,$(figure_theme)))
$(eval $(call remember,film_theme,$(film_theme)))
$(eval $(call remember,quality,$(quality)))

# A picture is out of date when something is older than what its last run read (the .d files that
# the scripts write), and also when a file that belongs to it is not there.
missing = $(if $(filter-out $(wildcard $1),$1),always)
-include $(wildcard $(STATE)/*.d)

# The time that counts for a picture is when its script began: what is edited meanwhile is newer.
# No .d file, no finished run.
begin = @mkdir -p $(@D) $(STATE)/begun && rm -f $(STATE)/$(@F).d && touch $(STATE)/begun/$(@F)
end = @touch -r $(STATE)/begun/$(@F) $@

define figure_parts
$(BUILD)/figures/$1.$(format): $(call missing,$(STATE)/$1.$(format).d)
endef
$(foreach figure,$(FIGURES),$(eval $(call figure_parts,$(figure))))

.SECONDEXPANSION:

$(figure_files): $(BUILD)/figures/%.$(format): $$(watched) $(STATE)/figure_theme $(STATE)/tools | $(INSTALLED)
	@echo "draw $(@F)"
	$(begin)
	@$(RUN) -m figures.$* $(told) $@ $(columns) --theme $(figure_theme) --depfile $(STATE)/$(@F).d
	$(end)

# Captions and poster come from the run that makes the film, and are there before it is.
define film_parts
$(BUILD)/video/$1.mp4: $(call missing,$(STATE)/$1.mp4.d $(foreach part,srt vtt png json $(extras),$(BUILD)/video/$1.$(part)))
$(foreach part,srt vtt png json webm gif,$(BUILD)/video/$1.$(part)): $(BUILD)/video/$1.mp4 ;
endef
$(foreach film,$(ARTICLE_FILMS) $(LECTURE_FILMS),$(eval $(call film_parts,$(film))))

$(film_files): $(BUILD)/video/%.mp4: $(if $(OWN),$$(watched)) manim.cfg $(STATE)/film_theme $(STATE)/quality $(STATE)/tools | $(INSTALLED)
	@echo "film $(@F)"
	$(begin)
	@rm -f $(@:.mp4=.webm) $(@:.mp4=.gif)
	@$(RUN) -m scenes $* --quality $(quality) --theme $(film_theme) --output $@ \
	    $(film_data) $(extras:%=--%) $(if $(SCHEDULER),--scheduler $(SCHEDULER)) --depfile $(STATE)/$(@F).d
	$(end)

$(BUILD)/numbers.json: $(call missing,$(STATE)/numbers.json.d) $(if $(OWN),$$(watched)) $(STATE)/tools | $(INSTALLED)
	@echo "calculate $(@F)"
	$(begin)
	@$(RUN) -m core.report.numbers $@ $(if $(OWN),$(told) $(columns)) --depfile $(STATE)/$(@F).d
	$(end)

# The report on a user's lab, with its numbers beside it.
$(BUILD)/report.txt: $(call missing,$(STATE)/report.txt.d) $(if $(OWN),$$(watched)) $(STATE)/tools | $(INSTALLED)
	@echo "calculate $(@F)"
	$(begin)
	@$(RUN) -m core.attenuation $(told) --output $@ --numbers $(@D)/numbers.json --depfile $(STATE)/$(@F).d
	$(end)

# Set-up -----------------------------------------------------------------------------------------

setup: $(INSTALLED)

installed := $(shell cmp -s requirements.txt $(INSTALLED) && test -x $(RUN) && echo yes)
$(INSTALLED): $(if $(installed),,always)
	@sh tools/setup.sh

doctor:
	@sh tools/doctor.sh

lock: $(INSTALLED)
	@$(RUN) -m venv build/uv && build/uv/bin/python -m pip install --quiet uv
	@for name in requirements requirements-bench requirements-cluster; do \
	    build/uv/bin/uv pip compile --universal --python-version 3.11 --generate-hashes \
	        --no-emit-index-url $$name.in -o $$name.txt || exit 1; done

# What drawing on a Dask cluster needs, on the caller and on every worker.
cluster: $(INSTALLED)
	@$(RUN) -m pip install --quiet -r requirements-cluster.txt

# Tests and checks -------------------------------------------------------------------------------

test: $(INSTALLED)
	@$(RUN) -m pytest $(ARGS)

check: $(INSTALLED)
	@$(RUN) -m ruff check
	@$(RUN) -m ruff format --check
	@$(RUN) -m mypy
	@$(RUN) -c 'from importlinter.cli import lint_imports_command as main; main()'

built_for_a_lecture = $(foreach film,$(LECTURE_FILMS),$(if $(wildcard $(BUILD)/video/$(film).mp4),$(film)))
artefacts: $(INSTALLED)
	@BUILD=$(BUILD) FIGURES='$(FIGURES)' FILMS='$(ARTICLE_FILMS) $(built_for_a_lecture)' QUALITY=$(quality) FORMAT=$(format) \
	    $(RUN) -m pytest tests/artefacts $(ARGS)

# Everything twice, compared byte by byte.
verify: all films
	@rm -rf build/verify
	@$(again) BUILD=build/verify all films
	@cd build && for file in figures/*.$(format) video/*.* numbers.json; do \
	    cmp "$$file" "verify/$$file" || exit 1; done; echo "verify: built twice, byte for byte the same"

# The core beside its peers (which live in an environment of their own), the article's film beside
# its plain way and its encoder, then every picture.
bench: $(INSTALLED)
	@test -x build/peers/bin/python || $(RUN) -m venv build/peers
	@build/peers/bin/python -m pip install --quiet -r requirements-bench.txt
	@build/peers/bin/python -m tests.bench_core build/bench.json
	@$(RUN) -m tests.bench_films build/bench_films.json
	@rm -rf build/bench
	@$(RUN) tools/bench.py '$(again) BUILD=build/bench' \
	    $(figure_files:$(BUILD)/%=build/bench/%) $(film_files:$(BUILD)/%=build/bench/%)

# Tidying up -------------------------------------------------------------------------------------

clean:
	rm -rf build media

distclean: clean
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Help -------------------------------------------------------------------------------------------

help:
	@sed -n 's/^#| \{0,1\}//p' $(firstword $(MAKEFILE_LIST))

#| make            everything the article shows, into build/ (installs what is missing first)
#| make figures    the figures             make video     the article's film
#| make films      all films               make preview   the article's film, small and quick
#| make numbers    the numbers the article quotes, build/numbers.json
#| make build/figures/linreg.svg           one file (the same for every other)
#|
#| make setup      installs everything, builds nothing
#| make doctor     says what is present, what is missing and how to get it
#| make test       runs the tests           make check     style, types, layers
#| make artefacts  inspects what was built  make verify    builds twice and compares
#| make bench      the core beside its peers, the film beside its plain way; times of all
#| make lock       compiles each requirements*.in into its .txt
#| make cluster    installs what SCHEDULER needs, here and on every worker
#| make clean      removes build/           make distclean also removes .venv and caches
#|
#| QUALITY=h       films: l 480p15, m 720p30, h 1080p60, p 1440p60, k 2160p60
#| THEME=light     light or dark; unset: light figures, dark films
#| FORMAT=svg      figures: svg, pdf or png
#| WEBM=1 GIF=1    also the films as WebM, as GIF
#| DATA=my.csv     figures, film and numbers for a table of yours, into build/my/
#| X=.. Y=..       which columns of it, by name
#| RADIATION=my_lab.csv   the attenuation figures for your own measurement, into build/my_lab/
#| SCHEDULER=tcp://host:8786   draws films on a Dask cluster (README)
#| ARGS=..         passed on to pytest     PYTHON=..      the Python to make .venv with
