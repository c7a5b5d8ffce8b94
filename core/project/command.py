"""What every command of ``core`` does with mistakes: exit code 2 and one line on standard error."""

import argparse
import os
import sys
from collections.abc import Callable
from typing import NoReturn

from core.writing.text import one_line


class Command(argparse.ArgumentParser):
    """A parser of arguments that runs what it has parsed."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line: the usage is what --help is for."""
        self.exit(2, f"{self.prog}: {one_line(message)} (try --help)\n")

    def run(
        self, action: Callable[[argparse.Namespace], None], arguments: list[str] | None = None
    ) -> NoReturn:
        """Parse the arguments, call ``action`` with them and exit."""
        for stream in (sys.stdout, sys.stderr):
            # a label in an alphabet that the terminal does not know must not end the program
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        chosen = self.parse_args(arguments)
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
