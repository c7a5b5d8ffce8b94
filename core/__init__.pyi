from .dataset import Dataset as Dataset
from .dataset import read_dataset as read_dataset
from .normal_equations import NormalEquations as NormalEquations
from .palette import Theme as Theme
from .palette import theme as theme
