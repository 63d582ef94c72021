"""Notations that name each figure or lead to it: labels above names, sentences in one paragraph, records of programs, leading dots."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import (
    HEADINGS,
    TITLE,
    Figures,
    Rows,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    tsv,
    wrong,
)

_NUMBERS = {"2019": 22 + 161 + 15, "2021": 10 + 175 + 15}
# Names of columns and figures under the labels of their rows, a group's label in front of some.
_Named = list[tuple[list[str], list[tuple[str, str]]]]
_Write = Callable[[_Named], list[str]]


def _values(form: str) -> Figures:
    """Figures, some of them below nought."""
    return {key: f"-{v}" if key.col_key == "change" else v for key, v in figures(form).items()}


def _named(values: Figures, form: str, table_no: str) -> _Named:
    table = forms()[form].table(table_no)
    groups = {group.key: group for group in table.groups}
    rows: _Named = []
    for block in table.blocks:
        for row in block.rows:
            above, parent = [row.zh], row.parent
            while parent:
                above.insert(0, groups[parent].zh)
                parent = groups[parent].parent
            names = [
                ("法人或其他组织·" if column.group else "") + column.zh
                if table_no == "3" and column.key not in {"natural_person", "total"}
                else column.zh
                for column in block.columns
            ]
            cells = [values[CellKey(table_no, row.key, column.key)] for column in block.columns]
            rows.append((above, list(zip(names, cells, strict=True))))
    return rows


def _text(values: Figures, form: str, write: _Write) -> str:
    lines = [TITLE, "", "一、总体情况", "全年工作平稳。", ""]
    for table in forms()[form].tables:
        lines += [HEADINGS[table.no], "", *write(_named(values, form, table.no)), ""]
    return "\n".join([*lines, "五、存在的主要问题及改进情况", "业务培训还不够经常。", ""])


def _labels(label: str, name: str) -> _Write:
    def write(rows: _Named) -> list[str]:
        return [
            line
            for above, said in rows
            for line in (label.format(" ".join(above)), *(name.format(n, figure) for n, figure in said))
        ]

    return write


def _paragraph(rows: _Named) -> list[str]:
    said = []
    for above, names in rows:
        cells = "、".join(name.split("·")[-1] + " " + figure for name, figure in names)
        said.append(f"“{'·'.join(above)}”：{cells}。")
    return ["".join(said)]


def _elements(tag: str, row: str, column: str) -> _Write:
    def write(rows: _Named) -> list[str]:
        lines = [
            f'<{tag} {row}="{escape(" ".join(above))}" {column}="{escape(name.replace("·", " "))}">{figure}</{tag}>'
            for above, names in rows
            for name, figure in names
        ]
        return ["<data>", *lines, "</data>"]

    return write


_WRITES: dict[str, _Write] = {
    "in brackets": _labels("【{}】", "  {}：{}"),
    "in brackets, flush": _labels("[{}]", "{}：{}"),
    "as headings": _labels("#### {}", "- {}：{}"),
    "in bold letters": _labels("**{}**", "{}：{}"),
    "bare": _labels("{}", "  {}：{}"),
    "one paragraph": _paragraph,
    "elements": _elements("item", "row", "col"),
    "elements of other names": _elements("数据", "行", "列"),
}


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("notation", _WRITES)
def test_every_figure_is_read_with_its_sign(form: str, notation: str) -> None:
    values = _values(form)
    reading = read(_text(values, form, _WRITES[notation]))
    assert not wrong(reading, values)
    assert len(reported(reading)) == _NUMBERS[form]


@pytest.mark.parametrize("notation", _WRITES)
def test_what_is_not_printed_is_not_made_up(notation: str) -> None:
    values = _values("2021")
    lost = CellKey("3", "carried_over", "research")
    whole = _text(values, "2021", _WRITES[notation])
    reading = read(_text({**values, lost: ""}, "2021", _WRITES[notation]))
    assert whole.count(values[lost]) == 1
    assert not wrong(reading, {**values, lost: ""})
    assert len(reported(reading)) >= _NUMBERS["2021"] - 7


def test_figures_below_the_words_of_another_row_are_not_those_of_the_row_above() -> None:
    values = _values("2021")
    text = _text(values, "2021", _labels("【{}】", "{}：{}"))
    other = text.replace("【行政强制】", "行政检查")
    assert other != text
    reading = read(other)
    assert not wrong(reading, values)
    assert "reported" not in status_of(reading, "2", "coercion")


def test_figures_without_a_label_are_nobody_s() -> None:
    values = _values("2021")
    text = _text(values, "2021", _labels("【{}】", "{}：{}"))
    reading = read(text.replace("【二、上年结转政府信息公开申请数量】\n", ""))
    assert not wrong(reading, values)
    assert "reported" not in status_of(reading, "3", "carried_over")


def test_a_sentence_in_a_paragraph_that_says_more_is_left_out() -> None:
    values = _values("2021")
    text = _text(values, "2021", _paragraph)
    figure = values[CellKey("3", "carried_over", "research")]
    reading = read(text.replace(f"科研机构 {figure}", f"科研机构 {figure} 其中涉及土地 3"))
    assert not wrong(reading, values)
    assert status_of(reading, "3", "new_received") == ["reported"] * 7


def test_elements_that_name_group_and_column_are_no_long_table() -> None:
    values = _values("2021")

    def nested(rows: _Named) -> list[str]:
        lines = ["<data>"]
        for above, names in rows:
            lines.append(f'<row name="{above[-1]}">')
            for name, figure in names:
                group, _, own = name.rpartition("·")
                lines.append(f'<item group="{group}" name="{own}">{figure}</item>')
            lines.append("</row>")
        return [*lines, "</data>"]

    assert not wrong(read(_text(values, "2021", nested)), values)


# --- cells with their places


def _records(rows: Rows, is_list: bool, names: tuple[str, ...]) -> list[str]:
    cells = [
        dict(zip(names, (at, column, 1, 1, text), strict=True))
        for at, row in enumerate(rows)
        for column, text in enumerate(row)
    ]
    lines = [json.dumps(cell, ensure_ascii=False) for cell in cells]
    return ["[", *(f"{line}," for line in lines[:-1]), lines[-1], "]"] if is_list else lines


_NAMES = [
    ("rowIndex", "columnIndex", "rowSpan", "columnSpan", "content"),
    ("row", "col", "row_span", "col_span", "text"),
]


@pytest.mark.parametrize("is_list", [True, False])
@pytest.mark.parametrize("names", _NAMES)
@pytest.mark.parametrize("form", ["2019", "2021"])
def test_records_of_placed_cells_within_a_text_are_read(
    form: str, names: tuple[str, ...], is_list: bool
) -> None:
    values = _values(form)
    reading = read(report(printed(values, form), lambda rows: _records(rows, is_list, names)))
    assert not wrong(reading, values)
    assert len(reported(reading)) == _NUMBERS[form]


def test_two_cells_in_one_place_are_not_placed() -> None:
    values = _values("2021")
    text = report(printed(values), lambda rows: _records(rows, True, _NAMES[1]))
    reading = read(text.replace('"row": 4, "col": 3', '"row": 4, "col": 2'))
    assert not wrong(reading, values)
    assert not reported(reading, "3") & {
        CellKey("3", "carried_over", key) for key in ("research", "commercial")
    }


# --- dots that lead to figures


def _led(dots: str, between: str) -> Callable[[Rows], list[str]]:
    def render(rows: Rows) -> list[str]:
        lines = []
        for row in rows:
            words = [cell for cell in row if cell and not cell.lstrip("-").isdigit()]
            cells = [cell for cell in row if cell.lstrip("-").isdigit()]
            lines.append(" ".join(words) + (dots if words and cells else "") + between.join(cells))
        return lines

    return render


@pytest.mark.parametrize("dots", ["………", "......", " ...... ", "········", " . . . . . . "])
@pytest.mark.parametrize("between", [" ", "   "])
@pytest.mark.parametrize("form", ["2019", "2021"])
def test_rows_with_leading_dots_are_read(form: str, dots: str, between: str) -> None:
    values = _values(form)
    reading = read(report(printed(values, form), _led(dots, between)))
    assert not wrong(reading, values)
    assert len(reported(reading)) == _NUMBERS[form]


def test_a_row_with_leading_dots_that_lacks_a_figure_is_not_counted_out() -> None:
    values = _values("2021")
    parts = printed(values)
    row = row_of(parts, "granted")
    reading = read(report(change(parts, "granted", [*row[:3], "", *row[4:]]), _led("………", "  ")))
    assert not wrong(reading, values)
    assert "reported" not in status_of(reading, "3", "granted")


def test_a_table_of_contents_stays_one() -> None:
    values = _values("2021")
    contents = [f"{heading}………{n}" for n, heading in enumerate(("一、总体情况", *HEADINGS.values()), 2)]
    for render in (tsv, _led("………", "  ")):
        text = report(printed(values), render).replace(
            "一、总体情况", "\n".join([*contents, "一、总体情况"]), 1
        )
        reading = read(text)
        assert not wrong(reading, values)
        assert len(reported(reading)) == _NUMBERS["2021"]
