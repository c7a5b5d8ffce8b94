from .palette import Theme as Theme
from .palette import theme as theme
