"""What a printed cell says, wording by wording."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.extract.numbers import Figure, looks_like_figure, parse_figure

FULL_WIDTH = str.maketrans("0123456789,.", "０１２３４５６７８９，．")

FIGURES = [
    ("0", 0, None),
    ("00", 0, None),
    ("0.0", 0, None),
    ("7", 7, None),
    ("  7 ", 7, None),
    ("\u3000 7\xa0", 7, None),
    ("\t7\n", 7, None),
    ("７", 7, None),
    ("1,113", 1113, None),
    ("１，１１３", 1113, None),
    ("1,234,567", 1234567, None),
    ("+4", 4, None),
    ("＋４", 4, None),
    ("-35", -35, None),
    ("－35", -35, None),
    ("−35", -35, None),
    ("5件", 5, "件"),
    ("31批次", 31, "批次"),
    ("22（其中修订16件）", 22, None),
    ("22(其中修订16件)", 22, None),
    ("416（70.2%）", 416, None),
    ("20（同比增22%）", 20, None),
    ("46（上年53）", 46, None),
    ("46件（较上年减少7件）", 46, "件"),
    ("8（与去年持平）", 8, None),
    ("46（较2020年减少7件）", 46, None),
    ("46（均按期答复）", 46, None),
    ("46件（均已公示）", 46, "件"),
    ("12.30（已全部缴入国库）", 12.3, None),
    ("6（均未超期）", 6, None),
    ("95*", 95, None),
    ("1,113**", 1113, None),
    ("3※", 3, None),
    ("12（注1）", 12, None),
    ("12件[注]", 12, "件"),
    ("17(件)", 17, "件"),
    ("28（件）", 28, "件"),
    ("共148项", 148, "项"),
    ("共计 7 件", 7, "件"),
    ("共148", 148, None),
    ("合计50件", 50, "件"),
    ("总计1,050件", 1050, "件"),
]
CHANGES = [
    ("增98", 98),
    ("新增44", 44),
    ("增加98", 98),
    ("减38", -38),
    ("减少38", -38),
    ("未增未减", 0),
    ("无变化", 0),
    ("+4", 4),
    ("-8", -8),
    ("0", 0),
]
MONEY = [
    ("475976.05元", 475976.05, "元"),
    ("475976.05 元", 475976.05, "元"),
    ("113.96万元", 113.96, "万元"),
    ("2601.953875万", 2601.953875, "万"),
    ("1.2亿元", 1.2, "亿元"),
    ("1883.8998（万元）", 1883.8998, "万元"),
    ("￥2504.25", 2504.25, None),
    ("¥ 12.5万元", 12.5, "万元"),
    ("47,597.05元", 47597.05, "元"),
    ("0.0", 0, None),
]
NOT_APPLICABLE = ["-", "—", "——", "/", "／", "－", " － ", "无", "暂无", "不适用", "\\", "…"]
BLANK = ["", " ", "\u3000", "\xa0\xa0", "\t\n", "&nbsp;", "NaN", "None", "\u200b"]
UNPARSED = [
    "增",
    "减",
    "0/0",
    "本单位未制作规章",
    "见附件2",
    "约5",
    "5左右",
    "3-5",
    "3~5",
    "3至5",
    "3—5",
    "5²",
    "²",
    "5①",
    "①",
    "5⑴",
    "12（1）",
    "17(件",
    "17件)",
    "￥",
    "12[1]",
    "12注1",
    "12（注1",
    "12（注11）",
    "*95",
    "9*5",
    "95****",
    "1 2",
    "1 113",
    "1\u3000113",
    "12\n3",
    "1,\n113",
    "1, 113",
    "1,13",
    "1,1133",
    "12,34",
    "1.2.3",
    "1 0 0",
    "3 件 2 件",
    "3件2件",
    "22（16件）",
    "22（其中修订16件",
    "（上年53）46",
    "46（上年）",
    "46（上年53",
    "46（上年53、前年50）",
    "46（更正为53）",
    "416（70.2）",
    "416（+70.2%）",
    "70.2%",
    "1/2",
    "½",
    "Ⅷ",
    "五",
    "5%",
    "--5",
    "+-5",
    "5-",
    "1e3",
    "0x1F",
    "٣",
    "一百",
    "5.",
    ".5",
    "2022年",
    "第5页",
]


@pytest.mark.parametrize(("raw", "value", "unit"), FIGURES)
@pytest.mark.parametrize("signed", [False, True])
def test_figures(raw: str, value: float, unit: str | None, signed: bool) -> None:
    assert parse_figure(raw, signed=signed) == Figure("reported", value, unit)


@pytest.mark.parametrize(("raw", "value"), CHANGES)
def test_increase_and_decrease(raw: str, value: float) -> None:
    assert parse_figure(raw, signed=True) == Figure("reported", value)


@pytest.mark.parametrize("raw", ["增98", "减38", "未增未减", "增加1", "↓2"])
def test_words_of_change_only_where_the_form_asks_for_them(raw: str) -> None:
    assert parse_figure(raw).status == "unparsed"


@pytest.mark.parametrize(("raw", "value", "unit"), MONEY)
def test_money(raw: str, value: float, unit: str | None) -> None:
    assert parse_figure(raw, money=True) == Figure("reported", value, unit)


@pytest.mark.parametrize("raw", ["5元", "113.96万元", "2万", "3亿"])
def test_money_only_where_the_form_asks_for_it(raw: str) -> None:
    assert parse_figure(raw).status == "unparsed"


@pytest.mark.parametrize("raw", NOT_APPLICABLE)
def test_not_applicable(raw: str) -> None:
    assert parse_figure(raw) == Figure("not_applicable")


@pytest.mark.parametrize("raw", BLANK)
def test_blank(raw: str) -> None:
    assert parse_figure(raw) == Figure("blank")


@pytest.mark.parametrize("how", [{}, {"signed": True}, {"money": True}])
def test_never_a_figure(how: dict[str, bool]) -> None:
    assert not [raw for raw in UNPARSED if parse_figure(raw, **how) != Figure("unparsed")]


@pytest.mark.parametrize("raw", ["5", "-", "无", "1,113", "增98", "113.96万元"])
def test_what_may_stand_among_figures(raw: str) -> None:
    assert looks_like_figure(raw)


@pytest.mark.parametrize("raw", ["", "规章", "2022年", "1.", "（一）", "3-5", "第2页", "1.属于国家秘密"])
def test_what_may_not(raw: str) -> None:
    assert not looks_like_figure(raw)


@given(
    st.integers(0, 10**12),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["", "件", "项", "条", "次", "批次"]),
    st.sampled_from(["", " ", "\u3000", "\xa0", "\n"]),
)
def test_whole_numbers_round_trip(number: int, commas: bool, wide: bool, unit: str, space: str) -> None:
    raw = f"{number:,}" if commas else str(number)
    raw = raw.translate(FULL_WIDTH) if wide else raw
    assert parse_figure(f"{space}{raw}{unit}{space}") == Figure("reported", float(number), unit or None)


@given(
    st.integers(0, 10**9),
    st.integers(1, 6),
    st.sampled_from(["元", "万元", "亿元", "万"]),
    st.sampled_from(["", "+", "-"]),
)
def test_amounts_round_trip(number: int, digits: int, unit: str, sign: str) -> None:
    raw = f"{sign}{number}.{'7' * digits}{unit}"
    value = float(f"{sign}{number}.{'7' * digits}")
    assert parse_figure(raw, money=True) == Figure("reported", value, unit)


@given(st.text(max_size=40), st.booleans(), st.booleans())
def test_never_raises(raw: str, signed: bool, money: bool) -> None:
    figure = parse_figure(raw, signed=signed, money=money)
    assert (figure.value is not None) == (figure.status == "reported")


@given(
    st.integers(0, 9999), st.integers(0, 9999), st.sampled_from([" ", "\n", "  ", "\t", "、", "/", "~", "和"])
)
def test_two_numbers_are_not_one(one: int, two: int, between: str) -> None:
    for how in ({}, {"signed": True}, {"money": True}):
        assert parse_figure(f"{one}{between}{two}", **how).status == "unparsed"


@given(st.text(alphabet="0123456789,.件元万增减+-/—（）() ", max_size=14))
def test_a_figure_keeps_all_its_digits(raw: str) -> None:
    """Whatever is read as a figure has no digits but those printed, in their order, a gloss aside."""
    figure = parse_figure(raw, signed=True, money=True)
    if figure.value is not None:
        plain = raw.split("(", maxsplit=1)[0].split("（", maxsplit=1)[0]
        printed = "".join(c for c in plain if c.isdigit() or c == ".")
        assert float(printed or 0) == abs(figure.value)


@pytest.mark.parametrize(
    ("raw", "value"),
    [("5 258,", 5258.0), ("102 58,3", 102583.0), ("1 2,34件", 1234.0), ("0 0.", 0.0), ("0 0.件", 0.0)],
)
def test_a_separator_that_slid_behind_its_digits_is_put_back(raw: str, value: float) -> None:
    assert parse_figure(raw).value == value


@pytest.mark.parametrize(
    "raw", ["1 113", "3 140,5", "1 234,567", "3 ,140", "12\n345,", "10 0.", "3052 3.", "0 123,"]
)
def test_a_slid_separator_with_two_readings_is_not_read(raw: str) -> None:
    assert parse_figure(raw, money=True).status == "unparsed"


@pytest.mark.parametrize("text", ["零", "〇"])
def test_nought_in_words(text: str) -> None:
    figure = parse_figure(text)
    assert (figure.status, figure.value) == ("reported", 0)


@pytest.mark.parametrize("text", ["一", "二〇", "零一", "OO"])
def test_other_words_are_no_figures(text: str) -> None:
    """一 may be a dash, and only a letter alone is a nought."""
    assert parse_figure(text).status == "unparsed"


def test_a_full_stop_behind_a_figure_is_no_part_of_it() -> None:
    assert parse_figure("12。") == Figure("reported", 12.0)
    assert parse_figure("12。3").status == "unparsed"
    assert not looks_like_figure("12。")  # it may end a sentence


@pytest.mark.parametrize(
    "text", ["合计50", "总计0", "新增44", "共5件、6件", "合计", "共", "公共5件", "共5至6件"]
)
def test_a_lead_word_is_none_where_it_may_be_a_label_or_says_more(text: str) -> None:
    """合计50 without a unit may be a label with a figure behind it, and what is new is not what is there."""
    assert parse_figure(text).status == "unparsed"


def test_a_count_of_many_digits_is_none() -> None:
    """The number of a seal ran into it; an amount may be long."""
    assert parse_figure("3704055512960425", counts=True).status == "unparsed"
    assert parse_figure("123,456,789", counts=True).value == 123_456_789
    assert parse_figure("12345678901", money=True).value == 12_345_678_901


@pytest.mark.parametrize(("raw", "value"), [("0件（次）", 0), ("12件(次)", 12), ("3件（起）", 3)])
def test_a_unit_with_another_in_brackets(raw: str, value: float) -> None:
    assert parse_figure(raw) == Figure("reported", value, "件")


@pytest.mark.parametrize("raw", ["5件（3次）", "0件（次", "7件（次）2", "3（件）（次）", "1件（2）"])
def test_a_unit_beside_which_a_figure_stands_is_none(raw: str) -> None:
    assert parse_figure(raw).status == "unparsed"
