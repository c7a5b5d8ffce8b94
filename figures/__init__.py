"""One script per figure: NAME.py draws build/figures/NAME.svg.

    python -m figures.linreg [DATA] OUTPUT [--theme light|dark] [--depfile PATH]

OUTPUT ends with .svg, .pdf or .png. A script holds its constants, ``draw(ax, ...)`` that draws on
axes it is given, and ``picture(...)`` that returns a ``Picture``: figure, title and description.
Its last line hands ``picture`` to the command line in ``parts/output.py``:

- ``run_table(picture, DATA)`` calls ``picture(dataset, theme)`` with two columns of any table, and
  adds the options --x and --y that choose them;
- ``run(picture, DATA)`` calls ``picture(path, theme)``, for a table that has its own reader;
- ``run(picture)`` is for a drawing without data: ``path`` is then of no use.

Both take a function that adds the script's own options; ``picture`` receives them by name.
Scripts build ``matplotlib.figure.Figure()`` inside the style that ``run`` has put in force. They
never import pyplot. A file in this folder is a figure: there is no other list.
"""
