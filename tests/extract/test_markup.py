"""Tables in markup whose marks open rows and cells: every notation gives the same figures, each on the line it stands on.

Texts with merged cells are written by hand, as programs write them; whole reports are printed by renderers.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.model import GridRow
from assets.extract.readers import items
from tests.extract.printed import (
    Rows,
    cells_of,
    closed,
    figures,
    grid,
    printed,
    read,
    report,
    reported,
    wrong,
)
from tests.turns import in_turn


def latex(rows: Rows) -> list[str]:
    spec = "l" * len(rows[0])
    lines = [f"\\begin{{longtable}}[]{{@{{}}{spec}@{{}}}}", "\\toprule\\noalign{}", "\\endhead"]
    return [*lines, *(" & ".join(row) + " \\\\" for row in rows), "\\bottomrule", "\\end{longtable}"]


def latex_on_one_line(rows: Rows) -> list[str]:
    body = " \\\\ \\hline ".join(" & ".join(row) for row in rows)
    return [f"\\begin{{tabular}}{{|{'c|' * len(rows[0])}}} \\hline {body} \\\\ \\hline \\end{{tabular}}"]


def bbcode(rows: Rows) -> list[str]:
    lines = ["[tr]" + "".join(f"[td=58][b]{cell}[/b][/td]" for cell in row) + "[/tr]" for row in rows]
    return ["[table=98%,#fff]", *lines, "[/table]"]


def wiki(rows: Rows) -> list[str]:
    """A cell a line."""
    lines = [line for row in rows for line in ("|-", *(f"| {cell}".rstrip() for cell in row))]
    return ['{| class="wikitable"', *lines, "|}"]


def wiki_with_attributes(rows: Rows) -> list[str]:
    """A row a line."""
    lines = [line for row in rows for line in ("|-", "| " + " || ".join(f'style="w:5%" | {c}' for c in row))]
    return ["{|", *lines, "|}"]


def djot(rows: Rows) -> list[str]:
    """A cell a paragraph, blank ones by their marks alone."""
    cells = [f"{'  ' if i else '- '}+ {cell}".rstrip() for row in rows for i, cell in enumerate(row)]
    return ["{.table}", "-", "", *(line for cell in cells for line in (cell, ""))]


def djot_without_attribute(rows: Rows) -> list[str]:
    return [f"{'  ' if i else '- '}+ {cell}".rstrip() for row in rows for i, cell in enumerate(row)]


def list_table(rows: Rows) -> list[str]:
    lines = [f"   {'  ' if i else '* '}- {cell}".rstrip() for row in rows for i, cell in enumerate(row)]
    return [".. list-table::", "   :header-rows: 1", "", *lines]


def texinfo(rows: Rows) -> list[str]:
    lines = [f"{' @tab' if i else '@item'} {cell}" for row in rows for i, cell in enumerate(row)]
    return ["@multitable {a} {b}", *lines, "@end multitable"]


def man(rows: Rows) -> list[str]:
    lines = [line for row in rows for line in ["T{", *"\nT}@T{\n".join(row).split("\n"), "T}"]]
    return [".TS", "tab(@);", "l l l.", *lines, ".TE"]


def man_with_widths(rows: Rows) -> list[str]:
    """The width of each cell is set on a line in it, and a rule stands below the header."""
    cells = [[".nr LL 6.3n\n" + cell if cell else cell for cell in row] for row in rows]
    lines = man(cells)
    at = lines.index("T}") + 1
    return [".na", ".nr LLold \\n[LL]", *lines[:at], "_", *lines[at:], ".nr LL \\n[LLold]", ".ad"]


def man_row_a_line(rows: Rows) -> list[str]:
    """Cells between signs; a long label is a block of text, and the label of a group above is not printed again."""
    lines = []
    for row in rows:
        label = f"T{{\n{row[0]}\nT}}" if len(row[0]) > 12 else row[0]
        group = ["\\^" if row[0].startswith("2.") else ""] * (len(rows[-1]) < 15)
        lines += "#".join([*group, label, *row[1:]]).split("\n")
    return [".TS", "allbox tab(#);", "l l l", "l l l.", *lines, ".TE"]


def man_in_ascii(rows: Rows) -> list[str]:
    return ["".join(c if c.isascii() else f"\\[u{ord(c):04X}]" for c in line) for line in man(rows)]


def asciidoc(rows: Rows) -> list[str]:
    """A cell a line where the row is long."""
    full = [row + [""] * (4 - len(row)) for row in rows]  # table 2 has four columns
    lines = [line for row in full for line in [*(f"|{cell}" for cell in row), ""]]
    return ['[cols=","]', "|===", *lines, "|==="]


def latex_with_room(rows: Rows) -> list[str]:
    return [line.replace(" \\\\", " \\\\[2pt]\n\\hline").split("\n")[0] for line in latex(rows)]


def coordinates(rows: Rows) -> list[str]:
    """The cells of a sheet, blank ones left out."""
    return [
        f"{chr(65 + at)}{n}: {cell}" for n, row in enumerate(rows, 1) for at, cell in enumerate(row) if cell
    ]


def data_frame(rows: Rows) -> list[str]:
    """Dotted walls inside, and no rules between rows."""
    lines = [line.replace("|", "│") for line in grid(rows) if line.startswith("|")]
    inside = [f"│{line[1:-1].replace('│', '┆')}│" for line in lines]
    rule = grid(rows)[0].replace("-", "─")
    return [f"┌{rule[1:-1].replace('+', '┬')}┐", *inside, f"└{rule[1:-1].replace('+', '┴')}┘"]


def context(rows: Rows) -> list[str]:
    cells = ["\n".join(f"\\startxcell {cell} \\stopxcell" for cell in row) for row in rows]
    lines = "\n".join(f"\\startxrow\n{row}\n\\stopxrow" for row in cells).split("\n")
    return ["\\startxtable", *lines, "\\stopxtable"]


def context_of_lists(rows: Rows) -> list[str]:
    """Labels that a word processor numbered are lists of one item."""
    lines = []
    for line in context(rows):
        number, _, label = line.removeprefix("\\startxcell ").removesuffix(" \\stopxcell").partition(".")
        if line.startswith("\\startxcell") and number.isdecimal() and label:
            opens = f"\\startxcell \\startenumerate[n][start={number},stopper=.]"
            lines += [opens, "\\item", f"  {label}", "\\stopenumerate", "", " \\stopxcell"]
        else:
            lines.append(line)
    return lines


def typst(rows: Rows) -> list[str]:
    lines = ["    " + ", ".join(f"[{cell}]" for cell in row) + "," for row in rows]
    return ["#figure(", "  align(center)[#table(", f"    columns: {len(rows[0])},", *lines, "  )]", "  )"]


def table_tokens(rows: Rows) -> list[str]:
    """On one line, as document converters write them."""
    cells = ("".join(f"<fcel>{c}" if c else "<ecel>" for c in row) + "<nl>" for row in rows)
    return ["<otsl><loc_12><loc_40>" + "".join(cells) + "</otsl>"]


def docbook(rows: Rows) -> list[str]:
    cells = ("".join(f"<entry>\n  {cell}\n</entry>" for cell in row) for row in rows)
    lines = "\n".join(f"<row>\n{row}\n</row>" for row in cells).split("\n")
    return ["<informaltable>", "<tgroup>", "<tbody>", *lines, "</tbody>", "</tgroup>", "</informaltable>"]


NOTATIONS: tuple[Callable[[Rows], list[str]], ...] = (
    latex,
    latex_on_one_line,
    bbcode,
    wiki,
    wiki_with_attributes,
    list_table,
    djot,
    djot_without_attribute,
    texinfo,
    man,
    man_with_widths,
    man_row_a_line,
    man_in_ascii,
    asciidoc,
    coordinates,
    data_frame,
    latex_with_room,
    context,
    context_of_lists,
    typst,
    table_tokens,
    docbook,
)


@in_turn
@pytest.mark.parametrize("render", NOTATIONS)
@pytest.mark.parametrize("form", ["2019", "2021"])
def test_every_cell_is_read_on_its_line(render: Callable[[Rows], list[str]], form: str) -> None:
    values = figures(form)
    text = report(printed(values, form), render)
    reading = read(text)
    assert not wrong(reading, values)
    assert reported(reading) == set(values)
    lines = text.split("\n")
    for cell in cells_of(reading).values():
        assert cell["raw"] in lines[cell["line_start"] - 1]


def test_a_header_on_several_lines_of_its_cells_is_that_of_table_4() -> None:
    """As grids print it: 行政 above 复议, in a column of its own."""
    values = figures()

    def narrow(rows: Rows) -> list[str]:
        if len(rows[0]) < 15:
            return grid(rows)
        lines = ["+" + "------+" * 15]
        for row in rows:
            for at in range(0, max(map(len, row)), 3):
                pieces = (cell[at : at + 3] for cell in row)
                lines.append(
                    "|" + "|".join(p + " " * (6 - sum(2 - c.isascii() for c in p)) for p in pieces) + "|"
                )
            lines.append(lines[0])
        return lines

    reading = read(report(printed(values), narrow))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


# These give every cell its place, so that nothing can move up unseen.
PLACED = {coordinates, data_frame}


@pytest.mark.parametrize("render", [n for n in NOTATIONS if n not in PLACED])
def test_a_vanished_cell_leaves_no_row_of_others_figures(render: Callable[[Rows], list[str]]) -> None:
    """One figure of a row is left out, and its neighbours move up: none of that row may be given."""
    values = figures()
    parts = printed(values)
    for part in parts:
        if part.table_no == "3":
            del part.rows[4][3]
    assert not wrong(read(report(parts, render)), values)


@pytest.mark.parametrize("render", NOTATIONS)
def test_a_table_that_is_never_closed_stops_nothing(render: Callable[[Rows], list[str]]) -> None:
    values = figures()
    text = report(printed(values), lambda rows: render(rows)[:-1])
    assert not wrong(read(text), values)


def test_lines_that_only_begin_like_places_of_a_sheet_are_none() -> None:
    for text in (
        "A4: 纸张\nB5: 纸张",
        "ZZ1: 1\nZZ2: 2\nZZ3: 3",
        "A1: 1\nA1: 2\nA1: 3",
        "B2: 1\nB1: 2\nA1: 3",
    ):
        assert not [i for i in items(text.split("\n")) if isinstance(i, GridRow)]


MERGED = {
    "latex": r"""
