"""Names under titles, at the ends of lines and in contact sentences: whose they are, and whose they are not."""

from __future__ import annotations

import pytest

from assets.extract.whose.headlines import as_headlines
from assets.extract.whose.identity import identify
from assets.extract.whose.namebelow import name_below
from assets.extract.whose.selfnamed import government_asked, who_reports
from assets.extract.whose.titles import titles

TITLE = "2022年政府信息公开工作年度报告"


def agency(*lines: str) -> str | None:
    told = identify([*lines, "一、总体情况", "全年工作平稳。"], "report.txt", None).agency
    return told.value if told else None


@pytest.mark.parametrize(
    ("below", "name"),
    [
        (["云溪市青岚区", "石桥街道办事处"], "云溪市青岚区石桥街道办事处"),
        (["青岚县", "市场监督管理局"], "青岚县市场监督管理局"),
        (["云溪市", "", "青岚区人民政府"], "云溪市青岚区人民政府"),
        (["发布时间:2023-01-25     来源:石桥乡党政办", "青岚县石桥乡人民政府"], "青岚县石桥乡人民政府"),
        # a list of bodies, a place of which the name is none, a page's columns
        (["青岚县", "林业局", "水务局"], None),
        (["青岚区", "云溪市林业局"], None),
        (["青岚县", "政府信息公开"], None),
        (["发布时间:2023-01-25", "来源:县政府办", "青岚县人民政府"], None),
    ],
)
def test_the_name_below_a_title(below: list[str], name: str | None) -> None:
    lines = [TITLE, *below, "一、总体情况"]
    found = name_below(lines, titles(lines)[0])
    assert (found.name if found else None) == name
    assert agency(TITLE, *below) == name


def test_a_name_below_other_words_gives_way_to_who_drew_the_report_up() -> None:
    lines = [TITLE, "发布时间:2023-01-25 来源:县政府办", "青岚县人民政府"]
    assert agency(*lines, "按照要求,云溪市青岚县林业局编制本报告。") == "云溪市青岚县林业局"


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Page 2 - 2022年报_石桥镇",
            "P. 2",
            f"石桥镇{TITLE}(以下简称年报)根据《中华人",
            "民共和国政府信息公开条例》编制。",
        ],
        ["Page 2 - 2022年报_石桥镇", "P. 2", f"石桥镇{TITLE}", "本报告根据条例编制。"],
        [f"Page 1 - 石桥镇{TITLE}", "P. 1", "本报告根据条例编制。"],
        ["第 1 页 共 6 页", "石桥镇", TITLE],
        ["石桥镇2022年政府信息公开 工作告年度报"],
        ["石桥镇2022年政府信息公开年告度报"],
    ],
)
def test_what_a_page_prints_about_a_title_is_no_part_of_it(lines: list[str]) -> None:
    assert agency(*lines) == "石桥镇"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("P. 12", ""),
        ("- 3 -", ""),
        ("Page 3 - 2022年报_石桥镇", ""),
        ("石桥镇2022年政府信息公开工作告年度报", "石桥镇2022年政府信息公开工作年度报告"),
        # letters are missing, or it is whole
        ("石桥镇2022年政府信息公开工作年度报", "石桥镇2022年政府信息公开工作年度报"),
        ("石桥镇2022年政府信息公开情况工作报告", "石桥镇2022年政府信息公开情况工作报告"),
        ("—2022—", "—2022—"),
        ("2. 青岚县林业局", "2. 青岚县林业局"),
    ],
)
def test_a_line_as_its_page_shows_it(line: str, shown: str) -> None:
    assert as_headlines([line]) == [shown]


def test_a_running_head_above_a_title_is_not_its_agency() -> None:
    assert agency("2022年报_石桥镇", f"青岚县林业局{TITLE}") == "青岚县林业局"
    assert agency("2022年报_石桥镇", TITLE) is None


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (
            ["云溪市青岚县人民政府办公", "室 2022 年度", "政务信息公开工作年度报告"],
            "云溪市青岚县人民政府办公室",
        ),
        (["云溪市青岚县人民政", f"府{TITLE}"], "云溪市青岚县人民政府"),
        (["青岚县机关事务服", f"务中心{TITLE}"], "青岚县机关事务服务中心"),
        (["关于青岚县机关事务服", "务中心二〇二二年政务信息公开工作", "年度报告"], "青岚县机关事务服务中心"),
        # the end of a name alone is none, and a site's own name is no front of another's end
        ([f"务中心{TITLE}"], None),
        (["首页", "云溪市教育云平台", f"务中心{TITLE}"], None),
    ],
)
def test_a_name_that_breaks_near_its_end(lines: list[str], name: str | None) -> None:
    assert agency(*lines) == name


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "本报告结合国家税务总局云溪市税务局(以下简称“云溪税务”)政府信息公开工作有关统计数据撰写。",
            "国家税务总局云溪市税务局",
        ),
        (
            "按照条例规定,结合国家税务总局云溪市税务局(以下简称“我局”)工作实际,编制本报告。",
            "国家税务总局云溪市税务局",
        ),
        (
            "我镇工作平稳。如有疑问,请与云溪市青岚区石桥镇政府综合督考办公室联系(电话:1)。",
            "云溪市青岚区石桥镇政府",
        ),
        ("我区工作平稳。如有疑问,请与云溪市青岚区人民政府办公室联系(电话:1)。", "云溪市青岚区人民政府"),
        # a town, an office and a city whose questions a district answers; nobody who says who speaks
        ("我镇工作平稳。如有疑问,请与云溪市青岚区人民政府办公室联系(电话:1)。", None),
        ("我区工作平稳,我局认真负责。如有疑问,请与云溪市青岚区人民政府办公室联系(电话:1)。", None),
        ("我市工作平稳。如有疑问,请与云溪市青岚区人民政府办公室联系(电话:1)。", None),
        ("全年工作平稳。如有疑问,请与云溪市青岚区人民政府办公室联系(电话:1)。", None),
    ],
)
def test_whom_to_ask_and_whose_work(sentence: str, name: str | None) -> None:
    assert agency(TITLE, sentence) == name


def test_the_room_of_another_body_within_a_house_is_not_its_own() -> None:
    ask = "如有疑问,请与青岚县石桥镇政府{}联系(电话:1)。"
    assert who_reports(ask.format("党政综合办公室")) == (7, "青岚县石桥镇政府")
    assert who_reports(ask.format("便民服务中心办公室")) != (7, "青岚县石桥镇政府")
    assert government_asked("我县工作平稳。" + ask.format("党政综合办公室")) is None
