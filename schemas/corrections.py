"""The slips that a correction may name, and how sure one is of it: names and wording in both languages.

Belongs here: words. Does not belong here: recognising a slip (assets/check/operations.py) or searching for one.
"""

from __future__ import annotations

from schemas.form import Label

_SINGLE = (
    Label("blank_for_value", "漏填数字", "a figure was left out"),
    Label("digit_slip", "一位数字有误", "one digit is wrong"),
    Label("transposition", "相邻两位数字颠倒", "two neighbouring digits are transposed"),
    Label("digit_dropped", "少一位数字", "a digit is lacking"),
    Label("digit_added", "多一位数字", "a digit too many"),
    Label("wrong_total", "合计有误", "the total is wrong"),
    Label("value", "数值有误", "the figure is wrong"),
)
_SEVERAL = (
    Label("moved", "数字填入了相邻的单元格", "the figure stands in a neighbouring cell"),
    Label("exchanged", "相邻两个单元格的数字互换", "the figures of two neighbouring cells are exchanged"),
    Label("row_shifted", "整行数字错位一列", "the figures of the row are shifted by a column"),
    Label("row_lost", "整行数字缺失", "the figures of the row are missing"),
    Label("totals_blank", "合计未填", "the totals are not filled in"),
    Label("rows_exchanged", "相邻两行数字互换", "the figures of two neighbouring rows are exchanged"),
    Label("values", "几个单元格的数值有误", "the figures of several cells are wrong"),
)
_DEDUCED = (Label("value_deduced", "由勾稽关系推得", "follows from the sums"),)

KINDS: dict[str, Label] = {label.key: label for label in (*_SINGLE, *_SEVERAL, *_DEDUCED)}

# Unique; one of several that tie; a missing value that only one answer fits.
STATUSES = ("proposed", "candidate", "deduced")
