"""Bounds of a table that are the form's own change nothing in it; those that are not, or of another table, do."""

from __future__ import annotations

import pytest

from tests.extract.anothers.test_unexplained import CODE, VALUES, of, with_note
from tests.extract.printed import GRIDS, HEADINGS, codes, printed, read, report, reported, wrong

ABOVE = [
    ("2", "下表仅填《条例》要求的项目。"),
    ("2", "下表只列法定公开事项。"),
    ("2", "注：本表“规章”指部门规章和地方政府规章。"),
    ("2", '注：表中"0"表示没有发生，不是漏报。'),
    ("2", "以下数据包括我局机关各科室和各派出机构。"),
    ("3", "下表反映我局（含所属事业单位）2022年情况。"),
    ("3", "以下数据均为我局数据，不含其他部门。"),
    ("3", "（按申请人类型划分）"),
    ("3", '说明：区分处理的，只计"部分公开"，不计其他情形。'),
    ("4", "说明：以一审受理日期为准统计。"),
    ("4", "注：本表不含我局作为第三人参加诉讼的案件。"),
    ("4", "注：不含刑事案件。"),
]
BELOW = [
    ("2", "注：不含会议纪要、转发文件。"),
    ("2", "注：以上只统计主动公开的文件。"),
    ("2", "表内为剔除重复件后的数据。"),
    ("2", "表中为我局保留事项的许可数。"),
    ("2", "说明：现行有效件数为截至2022年底的累计数，不限于当年制发。"),
    ("3", "注：一份申请书提出多项内容的，按1件计算。"),
    ("3", "注：不含主动公开的政府信息。"),
    ("3", "注：未包含2023年收到的申请。"),
    ("3", "注：不含向其他机关提出的申请。"),
    ("3", "注：只统计政府信息公开申请，不含其他事项。"),
    ("3", "附注：本表由青岚县林业局编制并负责解释。"),
]
# Of the wrong table, of figures that are asked for, of others' parts.
OTHERS = [
    ("2", "注：不含主动公开的政府信息。"),
    ("3", "注：不含会议纪要。"),
    ("3", "注：不含其他。"),
    ("3", "注：不含网上申请。"),
    ("3", "注：未包含2022年9月以后收到的申请。"),
    ("3", "注：不含我局受理的申请。"),
    ("4", "注：不含行政复议案件。"),
    ("2", "表内为抽样后的数据。"),
    ("2", "表中为划转前办理数。"),
]


@pytest.mark.parametrize(("table", "note"), ABOVE)
def test_bounds_told_above(table: str, note: str) -> None:
    reading = read(with_note("tsv", table, note, below=False))
    assert CODE not in codes(reading)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize(("table", "note"), BELOW)
def test_bounds_told_below(table: str, note: str) -> None:
    reading = read(with_note("closed", table, note))
    assert CODE not in codes(reading)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize(("table", "note"), OTHERS)
def test_other_bounds(table: str, note: str) -> None:
    reading = read(with_note("tsv", table, note, below=table != "4"))
    assert not reported(reading) & of(table)


ROW = "一、本年新收政府信息公开申请数量"


@pytest.mark.parametrize(
    "words", ["（不含咨询）", "（不包括来电、留言）", "（不含上年结转）", "（不含转办件）"]
)
@pytest.mark.parametrize("layout", ["tsv", "markdown", "html"])
def test_what_a_label_leaves_out_that_nobody_asks_for(words: str, layout: str) -> None:
    reading = read(report(printed(VALUES), GRIDS[layout]).replace(ROW, ROW + words))
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("words", ["（不含网上申请）", "（含上年结转）", "（不含法人申请）"])
def test_what_a_label_leaves_out_that_is_asked_for(words: str) -> None:
    reading = read(report(printed(VALUES), GRIDS["tsv"]).replace(ROW, ROW + words))
    assert not reported(reading) & of("3", row="new_received")


def test_a_sum_that_leaves_out_what_was_carried_over() -> None:
    text = report(printed(VALUES), GRIDS["tsv"]).replace("（七）总计", "（七）总计（不含上年结转）")
    assert not reported(read(text)) & of("3", row="total_handled")


@pytest.mark.parametrize(("words", "is_whole"), [("（不含信访件）", True), ("（不含网上申请）", False)])
def test_what_a_heading_leaves_out(words: str, is_whole: bool) -> None:
    text = report(printed(VALUES), GRIDS["tsv"]).replace(HEADINGS["3"], HEADINGS["3"] + words)
    assert reported(read(text)) == (set(VALUES) if is_whole else set(VALUES) - of("3"))


@pytest.mark.parametrize("layout", ["tsv", "closed", "html"])
def test_all_years(layout: str) -> None:
    """Said of a column that counts those of all years; of another it makes its figures others."""
    text = report(printed(VALUES), GRIDS[layout])
    figure = next(v for k, v in VALUES.items() if (k.row_key, k.col_key) == ("normative_docs", "in_force"))
    reading = read(text.replace(figure, f"{figure}（历年累计）"))
    assert reported(reading) == set(VALUES) and not wrong(reading, VALUES)
    (key,) = of("2", row="normative_docs", column="issued")
    reading = read(text.replace(VALUES[key], f"{VALUES[key]}（历年累计）"))
    assert reported(reading) == set(VALUES) - {key}
