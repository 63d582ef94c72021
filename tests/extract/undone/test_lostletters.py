"""Letters that were lost and marked: those of the form's words come back, and no others."""

from __future__ import annotations

import pytest

from assets.extract.numbers import parse_figure
from assets.extract.sidebyside.damagedplaces import place_of, turned_tops
from assets.extract.undone.words.lostletters import with_lost_letters
from schemas.form import CellKey, forms
from tests.extract.printed import figures, printed, read, report, reported, tsv, wrong

VALUES = figures()
LOST = "\ufffd"


@pytest.mark.parametrize(
    "word", ["规章", "自然人", "科研机构", "结果纠正", "总计", "2.重复申请", "复议后起诉"]
)
def test_a_label_that_lost_a_letter(word: str) -> None:
    text = report(printed(VALUES), tsv).replace(word, word[:-1] + LOST)
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize(
    "text",
    [
        f"1{LOST}3",
        f"行政{LOST}{LOST}",  # 许可, 处罚 or 强制
        f"{LOST}年废止件数",  # of this year or of the last
        f"行政{LOST}罚和行政许可",
        f"{LOST}{LOST}章",
        f"尚{LOST}审结",
    ],
)
def test_what_may_have_been_another_word_stays_lost(text: str) -> None:
    assert with_lost_letters([text]) == [text]


def _suits_first(damage: str) -> str:
    names = [c.zh for c in forms()["2021"].table("4").columns]
    suit, *rest = ["行政诉讼", "", "", "", "", "", "", "", "", "", "行政复议", "", "", "", ""]
    rows = [
        [suit, *rest],
        [damage, *[""] * 4, "复议后起诉", *[""] * 4, *names],
        [*names, *names, *[""] * 5],
        [str(301 + n) for n in range(15)],
    ]
    return "\n".join("\t".join(row) for row in rows)


@pytest.mark.parametrize(
    "damage", ["未经复议直接起诉", f"{LOST}经复议{LOST}接起诉", "未经夏议直接起诉", "直诉", "未经"]
)
def test_suits_before_reviews_whatever_their_labels_lost(damage: str) -> None:
    values = dict(VALUES)
    rows = ["suit_direct", "suit_after_review", "review"]
    columns = [c.key for c in forms()["2021"].table("4").columns]
    keys = [key for row in rows for c in columns for key in values if key == ("4", row, c)]
    values.update({key: str(301 + n) for n, key in enumerate(keys)})
    body = report([p for p in printed(VALUES) if p.table_no != "4"], tsv)
    text = body.replace(
        "五、存在的", f"四、政府信息公开行政复议、行政诉讼情况\n{_suits_first(damage)}\n五、存在的"
    )
    assert not wrong(read(text), values)


def test_places_of_labels() -> None:
    table = forms()["2021"].table("4")
    assert place_of("复议后起诉", "行政诉讼|复议后起诉") == 5
    assert place_of("未经复议直接起诉", f"行政复议|{LOST}经复议{LOST}接起诉") == 5
    assert place_of("未经复议直接起诉", "行政复议|复议后起诉") == -1
    assert turned_tops("行政诉讼|直诉|复议后起诉|行政复议", table)
    assert turned_tops("行政复议|行政诉讼|直诉|复议后起诉", table) is None


def test_columns_over_two_rows_of_a_header_are_named_in_both() -> None:
    values = dict(VALUES)
    turned = ["尚未审结", "结果维持", "其他结果", "结果纠正", "总计"]
    key_of = {c.zh: c.key for c in forms()["2021"].table("4").columns}
    rows = ["review", "suit_direct", "suit_after_review"]
    keys = [CellKey("4", row, key_of[name]) for row in rows for name in turned]
    values.update({key: str(301 + n) for n, key in enumerate(keys)})
    table = [
        [*["行政复议"] * 5, *["行政诉讼"] * 10],
        [*turned, *["未经复议直接起诉"] * 5, *["复议后起诉"] * 5],
        turned * 3,
        [values[key] for key in keys],
    ]
    body = report([p for p in printed(VALUES) if p.table_no != "4"], tsv)
    text = body.replace(
        "五、存在的", "\n".join(["四、政府信息公开行政复议、行政诉讼情况", *tsv(table), "五、存在的"])
    )
    reading = read(text)
    assert not wrong(reading, values)
    assert set(keys) <= reported(reading)


def test_a_title_in_traditional_characters() -> None:
    text = report(printed(VALUES), tsv, title="青岚縣林業局關於2022年政府信息公開工作年度報告")
    (found,) = read(text).reports
    assert str(found["agency"]).endswith("林业局")


def test_a_dash_of_print_before_a_figure_is_a_minus() -> None:
    assert parse_figure("–2", signed=True).value == -2
    assert parse_figure("12–31", signed=True).status == "unparsed"
    assert parse_figure("–", signed=True).status == "not_applicable"
