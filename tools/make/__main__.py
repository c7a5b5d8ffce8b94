"""What the Makefile asks: what is out of date, and to bring one file or one goal up to date.

    python -m tools.make --out-of-date figures video THEME=dark
    python -m tools.make figures/linreg.svg THEME=dark

The first prints "out-of-date:" and the names, and nothing but an error else.
"""

import sys

from tools.make.choices import NAMES, Choices
from tools.make.folders import folder_of_table, told
from tools.make.glimpses import GLIMPSES, glimpse
from tools.make.goals import wanted
from tools.make.record import Digests, out_of_date


def main(words: list[str]) -> int:
    """Do what ``words`` ask for; return the exit code."""
    chosen = [word for word in words if word.partition("=")[0] in NAMES and "=" in word]
    goals = [word for word in words if word not in chosen and word != "--out-of-date"]
    try:
        choices = Choices.of(chosen)
        glimpses = [glimpse(goal, choices) for goal in goals if goal in GLIMPSES]
        targets = {
            one.name: one for goal in goals if goal not in GLIMPSES for one in wanted(goal, choices)
        }
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
            claim(folder_of_table(choices))
            return run(glimpses[0])
        for target in targets.values():
            if status := bring_up_to_date(target):
                return status
    except ValueError as error:
        return _refused(error)
    return 0


def _refused(error: ValueError) -> int:
    print(f"make: {error}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
