"""Which of several titles above a text is its own: the one that the text follows, or agrees with; none where nothing tells."""

from __future__ import annotations

import pytest

from tests.extract.printed import TITLE, codes, read
from tests.extract.titled import SIGNATURE, TEXT, VALUES, entitled
from tests.turns import in_turn

UNSIGNED = TEXT.replace(SIGNATURE, "")
PERIOD = "本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。\n"
OPENS = "根据条例规定，结合青岚县林业局工作实际，编制本报告。\n"
LABEL = "发布时间：2023-01-10\n相关信息\n"
CRUMBS = "首页 > 政务公开 > 年报\n索引号 | 11 |\n"


def of(body: str, year: int = 2022, words: str = "工作年度报告") -> str:
    return f"青岚县{body}{year}年政府信息公开{words}\n"


OTHERS = of("水务局") + of("财政局", 2021)
ROW = of("林业局", 2023) + of("林业局", 2022) + of("林业局", 2021)


def whose(above: str, text: str = UNSIGNED) -> tuple[str | None, int | None]:
    reading = read(text.replace(f"{TITLE}\n", above))
    (found,) = reading.reports
    assert ("agency-unknown" in codes(reading)) == (found["agency"] is None)
    assert ("year-unknown" in codes(reading)) == (found["report_year"] is None)
    return found["agency"], found["report_year"]


OWN = [
    OTHERS.replace("\n", " 2023-01-10\n") + of("林业局"),
    OTHERS.replace("青", "· 青") + "\n" + of("林业局"),
    OTHERS + "\n\n" + of("林业局"),
    OTHERS + "# " + of("林业局"),
    OTHERS + "青岚县林业局\n2022年政府信息公开工作年度报告\n",
    OTHERS + CRUMBS + of("林业局"),
    "相关信息\n" + OTHERS + "\n" + of("林业局") + "来源：县政府办\n",
    "相关链接\n" + OTHERS + "来源：县政府办\n" + of("林业局"),
    of("林业局") + LABEL + OTHERS + of("林业局"),
    ROW + "\n" + of("林业局"),
    of("") + CRUMBS + of("林业局"),
    of("水务局", words="年报") + of("林业局"),
]
# Lists in which nothing but the text tells the report's own title from the others.
ALIKE = [
    of("水务局") + of("林业局"),
    of("林业局") + of("水务局"),
    of("林业局") + "\n" + of("水务局"),
    "# " + of("林业局") + of("水务局"),
    of("水务局", 2021) + of("林业局"),
    OTHERS + of("林业局"),
    of("林业局") + OTHERS,
    "# " + of("林业局") + OTHERS,
    of("林业局") + "\n" + OTHERS,
    of("林业局") + "\n" + OTHERS.replace("\n", "\n\n"),
    OTHERS.replace("\n", "\n2023-01-10\n") + of("林业局"),
    of("林业局") + OTHERS.replace("\n", "\n2023-01-10\n"),
    of("林业局") + "来源：县政府办\n" + OTHERS,
    of("林业局") + "来源：县政府办\n" + of("水务局"),
    of("林业局") + "发布时间：2023-01-10 浏览次数：12\n" + of("水务局"),
    of("林业局") + "索引号：11\n文号：〔2023〕1号\n" + of("水务局"),
    of("水务局") + CRUMBS + of("林业局"),
    of("林业局") + CRUMBS + of(""),
    of("") + of("林业局"),
    of("林业局") + of(""),
    "".join(of(body, words="年报") for body in ("水务局", "财政局", "林业局")),
]
TOLD = [
    of("林业局") + LABEL + OTHERS + OPENS + PERIOD,
    of("林业局") + OTHERS + OPENS + PERIOD,
    "近期年报\n" + OTHERS + of("林业局") + OPENS + PERIOD,
    OTHERS + of("林业局") + OTHERS + OPENS + PERIOD,
    OTHERS + "2022年政府信息公开工作年度报告\n" + OPENS,
    OTHERS + "青岚县林业局政府信息公开工作年度报告\n" + OPENS + PERIOD,
    of("林业局") + "青岚县政府信息公开工作年度报告\n" + OPENS,
    ROW + PERIOD,
    of("林业局", 2019) + of("林业局", 2020) + of("林业局", 2021) + of("林业局") + PERIOD,
    of("林业局", 2024) + of("林业局", 2023) + of("林业局") + PERIOD,
]


@in_turn
@pytest.mark.parametrize("signed", [UNSIGNED, TEXT])
@pytest.mark.parametrize("above", [*OWN, *TOLD])
def test_the_title_that_the_text_follows_or_agrees_with(above: str, signed: str) -> None:
    assert whose(above, signed) == ("青岚县林业局", 2022)


