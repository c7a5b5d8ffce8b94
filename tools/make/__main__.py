"""What the Makefile asks: what is out of date, and to bring one file or one goal up to date.

    python -m tools.make --out-of-date figures video THEME=dark
    python -m tools.make figures/linreg.svg THEME=dark

The first prints "out-of-date:" and the names, and nothing but an error else.
"""

import sys
from collections.abc import Collection
from itertools import chain

from tools.make.choices import NAMES, Choices
from tools.make.folders import told
from tools.make.glimpses import GLIMPSES, glimpse
from tools.make.goals import wanted
from tools.make.pages import PAGES, commands, pictures_of
from tools.make.pictures import candidates, folder_of_film, own
from tools.make.record import Digests, out_of_date


def main(words: list[str]) -> int:
    """Do what ``words`` ask for; return the exit code."""
    chosen = [word for word in words if word.partition("=")[0] in NAMES and "=" in word]
    goals = [word for word in words if word not in chosen and word != "--out-of-date"]
    try:
        choices = Choices.of(chosen)
        glimpses = [glimpse(goal, choices) for goal in goals if goal in GLIMPSES]
        pages = [goal for goal in goals if goal in PAGES]
        files = [goal for goal in goals if goal not in (*GLIMPSES, *PAGES)]
        targets = {one.name: one for goal in files for one in wanted(goal, choices)}
        refused = _refused_films(choices) if own(choices) and {"films", *PAGES} & {*goals} else ()
        targets = {name: one for name, one in targets.items() if one.file.stem not in refused}
        needed = [one for goal in pages for one in pictures_of(goal, choices, refused)]
    except ValueError as error:
        return _refused(error)
    if "--out-of-date" in words:
        for line in told(choices):
            print(f"make: {line}", file=sys.stderr)
        digests = Digests()
        print("out-of-date:", *(name for name, one in targets.items() if out_of_date(one, digests)))
        return 0
    # Not before it is known that something is to be run.
    from tools.make.run import bring_up_to_date, claim, run  # noqa: PLC0415

    try:
        if glimpses:
            claim(folder_of_film(choices.film, choices))
            return run(glimpses[0])
        drawn = (bring_up_to_date(target) for target in [*targets.values(), *needed])
        written = (run(command) for goal in pages for command in commands(goal, choices))
        return next((status for status in chain(drawn, written) if status), 0)
    except ValueError as error:
        return _refused(error)


def _refused_films(choices: Choices) -> Collection[str]:
    """Return the films that cannot show the table; say which can, and why others cannot."""
    from tools.make.able import refusals  # noqa: PLC0415

    why = refusals(choices)
    able = [film for film in candidates(choices) if film not in why]
    print(f"make: films of your table: {' '.join(able)}", file=sys.stderr)
    for film, said in why.items():
        print(f"make: no {film}: {said}", file=sys.stderr)
    return why.keys()


def _refused(error: ValueError) -> int:
    print(f"make: {error}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
