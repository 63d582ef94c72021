"""Names of agencies behind labels, marks and blank cells of a page, in sentences, and in words of another region."""

from __future__ import annotations

import pytest

from tests.extract.printed import GRIDS, TITLE, figures, printed, read, report, reported
from tests.extract.titled import SIGNATURE, TEXT, entitled

UNSIGNED = TEXT.replace(SIGNATURE, "")
NAMELESS = "2022年政府信息公开工作年度报告"
CELLS = "|" * 310
RULES = "根据《中华人民共和国政府信息公开条例》，"


@pytest.mark.parametrize(
    "head",
    [
        f"称: {TITLE}\n号:\n",
        f"题：{TITLE}",
        f"文件标题 {TITLE}",
        f"题目：{TITLE}",
        f"【打印】 {TITLE}",
        f"[收藏]【打印】{TITLE}",
        f"青岚县林业局\n??\n{NAMELESS}",
        f"?? ?? ??\n青岚县林业局\n?\n{NAMELESS}\n??\n",
        f"？？{TITLE}？？",
        f"索引号 | 1 |\n发布 | {CELLS}\n|\n{CELLS}\n{CELLS}\n{RULES}现发布《{TITLE}》。",
    ],
)
def test_what_stands_around_a_title_is_none_of_the_name(head: str) -> None:
    found = entitled(head, text=UNSIGNED)
    assert (found["agency"], found["report_year"]) == ("青岚县林业局", 2022)


@pytest.mark.parametrize(
    ("sentence", "agency"),
    [
        (f"{RULES}青岚县林业局编制了{NAMELESS}。", "青岚县林业局"),
        (f"{RULES}青岚自治区形成了《2022年政府信息公开年度报告》。", "青岚自治区"),
        (f"{RULES}平澜洋开发区党政办公室编制了{NAMELESS}。", "平澜洋开发区"),
        (
            "全文包括 年度报告格式>青岚县柳林镇人民政府2022年政府信息公开总体情况、主动公开政府信息情况。",
            "青岚县柳林镇人民政府",
        ),
        ("如有疑问，请与青岚县数据局政务公开办公室联系。2022年，青岚县坚持以人民为中心。", "青岚县"),
        # another's desk, and what many are called
        ("如有疑问，请与青岚县数据局政务公开办公室联系。2022年，我局认真做好工作。", "青岚县数据局"),
        (
            "如有疑问，请与青岚县数据局联系。2022年，青岚县坚持以人民为中心，我局认真做好工作。",
            "青岚县数据局",
        ),
        (f"{RULES}经济技术开发区办公室编制了{NAMELESS}。", None),
        (f"{RULES}青岚县编制了{NAMELESS}。我局认真做好工作。", None),
    ],
)
def test_sentences_that_name_the_agency(sentence: str, agency: str | None) -> None:
    assert entitled(sentence, text=UNSIGNED)["agency"] == agency


def test_words_of_the_form_in_traditional_characters() -> None:
    text = report(printed(figures()), GRIDS["closed"])
    said = text.replace("信息", "資訊").replace("规范性文件", "規範性檔案").replace("公开", "公開")
    reading = read(said)
    assert reading.reports[0]["agency"] == "青岚县林业局"
    assert reported(reading) == reported(read(text)) == set(figures())


def test_news_elsewhere_stays_as_it_is() -> None:
    reading = read(TEXT.replace("林业局", "资讯中心"))
    assert reading.reports[0]["agency"] == "青岚县资讯中心"
