"""What is written beside the points: the question, what is drawn, and the answer."""

from manim import DOWN, LEFT, VGroup

from core import palette
from core.palette import Theme
from scenes.visuals.plot.height_measure import HeightMeasure
from scenes.visuals.plot.panel import FRAME_EDGE
from scenes.visuals.writing.typeset import formula, words

LEFT_EDGE = 1.6
ANSWER_PLACE = (3.75, 0.2, 0.0)


def question_card(headline: str, theme: Theme) -> VGroup:
    """Return what there is to see, and the question about it."""
    headline_line = words(headline, colour=theme.muted, size=36)
    question = words("Which line?", colour=palette.BEST_LINE, size=54)
    card = VGroup(headline_line, question).arrange(DOWN, buff=0.35, aligned_edge=LEFT)
    headline_line.scale(min(1.0, (FRAME_EDGE - LEFT_EDGE) / headline_line.width), about_edge=LEFT)
    return card.move_to((LEFT_EDGE, 0.2, 0.0), aligned_edge=LEFT)


def definition_cards(theme: Theme) -> VGroup:
    """Return what is drawn, as formulas: the line, the residuals, their sum of squares."""
    red = palette.RESIDUAL
    cards = VGroup(
        *(
            VGroup(
                words(name, colour=theme.muted, size=28),
                formula(source, colour=colour, size=44),
            ).arrange(DOWN, buff=0.2, aligned_edge=LEFT)
            for name, source, colour in (
                ("a line", "y = slope(a) x + intercept(b)", theme.ink),
                ("its residuals", "r_i = y_i - (slope(a) x_i + intercept(b))", red),
                ("the sum of their squares", "epsilon = sum_i r_i^2", red),
            )
        )
    )
    cards.arrange(DOWN, buff=0.6, aligned_edge=LEFT)
    return cards.move_to((LEFT_EDGE, 0, 0.0), aligned_edge=LEFT)


def answer_card(measure: HeightMeasure, theme: Theme) -> VGroup:
    """Return what was seen, as a formula, and what it means."""
    statement = formula(measure.statement, colour=theme.ink, size=54)
    meaning = VGroup(
        words(measure.remark, colour=theme.muted, size=30),
        words("no line beats the least-squares line", colour=palette.BEST_LINE, size=30),
    ).arrange(DOWN, buff=0.22)
    return VGroup(statement, meaning).arrange(DOWN, buff=0.6).move_to(ANSWER_PLACE)
