"""Table 3 under a header that lost letters, and with fewer columns than the form has."""

from __future__ import annotations

import pytest

from schemas.form import forms
from tests.extract.damage import (
    CORNER,
    GROUP,
    NAMES,
    VALUES,
    Render,
    text_of,
    third,
)
from tests.extract.printed import (
    closed,
    codes,
    html,
    one_a_line,
    read,
    reported,
    running,
    tab_cells,
    tsv,
    wrong,
)
from tests.turns import in_turn

CUT = [["申请人情况"], ["自然人", GROUP], ["商业企业", "科研机构", "社会公益组", "法律服务机"]]


def test_header_whose_ends_were_cut_off() -> None:
    reading = read(text_of(third(list, *CUT)))
    assert len(reported(reading)) == len(VALUES)
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize(
    "order",
    [[1, 0, 2, 3, 4, 5, 6], [0, 2, 1, 3, 4, 5, 6], [6, 0, 1, 2, 3, 4, 5]],
    ids=["first two", "in the group", "total first"],
)
def test_exchanged_columns_below_a_cut_header(order: list[int]) -> None:
    """The header names the columns as they stand, all but the last letters."""
    names = [NAMES[i] for i in order]
    cut = [[CORNER, *[name[:-1] if len(name) > 4 else name for name in names[:-2]]]]
    reading = read(text_of(third(lambda row: [row[0], *(row[1 + i] for i in order)], *cut)))
    assert not wrong(reading, VALUES)


def test_cut_header_over_rows_that_lack_a_figure() -> None:
    reading = read(text_of(third(lambda row: row[:-1], *CUT)))
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("render", [running, closed, tab_cells, html], ids=lambda f: f.__name__)
def test_organisations_in_one_column(render: Render) -> None:
    reading = read(text_of(third(lambda r: [*r[:2], "77", r[-1]], ["项目", "自然人", GROUP, "总计"]), render))
    assert {key.col_key for key in reported(reading, "3")} == {"natural_person", "total"}
    assert len(reported(reading, "3")) == 50
    assert not wrong(reading, VALUES)
    assert "header-unclear" in codes(reading)


@pytest.mark.parametrize("render", [running, closed], ids=lambda f: f.__name__)
def test_only_totals(render: Render) -> None:
    reading = read(text_of(third(lambda r: [r[0], r[-1]], ["项目", "数量（件）"]), render))
    assert {key.col_key for key in reported(reading, "3")} == {"total"}
    assert len(reported(reading, "3")) == 25
    assert not wrong(reading, VALUES)


@in_turn
@pytest.mark.parametrize(
    ("header", "kept"),
    [
        (["项目", "自然人", GROUP, "总计"], [1, 7]),  # a cell of each row vanished
        (["项目", "总计", GROUP, "自然人"], [1, 3, 7]),
        (["项目", "自然人", "总计", GROUP], [1, 3, 7]),
        (["项目", *NAMES], [1, 3, 7]),
        (["项目", *NAMES], [7]),
        (["项目", "总计"], [1]),
        (["项目", "自然人"], [7]),
    ],
)
@pytest.mark.parametrize("render", [running, closed, one_a_line], ids=lambda f: f.__name__)
def test_fewer_columns_that_no_header_proves(header: list[str], kept: list[int], render: Render) -> None:
    reading = read(text_of(third(lambda r: [r[0], *(r[i] for i in kept)], header), render))
    assert not wrong(reading, VALUES)


def test_no_total_column() -> None:
    header = [[CORNER], ["自然人", GROUP], NAMES[1:6]]
    reading = read(text_of(third(lambda r: r[:-1], *header)))
    assert len(reported(reading, "3")) == 25 * 6
    assert not wrong(reading, VALUES)
    # a header that names the total says that a figure is lacking in each row
    named = read(text_of(third(lambda r: r[:-1], [CORNER], ["自然人", GROUP, "总计"], NAMES[1:6])))
    assert not reported(named, "3")


def test_sum_of_a_group_that_is_named_as_the_total_is() -> None:
    header = [[CORNER], ["自然人", GROUP, "总计"], [*NAMES[1:6], "总计"]]
    reading = read(text_of(third(lambda r: [*r[:-1], "88", r[-1]], *header)))
    assert len(reported(reading)) == len(VALUES)
    assert not wrong(reading, VALUES)


@in_turn
@pytest.mark.parametrize("sign", ["、", "和", "/", "，"])
@pytest.mark.parametrize("render", [closed, tab_cells, html], ids=lambda f: f.__name__)
def test_two_columns_that_a_filer_merged(render: Render, sign: str) -> None:
    """The header names both in one cell: whose their figures are is not told, the others are."""
    header = [[CORNER, "自然人", GROUP, "总计"], [NAMES[1], sign.join(NAMES[2:4]), *NAMES[4:6]]]
    reading = read(text_of(third(lambda r: [*r[:3], "77", *r[5:]], *header), render))
    assert not wrong(reading, VALUES)
    kept = {"natural_person", "commercial", "legal_service", "other_org", "total"}
    assert {key.col_key for key in reported(reading, "3")} == kept


@pytest.mark.parametrize("render", [closed, tab_cells, html], ids=lambda f: f.__name__)
def test_merged_columns_that_are_no_neighbours(render: Render) -> None:
    header = [[CORNER, "自然人", GROUP, "总计"], ["、".join([NAMES[1], NAMES[3]]), NAMES[2], *NAMES[4:6]]]
    reading = read(text_of(third(lambda r: [r[0], r[1], "77", r[3], *r[5:]], *header), render))
    assert not reported(reading, "3")


KEPT = {"natural_person", "commercial", "legal_service", "other_org", "total"}
MERGED = ["自然人", NAMES[1], "、".join(NAMES[2:4]), *NAMES[4:6], "总计"]


@pytest.mark.parametrize("render", [tsv, closed], ids=lambda f: f.__name__)
def test_merged_columns_in_a_sheet_wider_than_its_table(render: Render) -> None:
    pad = [""] * 6
    header = [["", "自然人", GROUP, *[""] * 3, "总计", *pad], ["", "", *MERGED[1:-1], "", *pad]]
    reading = read(text_of(third(lambda r: [*r[:3], "77", *r[5:], *pad], *header), render))
    assert not wrong(reading, VALUES)
    assert {key.col_key for key in reported(reading, "3")} == KEPT


@pytest.mark.parametrize("render", [tsv, closed], ids=lambda f: f.__name__)
def test_merged_columns_below_labels_that_are_printed_in_every_cell(render: Render) -> None:
    note = forms()["2021"].table("3").note or ""
    header = [[note, "自然人", *[GROUP] * 4, "总计"], [note, *MERGED]]
    reading = read(text_of(third(lambda r: [*r[:3], "77", *r[5:]], *header), render))
    assert not wrong(reading, VALUES)
    assert {key.col_key for key in reported(reading, "3")} == KEPT
