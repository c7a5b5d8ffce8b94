"""The HTML to copy, pasted into a page of somebody else's beside the files."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from core.palette import THEMES
from tests.lecture.site.conftest import FILMS
from tests.lecture.site.reading import Page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("chromium")]
DESCRIPTIONS = {"awkward": 'A "description" <b>.', "linreg": "20 points of y against x"}


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def paste(site, page, folder) -> None:
    """Write a blog's page with what ``page`` of the site offers into ``folder``."""
    offered = Page(site / page).offered
    (folder / "blog.html").write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Blog</title>'
        f'<link rel="icon" href="data:,"><h1>A post</h1>{offered}',
        encoding="utf-8",
    )
    for file in (site / page).parent.glob("**/*.*"):
        place = folder / file.relative_to((site / page).parent)
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(file.read_bytes())


@pytest.mark.parametrize("name", FILMS)
def test_a_film_plays_from_a_disk_and_from_a_host_with_its_captions(
    opened, chromium, site, tmp_path, name
):
    paste(site, f"films/{name}.html", tmp_path)
    pages = [opened(tmp_path / "blog.html", width=390)]
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=tmp_path)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        pages.append(chromium.new_page())
        pages[1].goto(f"http://127.0.0.1:{server.server_port}/blog.html")
        for page in pages:
            film = page.locator("video")
            assert film.get_attribute("poster") == f"{name}.png"
            assert page.evaluate("document.querySelector('video').textTracks[0].mode") == "disabled"
            film.evaluate("film => { film.muted = true; return film.play(); }")
            page.wait_for_function("document.querySelector('video').currentTime > 0.1")
            assert film.evaluate("film => film.getBoundingClientRect().right <= innerWidth")
        track = "document.querySelector('video').textTracks[0]"
        pages[1].evaluate(f"{track}.mode = 'showing'")
        pages[1].wait_for_function(f"{track}.cues?.length === 3")
        pages[1].close()
        server.shutdown()


@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize("name", DESCRIPTIONS)
def test_a_figure_is_loaded_in_both_themes_with_its_words(opened, site, tmp_path, colours, name):
    paste(site, f"figures/{name}.html", tmp_path)
    page = opened(tmp_path / "blog.html", width=390, color_scheme=colours)
    folder = "dark/" if colours == "dark" else ""
    shown = page.locator("img")
    assert shown.evaluate("img => img.currentSrc") == (
        (tmp_path / f"{folder}{name}.svg").resolve().as_uri()
    )
    assert shown.evaluate("img => img.naturalWidth > 0 && img.complete")
    assert shown.get_attribute("alt").startswith(DESCRIPTIONS[name])
    assert shown.evaluate("img => img.getBoundingClientRect().right <= innerWidth")
