"""A page as its HTML says it is."""

from html.parser import HTMLParser
from pathlib import Path

PLACES = ("href", "src", "srcset", "poster")


class Page(HTMLParser):
    """What a page links to and shows, and the HTML that it offers."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.words: list[str] = []
        self.offered = ""
        self._inside = False
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.addresses += [address for name in PLACES if (address := given.get(name))]
        self._inside = self._inside or given.get("id") == "html"

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "pre"

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        self.offered += data if self._inside else ""

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())
