"""Cells between quotes, rows that begin with a mark of their own, and lines with a sign on both sides."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

from assets.extract.formats.quotedcells import with_quotes_by_tabs
from assets.extract.undone.signs.wrapped import without_wraps
from tests.extract.joined import GRANTED, PARTS, VALUES, misread, with_blanks
from tests.extract.printed import (
    Rows,
    change,
    read,
    report,
    reported,
    wrong,
)

# --- quoted cells


def quoted(sign: str) -> Callable[[Rows], list[str]]:
    def render(rows: Rows) -> list[str]:
        file = io.StringIO()
        csv.writer(file, delimiter=sign, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
        return file.getvalue().split("\n")[:-1]

    return render


@pytest.mark.parametrize("sign", ["|", "^", "~", "/", "#"])
def test_quoted_cells(sign: str) -> None:
    parts, left = with_blanks(PARTS)
    reading = read(report(PARTS, quoted(sign)))
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)
    reading = read(report(parts, quoted(sign)))
    assert reported(reading) == set(left)
    assert not misread(reading, left)


def test_a_figure_on_two_lines_in_quotes() -> None:
    row = [*GRANTED[:3], f"{GRANTED[3]}\n7", *GRANTED[4:]]
    left = {key: value for key, value in VALUES.items() if value != GRANTED[3]}
    assert not misread(read(report(change(PARTS, "granted", row), quoted("|"))), left)


@pytest.mark.parametrize("line", ['"规章": "0"', '"甲"、"乙"和"丙"', '"规章","0","0"', '"规章"：说明"0"'])
def test_quoted_words_are_no_rows(line: str) -> None:
    assert with_quotes_by_tabs([line] * 20) == [line] * 20


# --- Textile


def textile(rows: Rows) -> list[str]:
    head, *body = rows
    return [f"|_. {' |_. '.join(head)} |", *(f"|<. {' |<. '.join(row)} |" for row in body)]


def textile_merged(rows: Rows) -> list[str]:
    """Rows of labels with merged cells, and a label beside two rows."""
    lines = []
    for row in rows:
        cells: list[tuple[str, int]] = []
        for text in row:
            if text or not cells or row[-1].isdigit():
                cells.append((text, 1))
            else:
                cells[-1] = (cells[-1][0], cells[-1][1] + 1)
        lines.append("".join(f"|\\{n}. {t} " if n > 1 else f"| {t} " for t, n in cells) + "|")
    return lines


@pytest.mark.parametrize("render", [textile, textile_merged])
def test_textile(render: Callable[[Rows], list[str]]) -> None:
    reading = read(report(PARTS, render))
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)


def test_a_label_beside_rows_of_textile() -> None:
    """The rows below lack its cell, so that nothing but the mark tells the columns."""

    def render(rows: Rows) -> list[str]:
        lines = textile_merged(rows)
        if len(rows) < 20:
            return lines
        first, second, *more = lines[1:]
        return [f"|_. 类别 {lines[0]}", f"|/2. 申请 {first}", second, *(f"| 办理 {line}" for line in more)]

    parts, left = with_blanks(PARTS, keep=11)
    assert reported(read(report(PARTS, render))) == set(VALUES)
    assert not misread(read(report(parts, render)), left)


# --- a sign before and behind every line


def one_a_line(rows: Rows) -> list[str]:
    return [line for row in rows for line in [*(cell for cell in row if cell), "", ""]]


def wrap(text: str, sign: str) -> str:
    return "\n".join(f"{sign}{line}{sign}" if line else sign.strip(" ") for line in text.split("\n"))


@pytest.mark.parametrize("sign", ["|", " | ", " / ", "\t", ",", "~", " - ", "#"])
def test_a_sign_on_both_sides_of_every_line(sign: str) -> None:
    text = report(PARTS, one_a_line)
    plain, reading = read(text), read(wrap(text, sign))
    assert reported(reading) == reported(plain)
    assert len(reported(reading)) > len(VALUES) * 0.9
    assert not wrong(reading, VALUES)
    assert reading.reports[0]["agency"] == plain.reports[0]["agency"]


@pytest.mark.parametrize("sign", ["|", " / ", "\t"])
def test_blank_cells_between_such_signs(sign: str) -> None:
    parts, left = with_blanks(PARTS, keep=7)
    assert not misread(read(wrap(report(parts, one_a_line), sign)), left)


@pytest.mark.parametrize("sign", ["|", " / ", "\t", ","])
def test_a_figure_in_two_pieces_between_such_signs(sign: str) -> None:
    for gone in (4, 6):
        row = [*GRANTED[:3], f"4{sign}7", *GRANTED[4:gone], *GRANTED[gone + 1 :]]
        left = {key: value for key, value in VALUES.items() if value not in (GRANTED[3], GRANTED[gone])}
        assert not misread(read(wrap(report(change(PARTS, "granted", row), one_a_line), sign)), left)


def test_words_in_two_pieces_between_such_signs() -> None:
    lines = [f"/ 第{n}行 /" for n in range(40)]
    assert without_wraps([*lines, "/ 三、本年 / 度办理结果 /", "/ 本年增/减 /", "/"])[40:] == [
        "三、本年度办理结果",
        "本年增/减",
        "",
    ]


@pytest.mark.parametrize(
    "line", ["| 行政许可 | 7 |", "| 行政许可                        |", "“依法公开”", "（一）予以公开（二）"]
)
def test_what_is_no_sign_on_both_sides(line: str) -> None:
    lines = [line, *["| 一个页面在框里 |"] * 2] * 3 + [line] * 60
    assert without_wraps(lines) == lines
