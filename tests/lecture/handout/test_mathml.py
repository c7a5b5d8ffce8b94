"""Formulas on the page: no taller fences than need be, accents on letters, stacked where narrow."""

from lecture.handout.mathml import as_on_paper

FENCED = "<math><mrow><mo>(</mo><mrow>{}</mrow><mo>)</mo></mrow></math>"


def test_only_what_is_tall_has_tall_parentheses():
    flat = as_on_paper(FENCED.format("<mi>x</mi>"))
    tall = as_on_paper(FENCED.format("<mfrac><mi>x</mi><mn>2</mn></mfrac>"))
    assert flat.count('stretchy="false"') == 2
    assert "stretchy" not in tall


def test_an_accent_stands_on_its_letter():
    bar = '<math><mover accent="true"><mi>x</mi><mo>\u0304</mo></mover></math>'
    assert '<mo stretchy="false">\u00af</mo>' in as_on_paper(bar)


def test_formulas_beside_each_other_can_be_stacked():
    pair = '<math display="block"><mi>a</mi><mspace width="1em" /><mi>b</mi></math>'
    alone = '<math display="block"><mi>{}</mi></math>'
    assert as_on_paper(pair) == (
        f'<div class="together">{alone.format("a")}{alone.format("b")}</div>'
    )


def test_no_line_begins_with_what_follows_a_formula():
    said = as_on_paper("in words (<math><mi>x</mi></math>), that is")
    assert said == 'in words <span class="glued">(<math><mi>x</mi></math>),</span> that is'
