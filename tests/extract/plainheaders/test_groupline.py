"""Columns of a group that stand in another order, named all on one line of a plain header."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from schemas.form import forms
from tests.extract.printed import (
    Part,
    Rows,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    running,
    wrong,
)

VALUES = figures()
UPPER = ["自然人", "法人或其他组织", "总计"]
COLUMNS = list(forms()["2021"].table("3").columns)
LABELS = {c.key: c.zh for c in COLUMNS}
THIRD = {key for key in VALUES if key.table_no == "3"}


def turned(order: Sequence[str]) -> list[Part]:
    """Table 3 with its columns in another order, by their labels; all else as in the form."""
    places = [[LABELS[c.key] for c in COLUMNS].index(label) for label in order]
    return [
        Part(p.table_no, p.header, [[row[0], *(row[1 + at] for at in places)] for row in p.rows], p.keys)
        if p.table_no == "3"
        else p
        for p in printed(VALUES)
    ]


def read_under(header: Rows, group: Sequence[str], render: object = running) -> object:
    """A reading of the table whose group of columns stands in an order, under some lines of a header."""
    parts = turned(["自然人", *group, "总计"])
    return read(report(parts, render, header=lambda p: header if p.table_no == "3" else p.header))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "group",
    [
        ["科研机构", "商业企业", "社会公益组织", "法律服务机构", "其他"],
        ["商业企业", "社会公益组织", "科研机构", "法律服务机构", "其他"],
        ["其他", "商业企业", "科研机构", "社会公益组织", "法律服务机构"],
    ],
)
def test_a_line_that_names_the_whole_group_tells_its_order(group: list[str]) -> None:
    reading = read_under([["申请人情况"], UPPER, group], group)
    assert not wrong(reading, VALUES)  # type: ignore[arg-type]
    told = group[0] != "其他"  # a short label in front may be one that no line was broken in
    assert (reported(reading, "3") == THIRD) is told  # type: ignore[arg-type]


def test_pieces_of_labels_go_on_below_in_their_order() -> None:
    group = ["商业企业", "社会公益组织", "科研机构", "法律服务机构", "其他"]
    header = [
        ["申请人情况"],
        UPPER,
        ["商业", "社会", "科研", "法律", "其他"],
        ["企业", "公益", "机构", "服务"],
    ]
    header += [["组织", "机构"]]
    reading = read_under(header, group)
    assert not wrong(reading, VALUES)  # type: ignore[arg-type]
    assert reported(reading, "3") == THIRD  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "header",
    [
        # the rests of labels stand in the order of the form, and so may the figures
        [UPPER, ["商业", "社会", "科研", "法律", "其他"], ["企业", "机构", "公益", "服务"], ["组织", "机构"]],
        # labels of three lines begin above those of two
        [UPPER, ["社会公益组织", "法律服务机构", "商业企业", "科研机构", "其他"]],
        # where the group stands is not told, or told otherwise
        [["商业企业", "社会公益组织", "科研机构", "法律服务机构", "其他"]],
        [
            ["法人或其他组织", "自然人", "总计"],
            ["商业企业", "社会公益组织", "科研机构", "法律服务机构", "其他"],
        ],
    ],
)
def test_a_line_that_may_not_go_from_left_to_right_tells_nothing(header: Rows) -> None:
    """The figures stand as in the form."""
    reading = read_under(
        [["申请人情况"], *header], ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
    )
    assert not wrong(reading, VALUES)  # type: ignore[arg-type]


def test_a_wrong_letter_in_a_label_leaves_the_order_known() -> None:
    group = ["商业企业", "社会公益组织", "科研机构", "法律报务机构", "其他"]
    header = [[text] for text in ("申请人情况", *UPPER, *group)]
    right = [*group[:3], "法律服务机构", "其他"]
    reading = read_under(header, right, one_a_line)
    assert not wrong(reading, VALUES)  # type: ignore[arg-type]
    assert reported(reading, "3") == THIRD  # type: ignore[arg-type]


@pytest.mark.parametrize("strange", ["金融服务机构", "法律顾问机构", "社会服务机构"])
def test_a_label_of_another_column_is_no_slip(strange: str) -> None:
    group = ["商业企业", "社会公益组织", "科研机构", strange, "其他"]
    header = [[text] for text in ("申请人情况", *UPPER, *group)]
    right = [*group[:3], "法律服务机构", "其他"]
    reading = read_under(header, right, one_a_line)
    assert not {key for key in reported(reading, "3") if key.col_key not in ("natural_person", "total")}  # type: ignore[arg-type]
