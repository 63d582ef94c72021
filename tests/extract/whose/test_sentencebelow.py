"""The agency of a report of which title and first sentences stand below the tables, and of one whose page has a running head."""

from __future__ import annotations

import time

import pytest

from assets.extract.labels import joined
from assets.extract.whose.sentencebelow import drawn_up_below
from tests.extract.printed import figures, printed, read, report, running
from tests.turns import in_turn

SAID = "根据《中华人民共和国政府信息公开条例》第五十条规定，{}编制本报告。本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。"
BODY = report(printed(figures()), running, title="").replace("青岚县林业局\n2023年1月20日\n", "")


def _agency(text: str) -> str | None:
    return read(text).reports[0].get("agency")


@in_turn
@pytest.mark.parametrize("agency", ["青岚县林业局", "青岚县人民政府", "青岚县永安镇人民政府"])
@pytest.mark.parametrize("title", ["{}2022年政府信息公开工作年度报告", "2022年政府信息公开工作年度报告"])
def test_the_sentence_stands_below_the_tables(agency: str, title: str) -> None:
    assert _agency(f"{BODY}\n{title.format(agency)}\n{SAID.format(agency)}\n2023年1月20日\n") == agency


def test_two_agencies_say_so() -> None:
    text = f"{BODY}\n{SAID.format('青岚县林业局')}\n{SAID.format('青岚县水利局')}\n"
    assert drawn_up_below(text.split("\n"), 5) is None


def test_the_title_above_the_tables_names_another() -> None:
    title = "青岚县水利局2022年政府信息公开工作年度报告\n"
    assert _agency(f"{title}{BODY}\n{SAID.format('青岚县林业局')}\n") == "青岚县水利局"


def test_no_sentence_of_the_report() -> None:
    said = "根据《政府信息公开条例》规定，市政府办公室印发通知，要求县林业局编制本单位报告"
    assert drawn_up_below([*BODY.split("\n"), said], 5) is None
    assert drawn_up_below(BODY.split("\n"), None) is None


def test_a_running_head_above_the_menu_of_a_page() -> None:
    head = ["1/20/23, 6:40 PM", "2022 年政府信息公开工作年度报告", "", "首页", "政府信息公开", "政务服务", ""]
    head += [
        "当前位置：首页 > 政府信息公开年报",
        "",
        "青岚县林业局",
        "",
        "2022 年政府信息公开工作年度报告",
        "",
    ]
    assert _agency("\n".join(head) + BODY) == "青岚县林业局"


def test_time_is_linear() -> None:
    lines = ["", "根据《政府信息公开条例》" + "规定，某局" * 20_000, *["按照《条例》规定"] * 5_000]
    start = time.perf_counter()
    drawn_up_below(lines, 1)
    assert time.perf_counter() - start < 2 and joined(lines)
