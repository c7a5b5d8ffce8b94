"""The HTML that puts a film or a figure on a page of somebody else's.

A file's name stands behind ``folder``, which is empty for files beside the page.
"""

from html import escape

from lecture.site.assets import FigureAsset, FilmAsset


def film_html(film: FilmAsset, folder: str = "") -> str:
    """Return a video with its poster, and its sentences as a track that a reader may switch on.

    They stand in the picture already, so the track is not on by itself.
    """
    name, title = film.name, escape(film.title, quote=False)
    said = _attribute(f"{film.title}: {film.question}" if film.question else film.title)
    return f"""\
<video controls playsinline preload="metadata" aria-label="{said}"
    width="{film.width}" height="{film.height}" style="max-width: 100%; height: auto"
    poster="{folder}{name}.png">
  <source src="{folder}{name}.mp4" type="video/mp4">
  <track kind="captions" srclang="en" label="English" src="{folder}{name}.vtt">
  <a href="{folder}{name}.mp4">{title}, a film of {film.length}</a>
</video>"""


def figure_html(figure: FigureAsset, folder: str = "") -> str:
    """Return a picture for light pages and for dark ones, with its alternative text."""
    return f"""\
<picture>
  <source media="(prefers-color-scheme: dark)" srcset="{folder}dark/{figure.name}.svg">
  <img src="{folder}{figure.name}.svg" width="{figure.width}" height="{figure.height}"
      style="max-width: 100%; height: auto"
      alt="{_attribute(figure.description)}">
</picture>"""


def _attribute(text: str) -> str:
    """Return ``text`` as it stands between double quotes; people will read it."""
    return escape(text, quote=False).replace('"', "&quot;")
