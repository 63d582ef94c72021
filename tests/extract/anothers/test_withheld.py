"""A section that says that its figures are not in the report: a table of it that was read elsewhere is another's."""

from __future__ import annotations

import pytest

from tests.extract.anothers.test_notown import above, whole
from tests.extract.odd import LAYOUTS, PARTS, VALUES
from tests.extract.printed import HEADINGS, codes, read, report, reported, wrong

LATER = "附件：\n依申请公开分类统计\n"


def withheld(words: str, layout: str = "tsv", table_no: str = "3") -> str:
    """A report without one of its tables, `words` in its place, and the table below the end."""
    render = LAYOUTS[layout]
    rows = [row for part in PARTS if part.table_no == table_no for row in (*part.header, *part.rows)]
    shown = "\n".join(render(rows))
    text = report(PARTS, render)
    assert shown in text
    return text.replace(shown, words, 1) + LATER + shown + "\n"


@pytest.mark.parametrize("layout", ["tsv", "markdown", "running"])
@pytest.mark.parametrize(
    "words", ["（略）", "略。", "本机关2022年数据正在统计，另行公布。", "2022年我局情况另表公布。"]
)
def test_a_table_below_the_end_is_a_copy(words: str, layout: str) -> None:
    reading = read(withheld(words, layout))
    assert not wrong(reading, VALUES)
    assert not reported(reading, "3")
    assert reported(reading) == {key for key in VALUES if key.table_no != "3"}
    assert "table-of-another" in codes(reading)


@pytest.mark.parametrize(
    "words", ["见附件。", "详见附件1。", "具体情况见附表。", "", "所属学校情况另行公布。"]
)
def test_tables_that_stand_in_an_annex_are_read(words: str) -> None:
    reading = read(withheld(words))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize(
    "words",
    [
        "（文字说明略）",
        "公共企事业单位信息公开数据另行公布。",
        "上表不含所属公共企事业单位情况，其年报另行发布。",
        "申请的具体情况见下表，部分解读另行公布。",
        "略",
    ],
)
def test_what_is_withheld_beside_a_table_is_not_the_table(words: str) -> None:
    whole(above("3", words))


def test_a_heading_below_its_table() -> None:
    own = report(PARTS, LAYOUTS["tsv"])
    late = own.replace(HEADINGS["2"] + "\n", "", 1) + f"\n{HEADINGS['2']}\n略。\n"
    assert reported(read(late), "2") == reported(read(own.replace(HEADINGS["2"] + "\n", "", 1)), "2")


def test_a_copy_in_front_of_the_report() -> None:
    body, _, table = withheld("2022年我局情况另表公布。").partition(LATER)
    reading = read(f"附表：征地拆迁类申请\n{table}\n{body}")
    assert not reported(reading, "3")
