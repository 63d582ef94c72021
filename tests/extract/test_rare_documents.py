"""Documents of programs that few use: Textile, notebooks, OpenDocument, lists on one line, Muse."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from assets.extract.formats.escapes import unescape
from assets.extract.formats.everyline import without_additions
from assets.extract.undone.signs.rarecells import with_tabs
from tests.extract.printed import (
    GRIDS,
    TITLE,
    Part,
    Rows,
    cells_of,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    wrong,
)

VALUES = figures()
PARTS = printed(VALUES)


# --- Textile with paragraphs in its cells


def textile(rows: Rows) -> list[str]:
    """Labels over three columns; a bar above each cell, and one below the last."""
    lines = []
    for label, *cells in rows:
        lines += [" |\\3.", f"p<. {label}"] if len(cells) < 14 else [" |\\1.", f"p=. {label}"]
        lines += [line for cell in cells for line in (" |", f"p=. {cell}")] + [" |"]
    return lines


def test_textile() -> None:
    row = row_of(PARTS, "new_received")
    parts = change(PARTS, "new_received", [*row[:3], "", *row[4:]])
    text = report(parts, textile, title="h2<. 青岚县林业局2022年政府信息公开工作年度报告")
    left = {key: value for key, value in VALUES.items() if value != row[3]}
    reading = read(text)
    assert reported(reading) == set(left)
    assert not wrong(reading, left)
    assert status_of(reading, "3", "new_received", "research") == ["blank"]
    found = cells_of(reading)
    assert all(text.split("\n")[found[key]["line_start"] - 1].endswith(f" {left[key]}") for key in left)
    assert reading.reports[0]["agency"] == "青岚县林业局"


def test_an_anchor_before_a_title() -> None:
    text = report(
        PARTS,
        GRIDS["closed"],
        title="h1. {anchor:年青岚县林业局政府信息公开年度报告}2022年青岚县林业局政府信息公开年度报告",
    )
    assert re.sub("^.*局", "", text.split("\n")[0]) == "政府信息公开年度报告"
    assert read(text).reports[0]["agency"] == "青岚县林业局"


def notebook(text: str) -> str:
    lines = [f"{line}\n" for line in text.strip().split("\n")]
    cell = {"cell_type": "markdown", "metadata": {"name": "Python 3 (kernel)"}, "source": lines}
    return json.dumps({"cells": [cell], "nbformat": 4}, ensure_ascii=False, indent=1)


@pytest.mark.parametrize("render", ["markdown", "html", "tsv"])
def test_a_notebook(render: str) -> None:
    text = notebook(report(PARTS, GRIDS[render]))
    reading = read(text)
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)
    found = cells_of(reading)
    assert all(VALUES[key] in text.split("\n")[found[key]["line_start"] - 1] for key in VALUES)


def test_strings_among_other_lines_stay() -> None:
    lines = notebook(report(PARTS, GRIDS["markdown"])).split("\n")
    assert without_additions([*lines, "其他说明"]) == [*lines, "其他说明"]
    assert without_additions(lines) != lines


def of_office(rows: Rows, cell: str = "{}") -> list[str]:
    lines = ['<table:table table:name="T">', '<table:table-column table:number-columns-repeated="8"/>']
    for row in rows:
        lines.append("<table:table-row>")
        for text in row:
            lines += [
                '<table:table-cell office:value-type="string">',
                f"<text:p>{cell.format(text) if text.isdecimal() else text}</text:p>",
            ]
            lines.append("</table:table-cell>")
        lines.append("</table:table-row>")
    return [*lines, "</table:table>"]


STYLES = (
    '<office:document>\n<style:style style:name="T1"><style:text-properties text-line-through-style="solid"/>'
    '</style:style>\n<style:style style:name="T2">\n<style:text-properties style:text-position="super 58%"/></style:style>\n'
    '<style:style style:name="T3"><style:text-properties style:font-name="宋体" text:display="none"/></style:style>\n'
    '<style:style style:name="T4"><style:text-properties text-line-through-style="none"/></style:style>\n'
    "<text:p>2011年某局政府信息公开年度报告</text:p>\n<office:body>\n"
).replace(" text-line", " style:text-line")


def office(render: Callable[[Rows], list[str]], head: str, parts: list[Part] = PARTS) -> str:
    lines = report(parts, render).split("\n")
    return head + "\n".join(line if line[:1] in "<" else f"<text:p>{line}</text:p>" for line in lines)


@pytest.mark.parametrize("head", ["", STYLES])
def test_opendocument(head: str) -> None:
    text = office(of_office, head)
    reading = read(text)
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)
    assert reading.reports[0]["agency"] == "青岚县林业局"
    found = cells_of(reading)
    assert all(VALUES[key] in text.split("\n")[found[key]["line_start"] - 1] for key in VALUES)


@pytest.mark.parametrize(
    "cell",
    [
        '<text:span text:style-name="T1">98</text:span>{}',
        '{}<text:span text:style-name="T3">76</text:span>',
        "{}<office:annotation><text:p>54</text:p></office:annotation>",
        '{}<text:note text:id="n"><text:note-citation>1</text:note-citation><text:p>注</text:p></text:note>',
        '<text:span text:style-name="T4">{}</text:span>',
    ],
)
def test_what_is_not_seen_in_opendocument(cell: str) -> None:
    reading = read(office(lambda rows: of_office(rows, cell), STYLES))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        (STYLES, '{}<text:span text:style-name="T2">2</text:span>'),
        ("", '{}<text:span text:style-name="T2">2</text:span>'),
        ("", "<text:span>2</text:span>{}"),
        ("", "<text:span>{}</text:span><text:span>2</text:span>"),
    ],
)
def test_raised_digits_and_digits_of_an_unknown_look_are_none_of_a_figure(head: str, cell: str) -> None:
    assert not wrong(read(office(lambda rows: of_office(rows, cell), head)), VALUES)


def test_deleted_text_and_cells_written_once() -> None:
    row = row_of(PARTS, "granted")
    same = {key: value for key, value in VALUES.items() if value not in row[2:5]}
    changes = (
        "<text:tracked-changes><text:p>（一）予以公开</text:p><text:p>1</text:p></text:tracked-changes>\n"
    )
    text = office(of_office, STYLES + changes, change(PARTS, "granted", [*row[:2], "0", "0", "0", *row[5:]]))
    once = re.compile(r"(?:<table:table-cell [^<>]*>\n<text:p>0</text:p>\n</table:table-cell>\n){3}")
    written = (
        '<table:table-cell table:number-columns-repeated="3">\n<text:p>0</text:p>\n</table:table-cell>\n'
    )
    assert once.search(text)
    reading = read(once.sub(written, text))
    granted = {key: "0" for key in VALUES if key not in same}
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, same | granted)


def test_a_table_that_names_its_own_mark_is_left_alone() -> None:
    rows = [f"（{n}）予以公开#3#4#5#6#7#8#33" for n in "一二三四五六七八九"]
    assert with_tabs(rows) != rows
    lines = [".TS", "tab(#);", "l n n n n n n n.", *rows, ".TE"]
    assert with_tabs(lines) == lines


def _lists_on_one_line(rows: Rows) -> list[str]:
    """Each table as lists on one line, long labels broken within them; a page cuts the last rows off."""
    broken = [[re.sub(r"(..)(?=.)", r"\1\n", c) if len(c) > 5 else c or None for c in row] for row in rows]
    parts = [broken[:-3], broken[-3:]] if len(broken) > 9 else [broken]
    return [line for part in parts for line in (json.dumps(part, ensure_ascii=False), "— 1 —", "")]


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_a_table_as_lists_on_one_line_with_broken_labels(form: str) -> None:
    values = figures(form)
    reading = read(report(printed(values, form), _lists_on_one_line))
    assert reported(reading) == set(values)
    assert not wrong(reading, values)


def test_a_text_in_a_string_beside_lists_is_cut_at_its_breaks() -> None:
    text = f'{{"text": "{TITLE}\\n一、总体情况\\n全年公开5条。\\n\\n无。\\n青岚县林业局", "tables": [["规章", "1"]]}}'
    assert {TITLE, "一、总体情况"} <= set(unescape([text])[0])


def muse(rows: Rows) -> list[str]:
    """Cells between bars, the words of each a page's span: a figure's number may be one of its own."""
    spans = [[re.sub(r"^(\d)(?=[.、])", r"<class>\1</class>", c) for c in row] for row in rows]
    return [" " + " | ".join(f"<class>{c}</class>" if c else " " * 15 for c in row) for row in spans]


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_spans_of_muse(form: str) -> None:
    values = figures(form)
    title = f"**<class>{TITLE}</class>**"
    reading = read(report(printed(values, form), muse, title=title))
    assert reported(reading) == set(values)
    assert not wrong(reading, values)
    assert reading.reports[0]["agency"] == "青岚县林业局"


def test_a_blank_cell_beside_spans_of_muse() -> None:
    row = row_of(PARTS, "granted")
    parts = change(PARTS, "granted", [*row[:3], "", *row[4:]])
    values = {k: v for k, v in VALUES.items() if (k.row_key, k.col_key) != ("granted", "research")}
    reading = read(report(parts, muse))
    assert reported(reading) == set(values)
    assert status_of(reading, "3", "granted", "research") == ["blank"]
    assert not wrong(reading, values)
