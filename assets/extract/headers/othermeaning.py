"""Heads of columns that say something else than the form's column in whose place they stand.

拟废止件数 is like 本年废止件数, 不予公开总数量 holds 公开总数量, and 本年收费件数 is a head over the fees: likeness and place say that they
are the form's, their letters say that they count other things. So do the names of bodies over the figures of a whole table (局机关,
下属中心, 合计). A head that lost letters, has wrong ones or a gloss keeps the letters that tell it.
Belongs here: that doubt, from the letters over the rows, in whatever layout they are printed. Does not belong here: heads of another
form (headsofanother.py), and the order of the heads (gridheader.py, plainheader.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from assets.extract.cells import TableReading
from assets.extract.headers.saidover import TURNING, Over, letters_of, said_over
from assets.extract.labels import han, squash
from schemas.form import Block, Column, Form, Table
from schemas.meaning import TURNS
from schemas.whose import WORDS, any_of

_DIGIT = re.compile(r"[0-9]")
_TURNED = re.compile(any_of(TURNING))
_LAST_YEAR = re.compile(any_of(WORDS.last_year))
_OF_ANOTHER_YEAR = re.compile(any_of(WORDS.this_year, TURNS.next_years) + "度?(?:项目)?(?:数|个)")
# So many letters that have not been told may be the head of one column.
_LONGEST_HEAD = 14
_LEAST_HEAD, _LONGEST_WORD = 2, 6
# So many heads are a header.
_LEAST_HEADS = 2
# The number of the first row.
_FIRST = "一"
# A head keeps so many of the letters that tell it.
_KEPT = 0.5
# Heads of a column beside those of the form.
_REMARKS = ("备注", "说明", "附注")
_LONGEST_SHOWN = 40
# A head that a program repeated in each of the cells that it spans.
_REPEATED = re.compile(r"([\u3400-\u9fff]{4,20}?)\1+")
# So many letters over a whole table name columns, so many columns without a head are no damage.
_LEAST_OVER_ALL, _LEAST_OPEN = 4, 4


def doubt_other_meaning(tables: Iterable[TableReading], lines: Sequence[str], form: Form) -> None:
    """Put the columns in doubt whose heads say something else."""
    for reading in tables:
        table = form.table(reading.table_no)
        if not reading.cells:
            continue
        above = 0
        is_foreign = False
        for block in table.blocks:
            keys = [key for row in block.rows for key in table.keys_of[row.key] if key in reading.cells]
            at = [line for key in keys if (line := reading.cells[key].line_start)]
            if not at or (
                _names_itself(lines[min(at) - 1], block)
                and not _is_header_on(lines, min(at), above, table, block)
            ):
                continue
            over = said_over(lines, above, min(at), table, block)
            above = max(at)
            strange = strange_columns(over, table, block)
            is_foreign = len(strange) == len(block.columns) > 1 or (
                is_foreign and not over.left and not over.heads and not over.has_corner
            )
            if is_foreign:
                strange = list(block.columns)
            own = {column.key for column in strange}
            named = set() if is_foreign else reading.named
            doubted = [
                k
                for k in keys
                if (k.col_key in own or k in over.of_groups)
                and k.row_key not in named
                and reading.cells[k].status != "uncertain"
            ]
            if doubted:
                row = block.rows[0]
                detail = (over.left or "、".join(c.zh for c in strange or block.columns))[:_LONGEST_SHOWN]
                reading.note("header-unclear", line=min(at), row_key=row.key, row=row, detail=detail)
            for key in doubted:
                reading.doubt(key, "header-unclear", min(at))


def _names_itself(line: str, block: Block) -> bool:
    """Whether a figure's own line names its column, whatever stands above."""
    text = squash(line)
    return any(squash(wording) in text for column in block.columns for wording in column.wordings)


def _is_header_on(lines: Sequence[str], first: int, above: int, table: Table, block: Block) -> bool:
    """Whether the names on the line of the first figure of a block are its header: the word over the labels is there, and no other block;
    in a table of one, several heads stand before the first label; over groups, heads stand there again before any figure."""
    text = squash(lines[first - 1])
    before = text[: found.start()] if (found := _DIGIT.search(text)) else text
    if table.one_row:
        return any(before.count(squash(column.zh)) > 1 for column in table.columns)
    if len(table.blocks) > 1:
        return above < first and text.count(table.header) == 1
    label = before.find(squash(block.rows[0].zh))
    return label > 0 and sum(squash(c.zh) in before[:label] for c in block.columns) >= _LEAST_HEADS


