"""The fits behind every figure and film. Public names: ``__init__.pyi``, one module per idea.

Names load on first use, so that a picture which only needs ``fit_line`` imports, waits for and
is rebuilt after changes in nothing else.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
