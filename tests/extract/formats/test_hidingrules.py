"""Rules of a style block that hide what stands beside a figure, and those that do not."""

from __future__ import annotations

import pytest

from assets.extract.formats.hidingrules import with_rules_inline
from tests.extract.printed import figures, html, printed, read, report, reported, wrong

VALUES = figures()


def _page(style: str, inside: str) -> str:
    text = report(printed(VALUES), html)
    for value in VALUES.values():
        text = text.replace(f"<td>{value}</td>", f"<td>{value}{inside}</td>")
    return f"<style>{style}</style>\n{text}"


@pytest.mark.parametrize(
    ("style", "inside"),
    [
        (".h{display:none}", '<span class="h">7</span>'),
        ("td { color: red } span.h , .other { display : none !important; }", "<span class='a h'>7</span>"),
        ("/* x */ #n { visibility:hidden }", "<i id=n>7</i>"),
        (".h{display:inline} .h{display:none}", '<span style="color:red" class="h">7</span>'),
    ],
)
def test_what_a_rule_hides_is_no_digit_of_a_figure(style: str, inside: str) -> None:
    reading = read(_page(style, inside))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize(
    ("style", "inside"),
    [
        (".h{display:none} .h{display:inline}", '<span class="h">7</span>'),
        ("@media print { .h{display:none} }", '<span class="h">7</span>'),
        (".h{display:none}", '<span class="other">7</span>'),
        (".h,.x{display:none} td.x{display:table-cell}", '<span class="other">7</span>'),
    ],
)
@pytest.mark.parametrize("block", ["<style>{}</style>", "<style>{}"])
def test_what_no_rule_hides_stays(style: str, inside: str, block: str) -> None:
    lines = _page(style, inside).replace(f"<style>{style}</style>", block.format(style)).split("\n")
    assert with_rules_inline(lines) == lines


def test_what_an_element_says_of_itself_counts() -> None:
    line = '<style>.h{display:none}</style><td><b class="h" style="display:inline">7</b></td>'
    assert with_rules_inline([line]) == [line.replace('style="', 'style="display:none;')]
    assert with_rules_inline(["<style>.h{display:none}</style>", '<br class="h"/>'])[1] == (
        '<br class="h" style="display:none"/>'
    )


@pytest.mark.parametrize(
    "block",
    [
        '<style media="print">.h{display:none}</style>',
        '<style media="screen and (max-width:600px)">.h{display:none}</style>',
        "<!-- <style>.h{display:none}</style> -->",
        "<noscript><style>.h{display:none}</style></noscript>",
        "<template><style>.h{display:none}</style></template>",
        "<style>.h{display:none} td.h{display:table-cell}</style>",
        "<style>.h{display:table-cell !important} .h{display:none}</style>",
        "<style>.h{display:none} table .h{display:table-cell}</style>",
    ],
)
def test_cells_that_a_screen_shows_are_read(block: str) -> None:
    reading = read(f"{block}\n{report(printed(VALUES), html).replace('<td>', '<td class=h>')}")
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize(
    "style",
    [
        "td .h{display:none}",
        ".h{display:none!important} .h{display:inline}",
        ".h{display:none} span.h{display:inline}",
    ],
)
def test_digits_of_which_rules_are_at_odds_are_none_of_a_figure(style: str) -> None:
    reading = read(_page(style, '<span class="h">7</span>'))
    assert not reported(reading)


def test_rules_of_screens_and_of_two_names() -> None:
    for style in ("@media screen{.h{display:none}}", ".h.k{display:none}"):
        reading = read(_page(style, '<span class="h k">7</span>'))
        assert reported(reading) == set(VALUES)
