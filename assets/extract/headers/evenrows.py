"""Rows whose figures are all alike, below a header that names the columns but does not tell their order: each column has that figure.

Programs print the labels of a header by their height on the page, so that 自然人 总计 stand above 商业企业 科研机构. Most rows of most
reports are noughts, and of these the order does not matter. Belongs here: whether a header names the form's columns and nothing
else, and whether a row is such a one. Does not belong here: whole tables of noughts (disordered/noughts.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from assets.extract.headers.headerplace import HEADER_LINES, title_line
from assets.extract.labels import squash
from assets.extract.model import Cell
from assets.extract.readers.pages import is_furniture
from assets.extract.rows.candidates import Candidate
from assets.extract.whose.titles import TITLE
from schemas.form import Block, Table

# So many letters may be others than those of the labels: 法律服务组织 for 法律服务机构.
_MOST_OTHERS = 2
_LETTER = re.compile("[\u3400-\u9fff]")
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")


def all_alike(figures: Sequence[Cell], block: Block) -> bool:
    """Whether a row has a figure for each column, and it is the same in all."""
    return len(figures) == len(block.columns) and len({squash(cell.text) for cell in figures}) == 1


def names_all_columns(lines: Sequence[str], first: Candidate, block: Block, table: Table) -> bool:
    """Whether the letters above the first row are those of the labels of all columns, and of what stands over and beside them."""
    above = lines[max(0, first.line - 1 - HEADER_LINES) : first.line - 1]
    header = [line for line in above[title_line(above, table) :] if not _is_of_page(line)]
    printed = Counter(_LETTER.findall(_BRACKETS.sub("", squash("".join(header)))))
    columns, others = _letters(block, table)
    strange = printed - columns
    return (
        (columns - printed).total() <= _MOST_OTHERS
        and set(strange) <= set(columns) | set(others)
        and (strange - others).total() <= _MOST_OTHERS
    )


def _is_of_page(line: str) -> bool:
    return is_furniture(line) or TITLE.search(squash(line)) is not None


@cache
def _letters(block: Block, table: Table) -> tuple[Counter[str], Counter[str]]:
    """The letters of the labels of the columns, and of those over and beside them."""
    over = {column.group for column in block.columns}
    groups = [group.zh for group in table.groups if group.key in over]
    others = [*groups, table.header, table.note or ""]
    columns = "".join(column.zh for column in block.columns)
    return (
        Counter(_LETTER.findall(squash(columns))),
        Counter(_LETTER.findall(squash("".join(others)))),
    )
