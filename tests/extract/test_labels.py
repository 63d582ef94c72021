"""Which row or column a printed label is: wordings, slips, decoys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.extract.headers.columnnames import column_matcher, group_matcher
from assets.extract.labelmatcher import LabelMatcher, row_matcher
from assets.extract.labels import core, normalize, squash, strip_numbering
from schemas.form import Label, forms

TABLES = [(form.id, table.no) for form in forms().values() for table in form.tables]
# (form, table, printed, row): the slips and glosses that real reports show
ROW_SLIPS = [
    ("2021", "3", "3.危机“三安全一稳定”", "denied_three_securities"),
    ("2021", "3", '3.危及"三安全一稳定"', "denied_three_securities"),
    ("2021", "3", "7.属于行政法案卷", "denied_enforcement_file"),
    ("2021", "3", "5.属于三类内容事务信息", "denied_internal_affairs"),
    ("2019", "3", "二、上年结转政府信息公开数量", "carried_over"),
    ("2021", "3", "（二）部分公开（区分处理的，只计这一情况，不计其他情况）", "partially_granted"),
    ("2021", "3", "(二)部分公开(区分处理的,只计这一情形,\n不计其他情形)", "partially_granted"),
    ("2021", "3", "部分公开", "partially_granted"),
    ("2021", "3", "1、属于国家秘密", "denied_state_secret"),
    ("2021", "3", "1属于国家秘密", "denied_state_secret"),
    ("2021", "3", "属于国家秘密", "denied_state_secret"),
    ("2021", "3", "１．属 于 国 家 秘 密", "denied_state_secret"),
    ("2021", "3", "⼀、本年新收政府信息公开申请数量", "new_received"),
    ("2021", "3", "2.重复申请", "rejected_repeat"),
    ("2021", "3", "4.重复申请", "rejected_repeat"),
    ("2021", "3", "（七）总 计", "total_handled"),
    ("2019", "3", "（六）总计", "total_handled"),
    ("2021", "3", "（八）总计", "total_handled"),
    ("2021", "3", "（六）合计", "total_handled"),
    ("2021", "3", "(7)总计", "total_handled"),
    ("2021", "3", "7.总计", "total_handled"),
    ("2021", "3", "（七）总数", "total_handled"),
    ("2019", "3", "（六）其它处理", "other"),
    ("2019", "2", "规章（设区的市以上人民政府制定的规章，见条例第20条）", "regulations"),
    ("2019", "2", "规\n章", "regulations"),
    ("2021", "2", "行政规范性\n文件", "normative_docs"),
    ("2021", "2", "规范性文件", "normative_docs"),
    ("2021", "2", "行政事业性收费", "fees"),
]
COLUMN_SLIPS = [
    ("2021", "2", "本年发件数", "issued"),
    ("2021", "2", "现行有效件数（历史累计）", "in_force"),
    ("2021", "2", "本年收费金额\n（单位：万元）", "fee_amount"),
    ("2019", "2", "本年增/减（指比上一年增加或减少的项目，减用负值表示，如-8）", "change"),
    ("2019", "2", "本年增／减", "change"),
    ("2021", "3", "自\n然\n人", "natural_person"),
    ("2021", "3", "社会公益　组织", "social_org"),
    ("2021", "3", "其他", "other_org"),
    ("2021", "3", "总计", "total"),
    ("2021", "4", "尚未\n审结", "pending"),
]
DECOYS = [
    ("3", "（三）不予公开"),
    ("3", "（四）无法提供"),
    ("3", "（五）不予处理"),
    ("3", "三、本年度办理结果"),
    ("3", "申请人情况"),
    ("3", "（六）其他处理"),
    ("3", "9.属于其他情形"),
    ("2", "行政检查"),
    ("2", "行政确认"),
    ("2", "行政裁决"),
    ("2", "行政奖励"),
    ("2", "其他主动公开文件"),
    ("2", "信息内容"),
]


@pytest.mark.parametrize(("form", "table_no"), TABLES)
def test_every_wording_of_a_row(form: str, table_no: str) -> None:
    for row in forms()[form].table(table_no).rows:
        for wording in row.wordings:
            match = row_matcher(form, table_no).match(wording)
            assert match is not None and match.key == row.key, wording


@pytest.mark.parametrize(("form", "table_no"), TABLES)
def test_every_wording_of_a_column(form: str, table_no: str) -> None:
    table = forms()[form].table(table_no)
    for block in table.blocks:
        for column in block.columns:
            for wording in column.wordings:
                match = column_matcher(form, table_no).match(wording)
                assert match is not None
                # 2019 form: 本年处理决定数量 and the like name one column of a table only
                assert match.key == column.key, wording


@pytest.mark.parametrize(("form", "table_no", "printed", "key"), ROW_SLIPS)
def test_row_slips(form: str, table_no: str, printed: str, key: str) -> None:
    match = row_matcher(form, table_no).match(printed)
    assert match is not None and match.key == key


@pytest.mark.parametrize(("form", "table_no", "printed", "key"), COLUMN_SLIPS)
def test_column_slips(form: str, table_no: str, printed: str, key: str) -> None:
    match = column_matcher(form, table_no).match(printed)
    assert match is not None and match.key == key


@pytest.mark.parametrize(("table_no", "printed"), DECOYS)
def test_what_is_no_row(table_no: str, printed: str) -> None:
    assert row_matcher("2021", table_no).match(printed) is None


def test_a_group_of_columns_is_no_column() -> None:
    assert column_matcher("2021", "3").match("法人或其他组织") is None
    match = group_matcher("2021", "3").match("法人或其它组织")
    assert match is not None and match.key == "legal_persons"


def test_two_labels_equally_near_are_none() -> None:
    matcher = LabelMatcher([Label("a", "甲乙丙丁戊己庚", ""), Label("b", "甲乙丙丁戊己辛", "")])
    assert matcher.match("甲乙丙丁戊己") is None
    assert matcher.match("甲乙丙丁戊己庚").key == "a"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("（一）予公开", "granted"),
        ("（一）以公开", "granted"),
        ("（二）部公开", "partially_granted"),
        ("2.重申请", "rejected_repeat"),
        # another's number, or none: the letters are as near to a group, or to a word of any kind
        ("（二）予公开", None),
        ("（三）予公开", None),
        ("予公开", None),
        ("重申请", None),
        ("1.重申请", None),
        # a group's, two letters lost, and one that turns the sense
        ("（三）不公开", None),
        ("（一）公开", None),
        ("（一）不公开", None),
        ("（五）不处理", None),
    ],
)
def test_a_short_label_that_lost_a_letter_needs_its_own_number(printed: str, key: str | None) -> None:
    match = row_matcher("2021", "3").match(printed)
    assert (match.key if match else None) == key


def test_a_short_label_matches_to_the_letter() -> None:
    matcher = LabelMatcher([Label("a", "规章", "")])
    assert matcher.match("规则") is None


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("（一）予以公开", "予以公开"),
        ("1.2.甲", "甲"),
        ("①甲", "甲"),
        ("㈦甲", "甲"),
        ("⑺甲", "甲"),
        ("㈢⒈甲", "甲"),
        ("一、甲", "甲"),
        ("12345", "12345"),
        ("5%", "5%"),
    ],
)
def test_numbering(text: str, bare: str) -> None:
    assert strip_numbering(squash(text)) == bare


def test_glosses_in_brackets() -> None:
    assert core("规章（设区的市（含县级市）制定）") == "规章"
    assert core("规章（未闭合的说明") == "规章"
    assert normalize("Ａ ，Ｂ。") == "AB"


_OWN = [(form, no, row) for form, no in TABLES for row in forms()[form].table(no).rows]
_EDIT = st.lists(
    st.tuples(st.sampled_from(["drop", "double", "space", "break", "wide"]), st.integers(0, 60)), max_size=2
)


@given(st.sampled_from(_OWN), _EDIT)
def test_a_damaged_label_never_becomes_another_row(own: tuple, edits: list[tuple[str, int]]) -> None:  # type: ignore[type-arg]
    form, no, row = own
    text = row.zh
    for kind, place in edits:
        at = place % len(text)
        text = {
            "drop": text[:at] + text[at + 1 :] if len(text) > 6 else text,
            "double": text[:at] + text[at] + text[at:],
            "space": text[:at] + " " + text[at:],
            "break": text[:at] + "\n" + text[at:],
            "wide": text.translate({ord("1"): "１", ord("."): "．"}),
        }[kind]
    match = row_matcher(form, no).match(text)
    assert match is None or match.key == row.key


@given(st.text(max_size=60), st.sampled_from(TABLES))
def test_never_raises(text: str, table: tuple[str, str]) -> None:
    match = row_matcher(*table).match(text)
    assert match is None or 0.7 <= match.score <= 1


def test_radicals_that_look_like_characters() -> None:
    assert squash("岳⻄县⼈⺠政府") == "岳西县人民政府"
    assert squash("⺾⺮") == "⺾⺮"  # no characters of a text


@pytest.mark.parametrize("number", ["1.", "4.", "5.", "6.", "9.", "（一）", "（三）", "二、", "(4)"])
@pytest.mark.parametrize("word", ["总计", "合计"])
def test_a_sum_with_a_number_of_rows_or_of_other_groups_is_not_that_of_all(number: str, word: str) -> None:
    assert row_matcher("2021", "3").match(number + word) is None
