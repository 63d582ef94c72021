"""Tables whose cells flow on and were folded like a paragraph (assets/extract/undone/lines/foldedflow.py)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.places.positions import display_width
from assets.extract.undone.lines.foldedflow import without_folds
from schemas.form import CellKey
from tests.extract.printed import Rows, figures, printed, read, report, reported, running, wrong

VALUES = figures()


def in_bytes(text: str) -> int:
    return len(text.encode())


def folded(words: list[str], measure: Callable[[str], int], width: int) -> list[str]:
    """The words in lines of this width; a longer word is broken."""
    lines = [""]
    for word in words:
        rest = word
        if lines[-1] and measure(lines[-1]) + 1 + measure(rest) <= width:
            lines[-1] += " " + rest
            continue
        lines += [""] if lines[-1] else []
        for letter in rest:
            if measure(lines[-1] + letter) > width:
                lines.append("")
            lines[-1] += letter
    return lines


def flowing(measure: Callable[[str], int], width: int) -> Callable[[Rows], list[str]]:
    def render(rows: Rows) -> list[str]:
        words = [word.replace("1.", "1. ") for row in rows for word in row if word]
        return folded(" ".join(words).split(" "), measure, width)

    return render


@pytest.mark.parametrize(("measure", "width"), [(in_bytes, 72), (display_width, 60), (in_bytes, 110)])
def test_flowing_cells_are_read(measure: Callable[[str], int], width: int) -> None:
    reading = read(report(printed(VALUES), flowing(measure, width)))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_a_row_that_lacks_a_figure_is_in_doubt() -> None:
    values = {**VALUES, CellKey("3", "granted", "research"): ""}
    reading = read(report(printed(values), flowing(in_bytes, 72)))
    assert not wrong(reading, values)
    assert not {key for key in reported(reading) if key.row_key == "granted"}
    assert len(reported(reading)) > len(VALUES) - 20


def test_rows_of_a_line_each_and_prose_stay() -> None:
    rows = [line for part in printed(VALUES) for line in running(part.rows)]
    prose = folded([f"2022 年发布信息 {n} 条，其中规章 {n} 件。" for n in range(60)], in_bytes, 72)
    wide = ["全年工作平稳，各项制度得到落实，" * 3 + f"其中 {n} 条" for n in range(60)]
    for lines in (rows, [*wide, *rows], [*rows, "甲" * 60]):
        assert without_folds(lines) == (lines, None)
    found, _ = without_folds(prose)
    assert "".join(found).replace(" ", "") == "".join(prose).replace(" ", "")


def test_a_stroke_and_a_number_of_a_list_stay_with_their_words() -> None:
    words = [
        "本年增",
        "/",
        "减",
        "1.",
        "重复申请",
        *[w for n in range(30) for w in (f"行政许可第{n}", str(n), str(n))],
    ]
    lines = folded(words, in_bytes, 60)
    found, numbers = without_folds(lines)
    assert found[:3] == ["本年增/减", "1.重复申请", "行政许可第0"]
    assert numbers is not None
    assert numbers == sorted(numbers)
    assert numbers[-1] == len(lines)
