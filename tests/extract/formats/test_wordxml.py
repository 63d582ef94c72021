"""Texts of Word as XML: merged cells, and what is not seen of the text."""

from __future__ import annotations

import pytest

from assets.extract.formats.wordxml import with_tags_of_word
from tests.extract.printed import Rows, figures, printed, read, report, reported, wrong

_SPACE = 'xmlns:{0}="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _run(text: str, look: str = "", name: str = "w") -> str:
    return f"<{name}:r><{name}:rPr>{look}</{name}:rPr><{name}:t>{text}</{name}:t></{name}:r>"


def _cell(inner: str, properties: str = "", name: str = "w") -> str:
    return f"<{name}:tc><{name}:tcPr>{properties}</{name}:tcPr><{name}:p>{inner}</{name}:p></{name}:tc>"


def _table(rows: list[str]) -> str:
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def _document(body: str, name: str = "w") -> str:
    return f'<?xml version="1.0"?><{name}:document {_SPACE.format(name)}><{name}:body>{body}</{name}:body></{name}:document>'


def _whole(form: str, name: str) -> str:
    """A report of which every table has one cell over its first row."""

    def render(rows: Rows) -> list[str]:
        made = []
        for row in rows:
            wide = row[0].startswith("第二十条")
            cells = row[:1] if wide else row
            span = f'<w:gridSpan w:val="{len(row)}"/>' if wide else ""
            made.append("".join(_cell(_run(cell) if cell else "", span) for cell in cells))
        return [_table(made)]

    lines = report(printed(figures(form), form), render).split("\n")
    body = "".join(line if line.startswith("<w:tbl>") else f"<w:p>{_run(line)}</w:p>" for line in lines)
    return _document(body).replace("w:", f"{name}:").replace("xmlns:w=", f"xmlns:{name}=")


@pytest.mark.parametrize("name", ["w", "ns0"])
@pytest.mark.parametrize("form", ["2019", "2021"])
def test_a_whole_report_is_read(form: str, name: str) -> None:
    values = figures(form)
    reading = read(_whole(form, name))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


def test_cells_that_go_on_below_are_one() -> None:
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        _cell(_run("三、办理结果"), begins) + _cell(_run("予以公开")) + _cell(_run("1")),
        _cell("", goes_on) + _cell(_run("部分公开")) + _cell(_run("2")),
        _cell(_run("四、结转"), '<w:gridSpan w:val="2"/>') + _cell(_run("3")),
    ]
    page = with_tags_of_word(_document(_table(rows)))
    assert '<td colspan="1" rowspan="2"><p>三、办理结果</p></td>' in page
    assert '<td colspan="2" rowspan="1"><p>四、结转</p></td>' in page
    assert page.count("<td") == 7


def test_a_cell_that_goes_on_from_none_is_blank() -> None:
    rows = [_cell(_run("规章"), "<w:vMerge/>") + _cell(_run("1"))]
    assert with_tags_of_word(_document(_table(rows))).count("<td") == 2


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        (_run("1") + _run("2"), "12"),
        ("<w:del><w:r><w:delText>9</w:delText></w:r></w:del>" + _run("3"), "3"),
        ("<w:moveFrom>" + _run("9") + "</w:moveFrom>" + _run("3"), "3"),
        (_run("9", "<w:vanish/>") + _run("3"), "3"),
        (_run("9", '<w:vanish w:val="0"/>') + _run("3"), "93"),
        (_run("9", "<w:strike/>") + _run("3"), "<del>9</del>3"),
        (_run("3") + _run("1", '<w:vertAlign w:val="superscript"/>'), "3<sup>1</sup>"),
        ("<w:r><w:instrText>PAGE 7</w:instrText></w:r>" + _run("3"), "3"),
    ],
)
def test_what_is_not_seen_is_no_figure(inner: str, shown: str) -> None:
    page = with_tags_of_word(_document(_table([_cell(inner)])))
    assert f"<p>{shown}</p>" in page


def test_a_row_that_was_deleted_is_none() -> None:
    rows = ["<w:trPr><w:del/></w:trPr>" + _cell(_run("9")), _cell(_run("3"))]
    page = with_tags_of_word(_document(_table(rows)))
    assert "9" not in page
    assert "<p>3</p>" in page


def test_every_line_keeps_its_number() -> None:
    text = _document(_table([_cell(_run("规章") + "\n" + _run("1"))]) + f"\n<w:p\n>{_run('末')}</w:p>\n")
    assert with_tags_of_word(text).count("\n") == text.count("\n")


def test_another_text_stays_as_it_is() -> None:
    assert with_tags_of_word("规章 <w:p> 1") == "规章 <w:p> 1"