\begin{tabular}{llll}
\multicolumn{2}{@{}l}{%
\multirow{2}{*}{项目}} & \multicolumn{2}{l}{申请人情况} \\
& & 自然人\textsuperscript{2} & 总计 \\
\multicolumn{2}{l}{一、本年新收} & \st{8}3 & 1\%0 \\
\multirow{2}{*}{结果} & （一）予以``公开'' & \makecell{4 \\ 5} & {\bf 6} \\
\end{tabular}""",
    "bbcode": """
[table]
[tr][td=2,2,174]项目[/td][td=2,1]申请人情况[/td][/tr]
[tr][td]自然人[/td][td]总计[/td][/tr]
[tr][td=2,1,99]一、本年新收[/td][td=58]3[/td][td=58]10[/td][/tr]
[/table]""",
    "wiki": """
{|
|-
| colspan="2" rowspan="2" | 项目
| colspan=2 | 申请人情况
|-
| 自然人 || 总计
|-
| colspan="2" | 一、本年新收 || style="color:red" | 3 || 10
|}""",
    "otsl": """
<otsl><ched>项目<lcel><ched>申请人情况<lcel><nl><ucel><xcel><ched>自然人<ched>总计<nl>
<rhed>一、本年新收<lcel><fcel>3<fcel>10<nl></otsl>""",
}


@pytest.mark.parametrize("name", MERGED)
def test_merged_cells_keep_the_columns(name: str) -> None:

    rows = [
        [c.text.strip() for c in i.cells] for i in items(MERGED[name].split("\n")) if isinstance(i, GridRow)
    ]
    assert rows[0][0] == "项目" and rows[0][2] == "申请人情况"
    if name == "latex":
        # what is not plainly a figure stays a text that is none
        assert rows[1:] == [
            ["", "", "自然人", "总计"],
            ["一、本年新收", "", "3", "1%0"],
            ["结果", "（一）予以“公开”", "4   5", "\\bf6"],
            [""],
        ]
    else:
        assert rows[1][2:] == ["自然人", "总计"]
        assert rows[2] == ["一、本年新收", "", "3", "10"]


def test_a_figure_under_two_columns_of_tbl() -> None:
    """`\\s` lets the cell before go on: the figure is of neither column, and no other one moves."""
    values = figures()
    parts = printed(values)
    row = next(r for p in parts for k, r in zip(p.keys, p.rows, strict=True) if k == "granted")
    row[3] = "\\s"
    reading = read(report(parts, man_row_a_line))
    assert not wrong(reading, {k: v for k, v in values.items() if k.row_key != "granted"})
    assert not {k for k in reported(reading) if k.row_key == "granted"}
    assert len(reported(reading, "3")) == 24 * 7


def test_a_word_in_place_of_a_table_opens_none() -> None:
    """`[TABLE]` says that a program could not print one: what stands below is not its own."""
    values = figures()
    text = report(printed(values), closed)
    at = text.index("三、收到和处理")
    below = text.index("四、政府信息公开行政复议")
    reading = read(text[:at] + "三、收到和处理政府信息公开申请情况\n\n[TABLE]\n\n" + text[below:])
    assert not wrong(reading, values)
    assert len(reported(reading, "4")) == 15
    assert not reported(reading, "3")
