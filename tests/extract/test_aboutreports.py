"""Texts about yearly reports, which are none, and reports that name such texts."""

import pytest

from tests.extract.printed import aligned, figures, printed, read, report, running

PROSE = (
    "\n一、概述\n全年主动公开信息平稳推进，没有收费，也没有复议和诉讼发生，各项制度得到了很好的落实和完善。\n"
)
NOT_REPORTS = {
    "notice over lines": "青岚县人民政府办公室\n关于做好2023年政府信息公开工作年度报告\n编制发布工作的通知\n\n各乡镇：\n一、内容\n",
    "what of them": "青岚县人民政府办公室\n关于政府信息公开工作年度报告\n有关事项的通知\n\n各乡镇、各部门：\n抓紧部署。\n",
    "no addressee": "关于做好2023年政府信息公开工作年度报告\n编制发布工作的通知\n抓紧部署。\n",
    "explained": "青岚县2023年政府信息公开工作年度报告解读\n一、编制背景\n依据条例。\n",
    "explained over lines": "青岚县2023年政府信息公开工作\n年度报告解读\n依据条例。\n",
    "regulation": "青岚县人民政府办公室关于印发五个制度的通知\n二〇一一年十二月二日\n青岚县政府信息公开工作年度报告制度（试行）\n第一条 为进一步总结工作，制定本制度。\n第三条 报告内容。\n",
    "list": "青岚县财政局2022年政府信息公开工作年度报告\n青岚县教育局2022年政府信息公开工作年度报告\n青岚县民政局2022年政府信息公开工作年度报告\n上一页 下一页\n",
}
REPORTS = {
    "names of columns below": f"青岚县林业局\n2022年政府信息公开工作年度报告\n政策解读\n公开制度\n工作方案\n{PROSE}",
    "list beside": f"青岚县林业局2022年政府信息公开工作年度报告{PROSE}青岚县教育局2022年政府信息公开工作年度报告\n青岚县民政局2022年政府信息公开工作年度报告\n",
    "handed on": f"关于印发青岚县2012年政府信息公开工作\n年度报告的通知\n各乡镇：\n现印发给你们。\n青岚县2012年政府信息公开工作年度报告\n{PROSE}",
    "articles quoted": f"青岚县林业局2012年政府信息公开工作年度报告\n一、概述\n第二十条第（一）项的信息\n第十条所列信息。{PROSE}",
}


@pytest.mark.parametrize("text", NOT_REPORTS.values(), ids=NOT_REPORTS)
def test_texts_about_reports_are_none(text):
    reading = read(text)
    assert not reading.reports
    assert not reading.cells


@pytest.mark.parametrize("text", REPORTS.values(), ids=REPORTS)
def test_reports_that_name_them_are_reports(text):
    assert len(read(text).reports) == 1


NOTICE = "某办公室关于印发《政府信息公开工作年度报告格式》的通知\n\n各省、自治区、直辖市人民政府办公厅：\n现印发给你们。\n"


def blank(form="2021"):
    return printed(dict.fromkeys(figures(form), ""), form)


@pytest.mark.parametrize("render", [aligned, running])
def test_the_empty_form_of_a_notice_is_no_report(render):
    body = report(blank(), render).split("二、主动公开", 1)[1].split("五、存在")[0]
    assert not read(f"{NOTICE}二、主动公开{body}").reports


def test_an_empty_form_that_an_agency_filled_in_is_a_report():
    assert len(read(report(blank(), aligned)).reports) == 1
    assert len(read(NOTICE + report(blank(), aligned)).reports) == 1
