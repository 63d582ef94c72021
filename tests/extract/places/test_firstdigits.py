"""First digits of figures alone above their row: the figure on the row's line is but its end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.form import CellKey
from tests.extract.printed import Figures, Rows, figures, printed, read, report, reported, running, tsv, wrong
from tests.turns import in_turn

VALUES = figures()
ROWS = [key.row_key for key in VALUES if key.table_no == "3" and key.col_key == "total"]
Render = Callable[[Rows], list[str]]


def spaced(rows: Rows) -> list[str]:
    return [line for row in running(rows) for line in (row, "")]


def _places(rows: Rows) -> list[str]:
    """Columns set to the right, wide letters counted as two."""
    return [
        row[0]
        + " " * (100 - sum(2 if ord(c) > 0x2E7F else 1 for c in row[0]))
        + "".join(f"{c:>8}" for c in row[1:])
        for row in rows
    ]


RENDERERS: dict[str, Render] = {"running": running, "spaced": spaced, "places": _places, "tsv": tsv}


def _text(values: Figures, heads: dict[CellKey, int], render: Render, gap: str = "") -> str:
    """A report in which the first digits of some cells stand on the line above their row, at their place where there are such."""
    shown = {key: text[heads.get(key, 0) :] for key, text in values.items()}
    lines = report(printed(shown), render).split("\n")
    for key, count in heads.items():
        own = [shown[k] for k in values if k[:2] == key[:2]]
        ends = [n for n, line in enumerate(lines) if line.split()[-len(own) :] == own]
        (at,) = [n for n in ends if len(lines[n].split()) > len(own)]
        head = values[key][:count]
        if render is _places:
            wide = sum(2 if ord(c) > 0x2E7F else 1 for c in lines[at])
            head = head.rjust(wide - 8 * (len(own) - 1 - [k for k in values if k[:2] == key[:2]].index(key)))
        lines[at:at] = [head, *([""] if render is spaced or gap else [])]
    return "\n".join(lines)


def _wide(keys: list[CellKey]) -> Figures:
    return VALUES | {key: str(1488 + 13 * n) for n, key in enumerate(keys)}


def _total(row: str) -> CellKey:
    return CellKey("3", row, "total")


@in_turn
@pytest.mark.parametrize("name", RENDERERS)
@pytest.mark.parametrize(
    "keys",
    [
        *(
            [CellKey("3", row, column)]
            for row in (ROWS[0], ROWS[9], ROWS[-1])
            for column in ("total", "natural_person")
        ),
        [*map(_total, ROWS)],
        [*map(_total, ROWS[::2])],
        [CellKey("2", "permits", "decisions")],
        [CellKey("2", "normative_docs", "in_force"), CellKey("2", "regulations", "issued")],
    ],
)
@pytest.mark.parametrize("end", [1, 2])
def test_the_end_of_a_figure_is_not_the_figure(name: str, keys: list[CellKey], end: int) -> None:
    values = _wide(keys)
    if end == 2:
        values |= {key: f"{values[key]}7" for key in keys}
    assert not wrong(read(_text(values, dict.fromkeys(keys, 3), RENDERERS[name])), values)


@pytest.mark.parametrize("name", RENDERERS)
def test_heads_that_count_are_no_numbers_of_pages(name: str) -> None:
    """100, 101 and 102, each right above a row and far apart, would count pages elsewhere."""
    keys = [*map(_total, ROWS[3::9])]
    values = VALUES | {key: str(1004 + 10 * n) for n, key in enumerate(keys)}
    assert not wrong(read(_text(values, dict.fromkeys(keys, 3), RENDERERS[name])), values)


def test_two_heads_on_a_line() -> None:
    row = [key for key in VALUES if key.row_key == ROWS[5]]
    values = _wide([row[0], row[6]])
    shown = values | {key: values[key][3:] for key in (row[0], row[6])}
    lines = report(printed(shown), running).split("\n")
    own = " ".join(shown[key] for key in row)
    (at,) = [n for n, line in enumerate(lines) if line.endswith(own)]
    lines[at:at] = [f"{values[row[0]][:3]} {values[row[6]][:3]}"]
    assert not wrong(read("\n".join(lines)), values)


def test_a_head_stands_over_its_own_column() -> None:
    key = _total(ROWS[9])
    values = _wide([key])
    found = reported(read(_text(values, {key: 3}, _places)))
    assert {each for each in VALUES if each.row_key == ROWS[9] and each != key} <= found
    assert key not in found


@pytest.mark.parametrize("name", ["running", "tsv"])
def test_digits_fewer_than_those_of_a_columns_figures_are_no_heads(name: str) -> None:
    """A column that holds 203 does not break 1299 behind 12."""
    key = _total(ROWS[9])
    values = VALUES | {key: f"12{VALUES[key]}"}
    found = reported(read(_text(values, {key: 2}, RENDERERS[name])))
    assert {each for each in VALUES if each.row_key == ROWS[9]} <= found


@pytest.mark.parametrize("number", ["— 12 —", "第12页"])
def test_the_number_of_a_page_above_a_row_is_no_head(number: str) -> None:
    small = {key: str(int(text) % 7) for key, text in VALUES.items()}
    text = report(printed(small), running)
    at = text.index("（七）总计")
    found = read(f"{text[:at]}{number}\n{text[at:]}")
    assert {key for key in small if key.row_key == "total_handled"} <= reported(found)


def test_numbers_that_count_pages_above_rows_and_elsewhere_are_no_heads() -> None:
    small = {key: str(int(text) % 7) for key, text in VALUES.items()}
    text = report(printed(small), running)
    for number, words in (
        ("11", "二、主动公开"),
        ("12", "4.保护第三方"),
        ("13", "（七）总计"),
        ("14", "五、存在"),
    ):
        assert words in text
        text = text.replace(words, f"{number}\n{words}", 1)
    found = read(text)
    assert not wrong(found, small)
    assert reported(found, "3") == {key for key in small if key.table_no == "3"}
