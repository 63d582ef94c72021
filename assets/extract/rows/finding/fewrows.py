"""A table of groups of which a few rows are left, right below the heading of its section and under its own header, all to the letter.

    三、收到和处理政府信息公开申请情况
    | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
    | 一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |
    | （一）予以公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
    | （七）总计 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |
    （其余各行均为0，略）

Who copies a report may leave the rows of noughts out. So few rows are also a part of the requests, another year's or another body's: so
nothing may stand between heading, header and rows, no row may be a stranger's, and what follows opens the next section or says that
the rest is left out. Does not belong here: tables with more of their rows (links.py), and what becomes of rows that are not printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.labels import squash
from assets.extract.model import GridRow
from assets.extract.rows.finding.chain import Link
from assets.extract.sections import headings
from schemas.form import Table

_LEAST = 3
_WALL = re.compile(r"[\t|｜│┃]")
_DIGIT = re.compile("[0-9]")
_RULE = re.compile(r"[\s|:+\-—=─┼├┤│]*")
_LEFT_OUT = re.compile(
    r"\(?(?:注:)?(?:其余|其他|其它|未列出?|余下|剩余)[^。;]{0,14}?(?:[0０零略空无]|未列|省略)[^。;]{0,6}[。;]?\)?"
)


def are_few_of_own(links: Sequence[Link], table: Table, lines: Sequence[str]) -> bool:
    """Whether a chain is all that its section prints of the table: its first row and others, each whole and to the letter."""
    if len(links) < _LEAST or links[0].row != 0 or len(table.blocks) > 1:
        return False
    if not all(_is_to_the_letter(link, table, lines) for link in links):
        return False
    first, last = links[0].candidate.line, links[-1].candidate.line_end
    rows = {link.candidate.line for link in links}
    if any(n not in rows and not _RULE.fullmatch(lines[n - 1]) for n in range(first, last + 1)):
        return False
    header = next((n for n in range(first - 1, 0, -1) if not _RULE.fullmatch(lines[n - 1])), 0)
    heading = next((n for n in range(header - 1, 0, -1) if not _RULE.fullmatch(lines[n - 1])), 0)
    columns = [squash(column.zh) for column in table.columns]
    pieces = [squash(piece) for piece in _pieces(lines[header - 1])]
    if not heading or pieces[-len(columns) :] != columns or any(map(_DIGIT.search, pieces)):
        return False  # 指标（2021年） is of another year
    heads = dict(headings(list(lines), set()))
    if str(heads.get(heading)) != table.no:
        return False
    below = next((n for n in range(last + 1, len(lines) + 1) if not _RULE.fullmatch(lines[n - 1])), 0)
    # a text that was cut amid the table goes on with other sections
    return heads.get(below) == int(table.no) + 1 or bool(
        below and _LEFT_OUT.fullmatch(squash(lines[below - 1]))
    )


def _is_to_the_letter(link: Link, table: Table, lines: Sequence[str]) -> bool:
    """Whether a row of cells stands on one line: its label as the form prints it, and a figure for each column."""
    candidate = link.candidate
    if not isinstance(candidate.item, GridRow) or candidate.line != candidate.line_end:
        return False
    texts = [squash(cell.text) for cell in candidate.item.cells]
    label, figures = texts[: -len(table.columns)], texts[-len(table.columns) :]
    own = {squash(wording) for wording in table.rows[link.row].wordings}
    return [text for text in label if text in own] == [text for text in label if text] != [] and all(figures)


def _pieces(line: str) -> list[str]:
    """The cells of a line, those about its bars left out."""
    pieces = _WALL.split(line)
    if line.strip()[:1] in "|｜│┃":
        pieces = pieces[1:]
    return pieces[:-1] if line.rstrip(" \n")[-1:] in "|｜│┃" else pieces
