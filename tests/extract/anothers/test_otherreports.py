"""What was wrong with an earlier report's tables, and put right, leaves this one's as they are."""

from __future__ import annotations

import pytest

from tests.extract.anothers.test_unexplained import VALUES, of
from tests.extract.printed import GRIDS, printed, read, report, reported

LAST = "业务培训还不够经常，将逐步补上。"
TEXT = report(printed(VALUES), GRIDS["tsv"])


@pytest.mark.parametrize(
    "said",
    [
        "对2021年度报告表三填报错误，我局已作更正。",
        "去年年报第三部分数据有误，已重新公布。",
        "2021年政府信息公开工作年度报告中表二、表三个别数据有误，已于2022年3月重新发布。",
        "上年度报告第四部分表格填报错误问题已整改到位。",
    ],
)
def test_an_earlier_report(said: str) -> None:
    assert reported(read(TEXT.replace(LAST, f"{LAST}{said}"))) == set(VALUES)


@pytest.mark.parametrize(
    "said",
    [
        "第三部分表格数据系2021年度报告表三的数据。",
        "本报告第三部分表格数据有误。",
        "2022年度报告表三数据有误，将另行更正。",
        "因台账移交，沿用2021年度报告表三数据。",
        "上年度报告表三数据有误，第三部分表格数据同样有误。",
    ],
)
def test_the_report_itself(said: str) -> None:
    assert not reported(read(TEXT.replace(LAST, f"{LAST}{said}"))) & of("3")
