"""Groups that notations set about words and cells: of ConTeXt, of XWiki, pages in LaTeX, breaks at the ends of cells."""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import east_asian_width

import pytest

from assets.extract.formats.cellendmarks import without_breaks_at_ends
from assets.extract.formats.contextgroups import without_groups
from assets.extract.formats.groupedcells import with_groups_as_cells
from assets.extract.formats.latexpages import without_pages_tables
from schemas.form import CellKey
from tests.extract.printed import Rows, figures, printed, read, report, reported, status_of, wrong

VALUES = figures()
KEY = CellKey("3", "granted", "research")


def context(rows: Rows) -> list[str]:
    lines = [r"\startxtable"]
    for row in rows:
        group = r"{{\language[en-us]{}}}{{\language[en-us]}}"
        cells = [[r"\startxcell " + (group.format(c) if c else ""), "", r" \stopxcell"] for c in row]
        lines += [r"\startxrow", *(line for cell in cells for line in cell), r"\stopxrow"]
    return [*lines, r"\stopxtable"]


def xwiki(rows: Rows) -> list[str]:
    return "\n".join(" ".join(f"|((({c}\n)))" if c else "|" for c in row) for row in rows).split("\n")


def broken(rows: Rows) -> list[str]:
    """A ruled table whose cells end with a break."""

    def width(text: str) -> int:
        return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)

    count = max(map(len, rows))
    cells = [[f"{c}\\" if c else "" for c in [*row, *[""] * (count - len(row))]] for row in rows]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    rule = "  " + " ".join("-" * (w + 1) for w in widths)
    lines = [
        "  " + "  ".join(c + " " * (w - width(c)) for c, w in zip(row, widths, strict=True)) for row in cells
    ]
    return [rule, *(line for row in lines for line in (row.rstrip(), "")), rule]


@pytest.mark.parametrize("render", [context, xwiki, broken])
def test_cells_in_groups_are_read_with_the_blank_ones(render: Callable[[Rows], list[str]]) -> None:
    values = {**VALUES, KEY: ""}
    reading = read(report(printed(values), render))
    assert not wrong(reading, values)
    assert reported(reading) == set(VALUES) - {KEY}
    assert status_of(reading, "3", "granted", "research") == ["blank"]


def test_the_agency_of_a_title_in_bold_has_no_braces() -> None:
    text = report(printed(VALUES), context).split("\n", 1)
    title = text[0]
    reading = read(f"{{\\bf {title[:6]}}}\n\n{{\\bf {title[6:]}}}\n{{\\bf 一}}\n" + text[1])
    assert reading.reports[0]["agency"] == "青岚县林业局"


def latex(rows: Rows) -> list[str]:
    body = [" & ".join(row) + r" \\" for row in rows]
    return [
        rf"\begin{{longtable}}[]{{@{{}}{'l' * len(rows[0])}@{{}}}}",
        r"\toprule",
        *body,
        r"\end{longtable}",
    ]


def test_a_page_in_a_table_of_latex_is_read() -> None:
    page = [
        r"\begin{longtable}[]{@{}",
        r"  >{\raggedright\arraybackslash}p{(\columnwidth - 0\tabcolsep) * \real{1.0000}}@{}}",
        r"\toprule",
        r"\endhead",
        r"\begin{minipage}[t]{\linewidth}\raggedright",
    ]
    text = "\n".join(
        [*page, report(printed(VALUES), latex), r"\end{minipage} \\", r"\bottomrule", r"\end{longtable}"]
    )
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
    assert len(without_pages_tables(text.split("\n"))) == len(text.split("\n"))


def test_a_table_with_cells_of_its_own_beside_a_table_stays() -> None:
    lines = [
        r"\begin{tabular}{ll}",
        r"规章 & \begin{tabular}{l}1\end{tabular} \\",
        r"\end{tabular}",
        r"\begin{minipage}{3cm}甲\end{minipage}",
    ]
    assert without_pages_tables(lines) == lines


def test_marks_of_other_notations_stay() -> None:
    latex_groups = [r"\begin{document}", *[r"{\bf 甲}"] * 4]
    assert without_groups(latex_groups) == latex_groups
    code = ["|f(((1)))", "|g(((2", "甲", "|h(((3"]
    assert with_groups_as_cells(code) == code
    rows = [r"规章 & 1 \\   ", r"规范 & 2 \\   ", r"甲 & 3 \\  乙", r"C:\  D:\ "]
    assert without_breaks_at_ends(rows) == rows


def test_each_cell_of_a_group_keeps_its_line() -> None:
    lines = ["|(((规章", "))) |(((1", "2", "))) |", "甲", "|(((规范", "))) |(((3", "))) |"]
    made = with_groups_as_cells(lines)
    assert len(made) == len(lines)
    assert made[4] == "甲"
    assert "1" in made[1]
    assert "2" in made[2]
