"""Plain text in which a label stands without figures, or words stand in a cell: what is blank, in doubt, or absent."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    Rows,
    aligned,
    cells_of,
    change,
    codes,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    row_of,
    running,
    status_of,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
LABEL = row_of(PARTS, "denied_process_info")[0]
NEXT = row_of(PARTS, "denied_enforcement_file")
BLANK = change(PARTS, "denied_process_info", [LABEL, *[""] * 7])
KNOWN = len(VALUES) - 7


@pytest.mark.parametrize("render", [running, one_a_line, aligned], ids=lambda f: f.__name__)
def test_a_label_without_figures_between_whole_rows_is_a_blank_row(render) -> None:  # type: ignore[no-untyped-def]
    lines = [line for line in report(BLANK, render).split("\n") if render is not one_a_line or line.strip()]
    reading = read("\n".join(lines) if render is one_a_line else report(BLANK, render))
    assert status_of(reading, "3", "denied_process_info") == ["blank"] * 7
    assert len(reported(reading)) == KNOWN
    assert "row-absent" not in codes(reading)


@pytest.mark.parametrize(
    "between",
    [
        f"{LABEL}\n见下页",  # what else stands there may be a cell
        f"{LABEL}\n1 2 3",  # figures
        f"{LABEL}\n1 2 3 4 5 6 15",
    ],
)
def test_a_label_with_anything_else_is_no_blank_row(between: str) -> None:
    reading = read(report(BLANK, running).replace(LABEL, between))
    assert not {"blank", "absent"} & set(status_of(reading, "3", "denied_process_info"))
    assert not wrong(reading, {k: v for k, v in VALUES.items() if k.row_key != "denied_process_info"}) or (
        between.endswith("15")
    )


def test_figures_left_over_in_the_table_may_be_those_of_the_label() -> None:
    text = report(BLANK, running)
    last = " ".join(NEXT)
    for loose in ("4 4 4 4 4 4 24", "某行 4 4 4 4 4 4 24"):
        reading = read(text.replace(last, f"{last}\n{loose}"))
        assert set(status_of(reading, "3", "denied_process_info")) == {"uncertain"}


@pytest.mark.parametrize("loose", ["4 4 4 4 4 4 24", "4 4 4 4 4 24", "4\n4\n4\n4\n4\n4\n24"])
def test_figures_without_a_label_at_the_end_of_the_text_may_be_those_of_the_row(loose: str) -> None:
    reading = read(f"{report(BLANK, running)}\n{loose}")
    assert set(status_of(reading, "3", "denied_process_info")) == {"uncertain"}
    assert not wrong(reading, VALUES)


def test_a_row_beside_one_in_doubt_is_not_blank() -> None:
    reading = read(report(BLANK, running).replace(" ".join(NEXT), " ".join(NEXT[:-1])))
    assert set(status_of(reading, "3", "denied_process_info")) == {"uncertain"}
    assert set(status_of(reading, "3", "denied_enforcement_file")) == {"uncertain"}


def test_a_row_whose_label_is_nowhere_is_absent() -> None:
    lines = report(BLANK, running).split("\n")
    reading = read("\n".join(line for line in lines if not line.startswith(LABEL)))
    assert status_of(reading, "3", "denied_process_info") == ["absent"] * 7


# --- words in a cell


SAID = "本单位未制作规章"


def spread(rows: Rows) -> list[str]:
    return aligned(rows, step=24)


@in_turn
@pytest.mark.parametrize("at", [1, 2, 3])
@pytest.mark.parametrize("render", [running, one_a_line, spread], ids=lambda f: f.__name__)
def test_words_in_a_cell_leave_the_others(render, at: int) -> None:  # type: ignore[no-untyped-def]
    row = list(row_of(PARTS, "regulations", "2"))
    row[at] = SAID
    reading = read(report(change(PARTS, "regulations", row), render))
    status = status_of(reading, "2", "regulations")
    assert status == ["unparsed" if n == at else "reported" for n in (1, 2, 3)]
    assert not wrong(reading, VALUES)
    key = CellKey("2", "regulations", ("issued", "repealed", "in_force")[at - 1])
    assert cells_of(reading)[key]["raw"] == SAID


def test_words_over_the_only_cell_of_a_row() -> None:
    row = row_of(PARTS, "coercion", "2")
    reading = read(report(change(PARTS, "coercion", [row[0], "不涉及此类事项"]), running))
    assert status_of(reading, "2", "coercion") == ["unparsed"]
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize(
    "cells",
    [
        [SAID],  # over all columns, or in one and the others blank
        [SAID, "39"],
        ["本单位", "未制作规章", "39"],  # words with a space: not known how many cells
        ["含政府规章", "39", "40"],  # words that say more of the label, and a blank
    ],
)
def test_words_that_leave_a_cell_unknown(cells: list[str]) -> None:
    label = row_of(PARTS, "regulations", "2")[0]
    reading = read(report(change(PARTS, "regulations", [label, *cells]), running))
    assert "reported" not in status_of(reading, "2", "regulations")


def test_words_that_run_into_the_next_figure() -> None:
    row = row_of(PARTS, "regulations", "2")
    reading = read(report(change(PARTS, "regulations", [row[0], SAID, *row[2:]]), aligned))
    assert set(status_of(reading, "2", "regulations")) == {"uncertain"}


def test_a_change_without_its_figure_is_a_cell_between_figures() -> None:
    values = figures("2019")
    parts = printed(values, "2019")
    row = list(row_of(parts, "permits", "2"))
    row[2] = "增"
    for render in (running, one_a_line):
        reading = read(report(change(parts, "permits", row), render))
        assert status_of(reading, "2", "permits") == ["reported", "unparsed", "reported"]
        assert not wrong(reading, values)
    # a blank beside it, and a piece of a header: not known
    reading = read(report(change(parts, "permits", [row[0], row[1], "增"]), one_a_line))
    assert "reported" not in status_of(reading, "2", "permits")
