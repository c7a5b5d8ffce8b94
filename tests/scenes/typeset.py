"""Where a process that plays many films keeps what Typst made: a string is typeset once for all."""

import atexit
import shutil
import tempfile
from functools import cache


@cache
def typeset() -> str:
    """Return the folder, which goes with the process: two must not write into one."""
    folder = tempfile.mkdtemp(prefix="typeset")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
