"""Headers whose words are shuffled by the lines into which their cells are wrapped, and by nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import forms
from tests.extract.printed import Part, aligned, figures, printed, read, report, reported, running, wrong
from tests.turns import in_turn

TABLE = forms()["2021"].table("3")
NOTE = TABLE.note or ""
CELLS = len(TABLE.rows) * len(TABLE.columns)

# One line a row of words: the cells stand centred beside each other, of one line to three.
THREE_LINES = """\
申请人情况
法人或其他组织
                         自然           社会  法律       总计
                           人   商业  科研                                        公益  服务  其他
                               企业  机构
                                        组织  机构"""
BESIDE_THE_NOTE = f"""\
申请人情况
{NOTE[:25]} 法人或其他组织
{NOTE[25:]}
自然人 总计
- 1 -
法律服务
商业企业科研机构社会公益 其他
组织 机构"""
LETTER_BY_LETTER = f"""\
申请人情况
{NOTE} 自然
法人或其他组织
科研 社会公 法律服 其 总
人 商业
企业 机构 益组织 务机构 他 计"""
RUN_INTO_ONE = """\
申请人情况
法人或其他组织
自然人 商业企业科研机构社会 组 公 织 益法律 机 服 构 务 其他 总计"""
BLOCKS = f"""\
申请人情况
{NOTE[:28]}
法人或其他组织
{NOTE[28:]}
自然人
法律服务
总计 商业企业 科研机构 社会公益
组织
机构 其他"""
# From cell to cell, the sum behind the first column as both reach over two rows.
CELLS_OF_TWO_LINES = f"""\
申请人情况
法人或其他组织
{NOTE[:28]}
{NOTE[28:]} 自然人 总计 商业企业 科研机构
社会公益
组织
法律服务
机构 其他"""
HONEST = [THREE_LINES, BESIDE_THE_NOTE, LETTER_BY_LETTER, RUN_INTO_ONE, BLOCKS, CELLS_OF_TWO_LINES]


def text_of(header: str) -> str:
    rows = [[line] for line in header.split("\n")]
    parts: list[Part] = [replace(p, header=rows) if p.table_no == "3" else p for p in printed(figures())]
    # words that are set out by their places stand over figures that are
    return report(parts, aligned if "   " in header else running)


@pytest.mark.parametrize("header", HONEST)
def test_lines_that_keep_the_order_of_the_form(header: str) -> None:
    reading = read(text_of(header))
    assert not wrong(reading, figures())
    assert len(reported(reading, "3")) == CELLS


@pytest.mark.parametrize(
    ("header", "exchanged"),
    [
        # the sum first
        (THREE_LINES, [("       总计", ""), ("    自然", "总计  自然")]),
        (BESIDE_THE_NOTE, [("自然人 总计", "总计 自然人")]),
        (LETTER_BY_LETTER, [("科研 社会公 法律服 其 总", "总 科研 社会公 法律服 其"), (" 他 计", " 他"), ("企业", "计 企业")]),
        (RUN_INTO_ONE, [(" 其他 总计", " 其他"), ("自然人", "总计 自然人")]),
        (BLOCKS, [("自然人\n", ""), ("总计", "总计 自然人")]),
        # natural persons last
        (THREE_LINES, [("自然", "    "), ("       总计", "  自然  总计"), (" 人  ", "    "), ("其他", "其他  人")]),
        (LETTER_BY_LETTER, [("人 商业", "商业 人")]),
        (RUN_INTO_ONE, [("自然人 ", ""), (" 其他", " 其他 自然人")]),
        (BLOCKS, [("自然人\n", ""), ("总计", "自然人 总计")]),
        # two of the group exchanged
        (THREE_LINES, [("商业", "其  "), ("其他", "商业"), ("企业", "他  "), ("组织  机构", "组织  机构  企业")]),
        (BESIDE_THE_NOTE, [("商业企业科研机构社会公益 其他", "其他 科研机构社会公益 商业企业")]),
        (BESIDE_THE_NOTE, [("组织 机构", "机构 组织")]),
        (LETTER_BY_LETTER, [("科研 社会公 法律服 其", "其 科研 社会公 法律服"), ("机构 益组织 务机构 他", "他 机构 益组织 务机构")]),
        (RUN_INTO_ONE, [("商业企业科研机构", "科研机构商业企业")]),
        (BLOCKS, [("商业企业 科研机构 社会公益", "科研机构 商业企业 社会公益")]),
        (BLOCKS, [("商业企业 科研机构 社会公益", "其他 科研机构 社会公益"), ("机构 其他", "机构 商业企业")]),
        (CELLS_OF_TWO_LINES, [("自然人 总计", "总计 自然人")]),
        (CELLS_OF_TWO_LINES, [("商业企业 科研机构", "科研机构 商业企业")]),
        (CELLS_OF_TWO_LINES, [("社会公益\n组织", "其他"), ("机构 其他", "机构 社会公益\n组织")]),
        # the group's label beside the first column's
        (CELLS_OF_TWO_LINES, [("法人或其他组织\n", ""), (" 自然人", "\n法人或其他组织\n自然人")]),
        # labels that each break where no other does stand on lines of the page
        (CELLS_OF_TWO_LINES, [("社会公益\n组织", "社会公益组织")]),
        # blocks that do not tell where the next begins
        (BLOCKS, [("机构 其他", "其他\n机构")]),
        (BLOCKS, [("总计 商业企业", "总计\n商业企业")]),
        (BLOCKS, [("法人或其他组织\n", "")]),
    ],
)  # fmt: skip
def test_columns_that_are_exchanged(header: str, exchanged: list[tuple[str, str]]) -> None:
    """What the figures are of is not asked: they stand as in the form, and are doubted for the words over them."""
    for old, new in exchanged:
        assert old in header
        header = header.replace(old, new, 1)
    assert len(reported(read(text_of(header)), "3")) < CELLS


@in_turn
@pytest.mark.parametrize("other", ["小计", "序号", "备注", "上年", "个人", "其他"])
@pytest.mark.parametrize("header", [THREE_LINES, BESIDE_THE_NOTE, RUN_INTO_ONE, BLOCKS])
def test_a_word_more(header: str, other: str) -> None:
    lines = header.split("\n")
    assert not reported(read(text_of("\n".join([*lines[:-1], f"{lines[-1]} {other}"]))), "3")


@pytest.mark.parametrize("lost", ["自然", "总"])
def test_a_word_less(lost: str) -> None:
    before, behind = LETTER_BY_LETTER.rsplit(lost, 1)
    assert not reported(read(text_of(before + behind)), "3")
