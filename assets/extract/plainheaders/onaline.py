"""Heads of a flat table that stand on lines of their own in another order than the form's: these settle no column.

    信息内容
    上一年项目数量
    处理决定数量
    本年增/减

A program that gives the boxes of a page one after the other takes them in an order of its own, and the figures below in another. Labels
that share a line come from left to right. Belongs here: tables without groups of columns, a label a line. Does not belong here: what the order
of print says of two levels of labels (printedorder.py), and cells that are set apart (gridheader.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.headers.columnnames import UNKNOWN
from assets.extract.labels import squash
from schemas.form import Column


def settled_order(
    order: list[str], standard: Sequence[str], words: Sequence[str], columns: Sequence[Column]
) -> list[str]:
    """The columns from left to right, UNKNOWN for those that stand elsewhere in the form, where each label has a line of its own."""
    if order == list(standard) or sorted(order) != sorted(standard) or any(c.group for c in columns):
        return order
    texts = [squash(line) for line in words]
    labels = [squash(wording) for c in columns for wording in c.wordings]
    if any(sum(label in text for label in {*labels}) > 1 for text in texts if text not in labels):
        return order
    return [key if key == own else UNKNOWN for key, own in zip(order, standard, strict=True)]
