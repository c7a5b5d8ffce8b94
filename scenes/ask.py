"""Which films can show a table: ``python -m scenes.ask "Correlation ResidualBowl" --data my.csv``.

Prints a line for each film: its name, a tab, and the sentence that says why it cannot show the
table; nothing after the tab where it can.
"""

import sys

from scenes.able import refusal
from scenes.command import film_parser, given_settings


def main(arguments: list[str] | None = None) -> int:
    """Print what each film answers."""
    options = film_parser("python -m scenes.ask", __doc__, quality="h").parse_args(arguments)
    settings = given_settings(options)
    for film in options.film.split():
        print(film, refusal(film, settings), sep="\t")
    return 0


if __name__ == "__main__":
    sys.exit(main())
