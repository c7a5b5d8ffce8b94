"""Notes are words; mathematics stands between dollar signs."""

from manim import Scene, tempconfig

from core.palette import theme
from scenes.visuals.writing.note import Notes, sentence


def test_a_note_takes_words_as_they_stand() -> None:
    plain = sentence('1 * 2 = "two" #x', colour="#000000")
    assert len(plain.submobjects) == len('1*2="two"#x')


def test_a_letter_between_dollar_signs_has_its_colour() -> None:
    line = sentence("the slope $slope(a)$", colour="#000000")
    colours = {glyph.get_fill_color().to_hex() for glyph in line.submobjects[:-1]}
    assert colours == {"#000000"}
    assert line.submobjects[-1].get_fill_color().to_hex() == "#1F77B4"


def test_one_note_follows_another() -> None:
    with tempconfig({"dry_run": True, "frame_rate": 2, "progress_bar": "none"}):
        scene = Scene()
        notes = Notes(scene, 0.0, 0.0, theme("dark"))
        notes.say("first", "second")
        first = notes.shown
        notes.say("third")
        assert first not in scene.mobjects
        assert notes.shown in scene.mobjects
        notes.hush()
        assert notes.shown is None
        assert not scene.mobjects
