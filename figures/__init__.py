"""One script per figure: NAME.py draws build/figures/NAME.svg."""
