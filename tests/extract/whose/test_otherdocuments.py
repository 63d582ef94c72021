"""Documents of other kinds that name a yearly report are none; reports beside such words, or without tables, are."""

from __future__ import annotations

import pytest

from tests.extract.printed import TITLE, read

SAID = "发布2022年政府信息公开工作年度报告，制定规范性文件6件，办理行政许可12件。\n"
NAMED = "按时发布《青岚县财政局2022年政府信息公开工作年度报告》。\n"
OTHERS = {
    "news": f"{TITLE}正式发布\n记者获悉，近日，{TITLE}正式发布。报告显示，全县共收到申请63件。\n",
    "all published": f"青岚县2022年政府信息公开工作年度报告全部公布\n来源：县政府办\n本网讯 截至1月31日，{SAID}",
    "a training": f"青岚县召开政府信息公开工作年度报告编制培训会\n12月20日，{SAID}",
    "picture": f"一图读懂|{TITLE}\n来源：县政府办\n总体情况\n主动公开 12187条\n收到申请 63件\n予以公开\n31\n",
    "questions": "问：2022年政府信息公开工作年度报告什么时候发布？\n答：每年1月31日前。\n",
    "a page of links": f"首页 > 政府信息公开年报\n{TITLE}\n2023-01-20\n共1条 1/1\n",
    "dated links": "政府信息公开年报\n"
    + "".join(
        f"青岚县{b}2022年政府信息公开工作年度报告 2023-01-{n}\n"
        for n, b in ((11, "财政局"), (12, "教育局"), (13, ""))
    ),
    "the government's work": f"政府工作报告（2023年）\n{SAID}",
    "rule of law": f"青岚县司法局2022年法治政府建设年度报告\n一、2022年工作总结\n{SAID}行政复议 | 12 |\n",
    "rule of law with headings": "青岚县2022年法治政府建设年度报告\n一、总体情况\n二、主动公开政府信息情况\n制发行政规范性文件6件。\n三、行政复议、行政诉讼情况\n行政复议 | 12 | 结果维持 | 5 |\n四、存在的主要问题及改进情况\n",
    "a year's work": f"青岚县财政局2022年工作总结\n（五）政府信息公开。{NAMED}",
    "plans": f"青岚县2023年政务公开工作要点分工方案\n{SAID}行政许可 | 各单位 | 全年 |\n",
    "an evaluation": "青岚县2022年政务公开第三方评估报告\n一、总体情况\n政府信息公开工作年度报告 | 5分 | 4.5分 |\n行政许可 | 3分 | 3分 |\n",
    "scores": "2022年政务公开考核评分表\n指标 | 分值 | 得分 |\n行政许可 | 5 | 5 |\n政府信息公开年报 | 5 | 5 |\n",
}
REPORTS = {
    "tables in pictures": f"{TITLE}\n发布时间：2023-01-20\n根据条例规定，编制本报告。\n一、总体情况\n见图。\n",
    "only a file": f"{TITLE}\n发布时间：2023-01-20\n附件：{TITLE}.pdf\n",
    "explained beside": f"{TITLE}\n一图读懂：{TITLE}\n根据条例规定，编制本报告。\n一、总体情况\n平稳。\n二、主动公开政府信息情况\n见图。\n",
    "a picture above": f"图解：{TITLE}\n{TITLE}\n根据《中华人民共和国政府信息公开条例》的规定和要求，结合本局一年来的工作实际，编制本报告，现予公布。\n",
    "a column beside": f"{TITLE}\n工作总结\n政府工作报告\n一、总体情况\n平稳。\n",
    "titled as a sum": "青岚县财政局2022年政府信息公开工作总结\n一、总体情况\n平稳。\n二、主动公开政府信息情况\n见附件。\n三、收到和处理政府信息公开申请情况\n无。\n",
    "to a congress": "关于青岚县2022年度政府信息公开工作情况的报告（在县人大常委会上）\n一、总体情况\n平稳。\n",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_documents_are_no_reports(text: str) -> None:
    reading = read(text)
    assert not reading.reports
    assert not reading.cells


@pytest.mark.parametrize("text", REPORTS.values(), ids=REPORTS)
def test_reports_are_kept(text: str) -> None:
    assert len(read(text).reports) == 1
