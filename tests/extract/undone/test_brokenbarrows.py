"""Rows that bars fill up, whose cells end where paragraphs do (assets/extract/undone/bars/brokenbarrows.py)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.undone.bars.brokenbarrows import with_rows_filled_up
from schemas.form import CellKey, forms
from tests.extract.printed import HEADINGS, TITLE, Figures, figures, read, reported, status_of, wrong
from tests.turns import in_turn

VALUES = figures()
GROUPED = {"denied_state_secret", "unable_not_held", "rejected_petition", "other_overdue_correction"}
# a row: its words, its figures, and the columns that its wider cells cover
_Row = tuple[list[str], list[str], int]
_Write = Callable[[_Row], list[str]]


def tables(values: Figures) -> dict[str, list[_Row]]:
    """The tables of the form as pages have them, wider cells written once."""
    second, third, fourth = forms()["2021"].tables
    out: dict[str, list[_Row]] = {"2": [], "3": [], "4": []}
    for block in second.blocks:
        assert block.clause
        covered = 3 - len(block.columns)
        out["2"] += [([block.clause.zh], [], 3), (["信息内容", *(c.zh for c in block.columns)], [], covered)]
        for row in block.rows:
            out["2"].append(
                ([row.zh], [values[CellKey("2", row.key, c.key)] for c in block.columns], covered)
            )
    (block,) = third.blocks
    names = [c.zh for c in block.columns]
    out["3"] = [
        (["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况"], [], 8),
        ([names[0], "法人或其他组织", names[-1]], [], 7),
        (names[1:-1], [], 5),
    ]
    for row in block.rows:
        group = (
            ["三、本年度办理结果"]
            if row.key == "granted"
            else ["（三）不予公开"]
            if row.key in GROUPED
            else []
        )
        own = [values[CellKey("3", row.key, c.key)] for c in block.columns]
        out["3"].append(([*group, row.zh], own, 2 - len(group)))
    (block,) = fourth.blocks
    columns = [c.zh for c in block.columns]
    out["4"] = [
        (["行政复议", "行政诉讼"], [], 13),
        ([*columns, "未经复议直接起诉", "复议后起诉"], [], 8),
        (columns * 2, [], 5),
        ([], [values[CellKey("4", row.key, c.key)] for row in block.rows for c in block.columns], 0),
    ]
    return out


def page(
    values: Figures, write: _Write, change: Callable[[list[str]], list[str]] = lambda lines: lines
) -> str:
    lines = [TITLE, "一、总体情况", "全年工作平稳，各项制度得到落实。"]
    for no, rows in tables(values).items():
        lines += [HEADINGS[no], *change([line for row in rows for line in write(row)])]
    return "\n".join([*lines, "五、存在的主要问题及改进情况", "业务培训还不够经常，将逐步补上。"])


def labels_on_lines(row: _Row) -> list[str]:
    words, own, covered = row
    lines = [f"{word} |" for word in words]
    if own:
        lines.append((" | ".join(own) + " |").replace("|  |", "| |").replace("|  |", "| |"))
    return [*lines[:-1], lines[-1] + (" " + "|" * covered if covered else "")]


def bar_first(row: _Row) -> list[str]:
    words, own, covered = row
    first, *others = [*words, *own]
    lines = [f"| {first}", "|"] if first else ["|"]
    lines += [line for cell in others for line in ([cell, "|"] if cell else ["|"])]
    return [*lines, "|" * covered] if covered else lines


def bars_below(row: _Row) -> list[str]:
    return [line.removeprefix("| ") for line in bar_first(row)]


def a_figure_a_paragraph(row: _Row) -> list[str]:
    """A row one of whose figures is a paragraph, too, behind a label of two."""
    words, own, covered = row
    words = [f"{word[:5]}\n{word[5:]}" if word[5:] else word for word in words]
    return [*(f"{cell} |" for cell in (*words, own[0])), *labels_on_lines(([], own[1:], covered))]


WRITERS: list[_Write] = [labels_on_lines, bar_first, bars_below]


@in_turn
@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\t\n\t"])
def test_such_rows_are_read(write: _Write, between: str) -> None:
    text = page(VALUES, write, lambda lines: between.join(lines).split("\n"))
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_figures_and_labels_of_several_paragraphs_are_read() -> None:
    def write(row: _Row) -> list[str]:
        is_one = len(row[1]) > 1 and "1" in "".join(row[0])
        return a_figure_a_paragraph(row) if is_one else labels_on_lines(row)

    reading = read(page(VALUES, write))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("write", WRITERS)
def test_blank_cells_are_in_their_places(write: _Write) -> None:
    for blank in ("research", "total"):
        values = {k: "" if k.col_key == blank and k.table_no == "3" else v for k, v in VALUES.items()}
        values |= {k: "" for k in VALUES if k.row_key in ("permits", "review")}
        reading = read(page(values, write))
        assert not wrong(reading, values)
        assert reported(reading) == {k for k in values if values[k]}
        assert set(status_of(reading, "2", "permits") + status_of(reading, "4", "review")) == {"blank"}


@pytest.mark.parametrize("write", WRITERS)
def test_blank_cells_that_went_to_the_end_of_their_row_have_no_place(write: _Write) -> None:
    moved = {CellKey("2", "regulations", "issued"), CellKey("3", "partially_granted", "commercial")}
    values = {k: "" if k in moved else v for k, v in VALUES.items()}

    def without_blanks(row: _Row) -> list[str]:
        words, own, covered = row
        kept = [cell for cell in own if cell]
        return write((words, kept, covered + len(own) - len(kept)))

    reading = read(page(values, without_blanks))
    of_rows = {k for k in values if k.row_key in {m.row_key for m in moved}}
    assert not reported(reading) & of_rows
    assert not wrong(reading, values)
    assert reported(reading) >= {k for k in values if k.table_no == "3"} - of_rows


@pytest.mark.parametrize("write", WRITERS)
def test_a_cell_too_few_or_too_many_leaves_no_wrong_figure(write: _Write) -> None:
    for key in (
        CellKey("2", "normative_docs", "issued"),
        CellKey("3", "granted", "commercial"),
        CellKey("3", "denied_other_law", "total"),
        CellKey("4", "review", "corrected"),
    ):
        for count in (0, 2):

            def damaged(row: _Row, key: CellKey = key, count: int = count) -> list[str]:
                words, own, covered = row
                cells = [c for cell in own for c in [cell] * (count if cell == VALUES[key] else 1)]
                return write((words, cells, covered))

            text = page(VALUES, damaged)
            assert text != page(VALUES, write)
            assert not wrong(read(text), {**VALUES, key: VALUES[key] if count else ""})


def test_rows_of_other_notations_stay() -> None:
    rows = [(["行政许可"], [str(n), "2", "3"], 0) for n in range(9)]
    a_cell_a_line = [f"{cell} |" for words, own, _ in rows for cell in [*words, *own]]
    closed = [f"| {words[0]} | {' | '.join(own)} |" for words, own, _ in rows]
    bars_before = [line for words, own, _ in rows for line in [words[0], *(f"| {cell}" for cell in own), "|"]]
    without_width = [line for row in rows for line in bar_first(row)]
    for lines in (a_cell_a_line, closed, bars_before, without_width):
        assert with_rows_filled_up(lines) == lines


@in_turn
@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("at", [0, 3, 6])
def test_a_blank_cell_too_many_gives_no_figure_another_column(write: _Write, at: int) -> None:
    """The row has the width of the others by it, and nothing but one bar of two is left of what fills it up."""
    label = next(row.zh for row in forms()["2021"].table("3").rows if row.key == "denied_three_securities")

    def longer(row: _Row) -> list[str]:
        words, own, covered = row
        if words == [label]:
            return write((words, [*own[:at], "", *own[at:-1], ""], covered - 1))
        return write(row)

    assert not wrong(read(page(VALUES, longer)), VALUES)


def a_cell_a_line(row: _Row) -> list[str]:
    """`0 |`, and what fills the row up on a line of its own."""
    words, own, covered = row
    lines = [f"{cell} |" if cell else "|" for cell in (*words, *own)]
    return [*lines, "|" * covered] if covered else lines


@in_turn
@pytest.mark.parametrize("write", [bars_below, a_cell_a_line])
@pytest.mark.parametrize("fault", ["lost", "twice", "joined", "line lost"])
@pytest.mark.parametrize("blank", [None, "research"])
def test_one_bar_lost_or_too_many_costs_its_row(write: _Write, fault: str, blank: str | None) -> None:
    rows = {"denied_three_securities", "rejected_repeat"}
    values = {k: "" if k.col_key == blank and k.row_key in rows else v for k, v in VALUES.items()}
    label = next(row.zh for row in forms()["2021"].table("3").rows if row.key == "denied_three_securities")

    def damaged(row: _Row) -> list[str]:
        lines = write(row)
        if row[0] != [label]:
            return lines
        at = next(n for n, line in enumerate(lines) if line.startswith(row[1][1]))
        bar = at + (write is bars_below)
        if fault == "twice":
            return [*lines[:bar], "|", *lines[bar:]]
        if fault == "line lost":
            return lines[: bar - 1] + lines[bar:]
        if fault == "joined":
            return [*lines[:bar], lines[bar] + lines[bar + 1], *lines[bar + 2 :]]
        lost = lines[bar].replace("|", "").strip()
        return [*lines[:bar], *([lost] if lost else []), *lines[bar + 1 :]]

    text = page(values, damaged)
    assert text != page(values, write)
    reading = read(text)
    known = {
        k: "" if fault == "line lost" and v == row_value(values, label) else v for k, v in values.items()
    }
    assert not wrong(reading, known)
    others = {k for k in values if values[k] and k.row_key != "denied_three_securities"}
    assert others <= reported(reading)


def row_value(values: Figures, label: str) -> str:
    """The second figure of a row of table 3."""
    row = next(row.key for row in forms()["2021"].table("3").rows if row.zh == label)
    return values[CellKey("3", row, "commercial")]


def test_where_several_rows_have_a_bar_too_many_none_is_counted() -> None:
    def longer(row: _Row) -> list[str]:
        lines = a_cell_a_line(row)
        return [*lines[:2], "|", *lines[2:]] if len(row[1]) == 7 and begins_odd(row) else lines

    reading = read(page(VALUES, longer))
    assert not wrong(reading, VALUES)


def begins_odd(row: _Row) -> bool:
    return bool(int(row[1][0]) % 2)


def test_a_bar_alone_behind_the_last_row() -> None:
    labels = {row.key: row.zh for row in forms()["2021"].table("3").rows}

    def damaged(row: _Row) -> list[str]:
        lines = a_cell_a_line(row)
        if row[0] == [labels["denied_three_securities"]]:
            return [*lines[:3], "|", *lines[3:]]
        return [*lines, "|"] if row[0] == [labels["carried_forward"]] else lines

    reading = read(page(VALUES, damaged))
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) >= len(VALUES) - 2 * 7
