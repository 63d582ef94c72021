"""Heads that name another kind than the form's column, and lines of the upper level in another order than the form's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.printed import closed, csv_rows, figures, printed, read, report, reported, tsv, wrong

VALUES = figures()
ALL = {key for key in VALUES if key.table_no == "3"}
HEADS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
ORGANISATIONS = ["commercial", "research", "social_org", "legal_service", "other_org"]


def _headed(heads: list[str]) -> list:
    return [
        replace(part, header=[["申请人情况", *heads]]) if part.table_no == "3" else part
        for part in printed(VALUES)
    ]


@pytest.mark.parametrize("cell", [tsv, closed, csv_rows])
@pytest.mark.parametrize(
    ("at", "head"),
    [
        (1, "国有企业"),
        (1, "外资企业"),
        (2, "医疗机构"),
        (3, "宗教组织"),
        (4, "养老服务机构"),
        (0, "后两项小计"),
    ],
)
def test_another_kind_is_not_the_form_s_column(cell, at: int, head: str) -> None:
    heads = [*HEADS[:at], head, *HEADS[at + 1 :]]
    keys = ["natural_person", *ORGANISATIONS, "total"]
    found = {key.col_key for key in reported(read(report(_headed(heads), cell)), "3")}
    assert keys[at] not in found


@pytest.mark.parametrize("cell", [tsv, closed])
@pytest.mark.parametrize(
    ("at", "head"), [(1, "商业企亚"), (1, "工商企业"), (2, "科硏机构"), (2, "研究机构"), (3, "社会组织")]
)
def test_a_wrong_letter_or_another_word_for_it_is(cell, at: int, head: str) -> None:
    heads = [*HEADS[:at], head, *HEADS[at + 1 :]]
    assert reported(read(report(_headed(heads), cell)), "3") == ALL


def _running(order: list[str], header: list[str]) -> str:
    standard = ["natural_person", *ORGANISATIONS, "total"]
    parts = []
    for part in printed(VALUES):
        if part.table_no == "3":
            rows = [[row[0], *(row[1 + standard.index(key)] for key in order)] for row in part.rows]
            parts.append(replace(part, header=[[line] for line in header], rows=rows))
        else:
            parts.append(part)
    return report(parts, lambda rows: [" ".join(filter(None, row)) for row in rows])


@pytest.mark.parametrize("corner", [["申请人情况"], []])
@pytest.mark.parametrize("apart", [" ", "\t", " | "])
@pytest.mark.parametrize("word", ["总计", "合计"])
@pytest.mark.parametrize("members", [HEADS[1:6], [" ".join(HEADS[1:6])]])
def test_the_sum_amid_the_upper_level_is_not_last(
    corner: list[str], apart: str, word: str, members: list[str]
) -> None:
    header = [apart.join([*corner, "自然人", word, "法人或其他组织"]), *members]
    assert not wrong(read(_running(["natural_person", "total", *ORGANISATIONS], header)), VALUES)


@pytest.mark.parametrize("apart", [" ", "\t", " | "])
def test_the_upper_level_in_the_order_of_the_form_is_read(apart: str) -> None:
    header = [apart.join(["申请人情况", "自然人", "法人或其他组织", "总计"]), *HEADS[1:6]]
    reading = read(_running(["natural_person", *ORGANISATIONS, "total"], header))
    assert not wrong(reading, VALUES)
    assert reported(reading, "3") == ALL
