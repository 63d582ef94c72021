"""Columns aligned by spaces: labels set in pieces above each other, and cells of two lines around their row."""

from __future__ import annotations

import pytest

from assets.extract.forms import printed_form
from assets.extract.plainheaders.plainheader import text_order
from assets.extract.reading import read_text
from schemas.form import forms

_TABLE = forms()["2021"].table("3")
_COLUMNS = _TABLE.blocks[0].columns
TITLE, HEADING = "青岚县林业局2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"
_KEYS = [c.key for c in _COLUMNS]

_EXCHANGED = """
                     自然    法人或其他组织
                      人   商业  科研  社会公  其他  法律服
                           企业  机构  益组织        务机构
"""
_TWO_LINES = """
                                   申请人情况
                     自然    法人或其他组织                          总
                      人   科研  商业  社会公  法律服  其            计
                           机构  企业  益组织  务机构  他
"""
_IN_ORDER = """
                     自然    法人或其他组织                          总
                      人   商业  科研  社会公  法律服  其            计
                           企业  机构  益组织  务机构  他
"""


def test_pieces_above_each_other_give_the_order() -> None:
    order, conflict = text_order(_TWO_LINES.split("\n"), _TABLE, _COLUMNS)
    assert conflict is None
    assert order == ["natural_person", "research", "commercial", *_KEYS[3:]]
    assert text_order(_IN_ORDER.split("\n"), _TABLE, _COLUMNS) == (None, None)


def test_a_piece_out_of_its_place_is_a_conflict() -> None:
    """总计 is not printed, so that the order is not known; but 其他 stands before 法律服务机构."""
    order, conflict = text_order(_EXCHANGED.split("\n"), _TABLE, _COLUMNS)
    assert order is None
    assert conflict is not None


def test_levels_set_from_the_margin_are_not_compared() -> None:
    """A program that does not keep merged cells apart sets each line of the header from the left margin."""
    lines = [
        "自然人               法人或其他组织      总计",
        "商业企业             科研机构            社会公益组织  法律服务机构  其他",
    ]
    assert text_order(lines, _TABLE, _COLUMNS) == (None, None)


def test_a_header_that_goes_on_below_is_in_its_order() -> None:
    """The line was too long: what follows stands left of where the header begins, and over no figures."""
    lines = [f"{'':50}自然人   商业企业   科研机构   社会公益组织", "法律服务机构   其他   总计"]
    assert text_order(lines, _TABLE, _COLUMNS) == (None, None)
    exchanged = [f"{'':50}自然人   科研机构   商业企业   社会公益组织", "法律服务机构   其他   总计"]
    assert text_order(exchanged, _TABLE, _COLUMNS) != (None, None)


def test_a_figure_cut_at_the_end_of_its_line_is_in_doubt() -> None:
    header = f"{'':50}自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计"
    rows = [row.zh for row in _TABLE.rows]
    lines = [f"{row:50}     3     5     7     9     4     6    {n}" for n, row in enumerate(rows, 34)]
    lines[4] = lines[4][:-1]  # 38: the line was full before its last digit
    text = "\n".join([TITLE, HEADING, header, *lines[:5], "8", *lines[5:]])
    row = _row(text, _TABLE.rows[4].key)
    assert row["total"] == ("uncertain", None)
    assert row["natural_person"] == ("reported", 3)
    assert _row(text, _TABLE.rows[5].key)["total"] == ("reported", 39)


@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_form_is_told_where_figures_cut_every_label(form_id: str) -> None:
    rows = [row.zh for row in forms()[form_id].table("3").rows]
    text = "\n".join(f"{row[:4]}  0 0 0 0 0 0 0\n{row[3:]}" for row in rows)
    text += "\n".join(g.zh for g in forms()[form_id].table("3").groups)
    assert printed_form(text.split("\n")) == form_id


def _row(text: str, row_key: str) -> dict[str, tuple[str, float | None]]:
    reading = read_text(text, "a.txt", "0" * 32)
    return {c["col_key"]: (c["status"], c["value"]) for c in reading.cells if c["row_key"] == row_key}


def test_a_cell_of_two_lines_is_not_blank() -> None:
    """The figure stands above the line of its row and its unit below: the column is empty on the line itself."""
    head = "三、收到和处理政府信息公开申请情况\n"
    labels = [row.zh.split("（区")[0] for row in _TABLE.rows]
    lines = [
        f"{label}{' ' * (60 - 2 * len(label))}10      20      30      40      50      60      210"
        for label in labels
    ]
    at = next(i for i, row in enumerate(_TABLE.rows) if row.key == "denied_process_info")
    whole = lines[at]
    lines[at] = f"{whole[: whole.index('30')]}  {whole[whole.index('30') + 2 :]}"
    gap = " " * (60 + 16)
    blank = head + "\n".join(lines)
    assert _row(blank, "denied_process_info")["research"] == ("blank", None)
    lines[at : at + 1] = [f"{gap}211", lines[at], f"{gap}件"]
    cells = _row(head + "\n".join(lines), "denied_process_info")
    assert cells["research"][0] == "uncertain"
