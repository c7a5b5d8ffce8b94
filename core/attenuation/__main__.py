"""Report on a lab: ``python -m core.attenuation my_lab.csv``."""

from core.attenuation.report import command, show

if __name__ == "__main__":
    command().run(show)