@pytest.mark.parametrize("above", ALIKE)
def test_titles_that_are_printed_alike_settle_nothing(above: str) -> None:
    assert whose(above)[0] is None
    assert whose(above, UNSIGNED.replace("一、", OPENS + "一、", 1))[0] == "青岚县林业局"
    assert whose(above, TEXT)[0] == "青岚县林业局"


def test_a_list_of_other_years_below_the_title_settles_no_year() -> None:
    assert whose(of("林业局") + ROW) == ("青岚县林业局", None)
    assert whose(of("林业局") + ROW + PERIOD) == ("青岚县林业局", 2022)


@pytest.mark.parametrize("above", OWN)
def test_its_figures_are_its_own(above: str) -> None:
    reading = read(UNSIGNED.replace(f"{TITLE}\n", above))
    assert reading.reports[0]["reported"] == len(VALUES)


@pytest.mark.parametrize(
    ("above", "said"),
    [
        (of("林业局") + LABEL + of("水务局") + of("财政局"), (None, 2022)),
        (of("林业局") + "来源：县政府办\n" + of("水务局") + of("财政局"), (None, 2022)),
        (OTHERS + "2022年政府信息公开工作年度报告\n", (None, 2022)),
        (OTHERS + "青岚县林业局政府信息公开工作年度报告\n" + PERIOD, (None, 2022)),
        ("近期年报\n" + of("林业局") + of("水务局"), (None, 2022)),
        (ROW, ("青岚县林业局", None)),
        (of("林业局", 2023) + of("林业局"), ("青岚县林业局", None)),
    ],
)
def test_what_nothing_settles_is_not_said(above: str, said: tuple[str | None, int | None]) -> None:
    assert whose(above) == said


def test_a_name_spelled_in_two_ways_is_one() -> None:
    above = of("科工信局") + LABEL + of("科技工业和信息化局") + of("科技工业和信息化局")
    assert whose(above)[0] in {"青岚县科工信局", "青岚县科技工业和信息化局"}


ANNOUNCED = "现公布青岚县林业局2022年政府信息公开工作年度报告。\n"


def test_what_a_report_announces_of_itself_outweighs_a_title_of_another_agency_and_year() -> None:
    above = "上一篇：青岚县财政局2020年政府信息公开工作年度报告\n" + of("水务局", 2023)
    assert whose(above + ANNOUNCED + PERIOD) == ("青岚县林业局", 2022)
    assert whose(above + ANNOUNCED, TEXT) == ("青岚县林业局", 2022)
    # the county's report below the title of another's
    county = ANNOUNCED.replace("林业局", "人民政府")
    assert whose(of("水务局", 2023).replace("青岚", "云溪") + county + PERIOD) == ("青岚县人民政府", 2022)


@pytest.mark.parametrize(
    "below",
    [
        ANNOUNCED,
        ANNOUNCED + PERIOD.replace("2022", "2023"),
        ANNOUNCED.replace("2022", "2023") + PERIOD,
        ANNOUNCED.replace("现公布", "参照") + PERIOD,
        PERIOD,
    ],
)
def test_one_sentence_alone_takes_no_title_from_a_report(below: str) -> None:
    assert whose(of("水务局", 2023) + below)[0] == "青岚县水务局"


# A page whose first line is its own name, with the site's behind it; the own title stands again below a list of links.
ABOVE = (
    LABEL
    + OTHERS.replace("\n", "\n2023-01-10\n")
    + "首页\n >\n"
    + of("林业局")
    + "浏览次数：\n31\n[\n大\n小\n]\n"
)
NAME = of("林业局").strip() + "_云溪市人民政府\n"


def test_the_name_of_the_page_tells_which_title_is_its_own() -> None:
    assert whose(NAME + ABOVE + of("林业局")) == ("青岚县林业局", 2022)
    assert whose(ABOVE + of("林业局"))[0] is None


def test_the_name_of_a_page_of_others_tells_nothing() -> None:
    """The name is another title's, only like it, or the text is signed by another."""
    assert whose(NAME.replace("林业局", "水务局") + ABOVE + of("林业局"))[0] is None
    assert whose(NAME.replace("2022", "2021") + ABOVE + of("林业局"))[0] is None
    assert (
        whose(NAME + ABOVE + of("林业局"), TEXT.replace("青岚县林业局", "青岚县财政局"))[0] != "青岚县林业局"
    )


def test_a_citys_body_above_that_of_its_county_is_another() -> None:
    """One of two names is the other with a place left out, of two bodies: nothing tells whose the report is."""
    links = "云溪市林业局2022年政府信息公开工作年度报告\n云溪市青岚县林业局2022年政府信息公开工作年度报告"
    assert entitled(links, text=TEXT.replace(SIGNATURE, ""))["agency"] is None
    assert entitled(links)["agency"] == "云溪市青岚县林业局"
