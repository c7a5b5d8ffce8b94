"""What was built, where, and with which choices: those of make's command line."""

import os

from tools.make.choices import NAMES, Choices
from tools.make.pictures import FILM_QUALITY

CHOICES = Choices.of(f"{name}={os.environ[name]}" for name in NAMES if os.environ.get(name))
QUALITY = CHOICES.quality or FILM_QUALITY

# A format has tests of its own.
collect_ignore = [f"test_{form}.py" for form in ("svg", "pdf", "png") if form != CHOICES.format]
