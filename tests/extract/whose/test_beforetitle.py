"""What stands on a title's line in front of it: letters' numbers, persons, days, brackets, and the letter that sends the report."""

from __future__ import annotations

import pytest

from tests.extract.titled import SIGNATURE, TEXT, entitled

NAME = "青岚县林业局"
TITLE = f"{NAME}2022年政府信息公开工作年度报告"
UNSIGNED = TEXT.replace(SIGNATURE, "")


@pytest.mark.parametrize(
    "line",
    [
        f"青林发〔2023〕3号 签发人：李青石 {TITLE}",
        f"青林字[2023]5号 {TITLE}",
        f"青林发〔2023〕3号{TITLE}",
        f"青林发 [2023] 3號 簽發人：李青石 2022年{NAME} 政府信息公開工作年度報告",
        f"签发人：李青石 {TITLE}",
        f"来源：{NAME} 作者：李青石 {TITLE}",
        f"审核：李青石 编辑：石泷 {TITLE}",
        f"2023年1月12日 {TITLE}",
        f"2023-01-12 10:20 点击：33 {TITLE}",
        f"字体：[大 中 小] {TITLE}",
        f"【{NAME}】2022年政府信息公开工作年度报告",
        f"（{NAME}）2022年政府信息公开工作年度报告",
        f"【年报】{TITLE}",
        f"公开单位：{NAME} 2022年政府信息公开工作年度报告",
        f"{NAME}\n关于报送2022年度政府信息公开工作年度报告的报告",
        f"{NAME}关于上报2022年政府信息公开工作年度报告的函",
        f"{NAME}关于印发2022年政府信息公开工作年度报告的通知",
        f"{NAME}\n关于公布2022年政府信息公开工作年度报告的公告",
        f"关于{TITLE}的公示",
        f"{NAME}关于2022年政府信息公开工作年度报告的公告",
        f"关于公布{TITLE}的公示",
        f"来源：{NAME}\n\n关于{TITLE}的公示\n现公布{TITLE}。如有疑问，请与本机关联系。",
        f"{TITLE}的公示现公布{TITLE}。如有疑问，请与本机关联系。",
    ],
)
def test_what_stands_before_a_title_is_none_of_it(line: str) -> None:
    found = entitled(line, text=UNSIGNED)
    assert (found["agency"], found["report_year"]) == (NAME, 2022)


@pytest.mark.parametrize("label", ["签发人", "作者", "责任编辑"])
def test_a_person_glued_to_the_name_leaves_it_unknown(label: str) -> None:
    found = entitled(f"{label}：李青石{TITLE}", text=UNSIGNED)
    assert (found["agency"], found["report_year"]) == (None, 2022)


def test_a_notice_that_asks_for_reports_is_no_letter_with_one() -> None:
    asks = f"{NAME}关于报送2022年政府信息公开工作年度报告的通知"
    assert entitled(f"{asks}\n石泷镇人民政府2021年政府信息公开工作年度报告", text=UNSIGNED)["agency"] != NAME


@pytest.mark.parametrize("verb", ["做好", "对"])
def test_a_notice_of_what_is_to_be_done_with_a_report_names_no_agency(verb: str) -> None:
    found = entitled(f"关于{verb}{TITLE}的公示", text=UNSIGNED)
    assert found["agency"] in (None, NAME)