def strange_columns(over: Over, table: Table, block: Block) -> list[Column]:
    """The columns of a block in whose place a head stands that is none of theirs."""
    turned = [c for c in block.columns if c.key in over.turned and c.key not in over.heads]
    open_ = [c for c in block.columns if c.key not in over.heads]
    left = over.left
    if table.one_row or len(table.blocks) == 1:
        if over.has_corner and _are_all_others(left, open_, table):
            return list(block.columns)
        return turned or [c for c in open_ if len(open_) == 1 and _is_another_word(left, c, table, over)]
    if over.has_corner and not over.has_corners and over.heads and len(open_) == len(block.columns):
        return open_  # below the one word over labels stand heads of another block alone
    left = _REPEATED.sub(r"\1", left)
    if not open_ or not _LEAST_HEAD <= len(left) <= _LONGEST_HEAD * len(open_):
        return []
    if _beginnings_of_heads(tuple(column.zh for column in open_)).fullmatch(left):
        return []
    is_head = over.has_corner or left.endswith(TURNS.ends_of_heads)
    own = "".join(wording for column in open_ for wording in column.wordings)
    return [column for column in open_ if is_head and _is_strange(left, column, own)]


def _are_all_others(left: str, open_: Sequence[Column], table: Table) -> bool:
    """Whether words that are none of the form's stand where most heads of a table do: months, ways of asking, departments."""
    if table.one_row or len(open_) < _LEAST_OPEN or len(left) < _LEAST_OVER_ALL:
        return False
    return not any(_keeps(left, column) for column in open_) and not any(
        left[at : at + 2] in _print(table) for at in range(len(left) - 1)
    )


def _is_strange(left: str, column: Column, own: str) -> bool:
    """Whether the letters of a head, or of several, say something else than a column's label; `own` are those of all columns sought."""
    if _tells_of_last_year(column):
        # heads of such columns have many wordings, with words for other years: but none for this or the next one alone
        return not column.signed and bool(_OF_ANOTHER_YEAR.match(left)) and not _LAST_YEAR.search(left)
    measures = () if column.money else TURNS.of_other_measures
    if any(word in left and word not in own for word in measures) or any(
        w not in own for w in _TURNED.findall(left)
    ):
        return True
    if column.money and not any(letter in left for letter in TURNS.of_money):
        return True
    # 数量, 件数 alone says nothing else
    return bool(_telling(left)) and not _keeps(left, column)


def is_turned_name(word: str, column: Column, columns: Sequence[Column]) -> bool:
    """Whether a name beside a figure has a word that turns it, which the names of a block's columns have not."""
    if not word.endswith(TURNS.ends_of_heads):
        return False
    if _tells_of_last_year(column):
        return _is_strange(word, column, "")
    own = "".join(wording for each in columns for wording in each.wordings)
    return any(turn not in own for turn in _TURNED.findall(word))


def _tells_of_last_year(column: Column) -> bool:
    return column.signed or any(word in wording for wording in column.wordings for word in WORDS.last_year)


def _keeps(left: str, column: Column) -> bool:
    """Whether some letters have those that tell a column: half of those of the form's print, or all of another wording's."""
    telling, *others = map(_telling, column.wordings)
    if sum(letter in left for letter in telling) >= _KEPT * len(telling):
        return True
    return any(letters and all(letter in left for letter in letters) for letters in others)


def _is_another_word(left: str, column: Column, table: Table, over: Over) -> bool:
    """Whether one word stands in the place of the one head that is not there: no piece of the table's print, nor one of the head."""
    left = left.removesuffix(_FIRST)
    if table.one_row or not over.has_corner or not _LEAST_HEAD <= len(left) <= _LONGEST_WORD:
        return False
    if left in _REMARKS:
        return False
    if any(word in left for word in (*WORDS.sums_of_parts, *TURNS.heads_of_sums)) or _is_other_kind(
        left, column, table
    ):
        return True
    return not any(letter in left for letter in _telling(column.zh)) and not any(
        left[at : at + 2] in _print(table) for at in range(len(left) - 1)
    )


def _is_other_kind(left: str, column: Column, table: Table) -> bool:
    """Whether a word ends as a head does and is another kind of it, of which it has no letter: 国有企业 for 商业企业."""
    label = letters_of(column.zh)
    ends = next((n for n in range(min(len(left), len(label))) if left[-1 - n] != label[-1 - n]), 0)
    rest, own = left[: len(left) - ends], label[: len(label) - ends]
    if not ends or len(rest) < _LEAST_HEAD or not own:
        return False
    return not any(letter in own for letter in rest) and not any(
        rest[at : at + 2] in _print(table) for at in range(len(rest) - 1)
    )


@cache
def _print(table: Table) -> str:
    labels = (*table.columns, *table.groups, *table.rows)
    return "\n".join(
        (table.zh, table.header, table.note or "", *(w for label in labels for w in label.wordings))
    )


@cache
def _telling(text: str) -> frozenset[str]:
    """The letters of a label that tell it from others: not those of all heads."""
    letters = letters_of(text)
    return frozenset(letters) - frozenset("".join(TURNS.in_all_heads))


@cache
def _beginnings_of_heads(labels: tuple[str, ...]) -> re.Pattern[str]:
    """The beginnings of labels one after the other, as a program leaves them that keeps the first paragraph of a cell alone."""
    heads = (han(squash(label)) for label in labels)
    return re.compile("".join(any_of([h[:n] for n in range(len(h), _LEAST_HEAD - 1, -1)]) for h in heads))
