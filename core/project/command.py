"""What every command does with mistakes: exit code 2 and one line on standard error."""

import argparse
import os
import sys
from collections.abc import Callable
from typing import Any, NoReturn

from core.writing.text import one_line


class Command(argparse.ArgumentParser):
    """A parser of arguments that runs what it has parsed."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line: the usage is what --help is for."""
        self.exit(2, f"{self.prog}: {one_line(message)} (try --help)\n")

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse as ever, but take ``-1.csv`` for a file where there is such a file."""
        given = sys.argv[1:] if args is None else args
        return super().parse_known_args([self._as_path(word) for word in given], namespace)

    def _as_path(self, word: str) -> str:
        """Return a file's name so that it does not look like an option."""
        options = {name for action in self._actions for name in action.option_strings}
        is_name = word.startswith("-") and word.partition("=")[0] not in (*options, "-", "--")
        return f"./{word}" if is_name and os.path.lexists(word) else word

    def run(
        self, action: Callable[[argparse.Namespace], None], arguments: list[str] | None = None
    ) -> NoReturn:
        """Parse the arguments, call ``action`` with them and exit."""
        for stream in (sys.stdout, sys.stderr):
            # a label in an alphabet that the terminal does not know must not end the program
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        chosen = self.parse_intermixed_args(arguments)
        try:
            action(chosen)
            sys.stdout.flush()
        except BrokenPipeError:
            # the reader has seen enough, as head does; Python would complain when it exits
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except OSError as error:
            name = "" if error.filename is None else f"{error.filename}: "
            self._refuse(f"{name}{error.strerror or error}")
        except ValueError as error:
            self._refuse(str(error))
        sys.exit(0)

    def _refuse(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {one_line(message)}\n")
