"""Heads that stand over each group of the one row of a table: how often each is there, and what stands where one is not.

受理件数 for 总计 over one of three groups leaves two heads 总计: that the head is there says nothing about the third. So each is counted, and
where one lacks while a word stands among the heads whose letters the table's print does not explain, that column is in doubt: of the group
in which the word stands if the heads are whole but for it, else of all groups. A head that lost letters, or has a wrong one, is the form's.
Belongs here: counting heads over groups. Does not belong here: heads of tables with rows, and what letters stand over the row
(othermeaning.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from assets.extract.labels import han, squash
from schemas.form import Block, CellKey, Table
from schemas.whose import any_of

# A letter alone is what is left of a word; more than these are the head of a page, or prose.
_LEAST_WORD, _LONGEST_WORD = 2, 8
# What the head of a page ends in, of which broken heads may have taken up a piece.
_PAGE_HEAD = "报告"
# Heads that stand once each are over a table with rows for its groups.
_LEAST_OFTEN = 2
# What stands where a head may be: a column's key, or one of these.
_STRANGE, _UNCLEAR = "?", ""


def strange_in_groups(text: str, table: Table, block: Block) -> frozenset[CellKey]:
    """The cells of the row over which a strange word stands in place of the head, from the letters of the header."""
    # what leads up to the table stands before the word over its groups
    heads = tuple(_heads(text[max(0, text.find(table.header)) :], table))
    if _STRANGE not in heads:
        return frozenset()
    found = Counter(heads)
    columns = [column.key for column in block.columns]
    rows = [row.key for row in block.rows]
    if max(found[key] for key in columns) < _LEAST_OFTEN:
        return frozenset()
    if groups := _groups(heads, len(columns), text, block):
        lacking = [
            (row, key)
            for row, own in zip(rows, groups, strict=True)
            if _STRANGE in own
            for key in {*columns} - {*own}
        ]
    elif len({found[key] for key in columns}) == 1:
        return frozenset()  # all heads of a group are lost
    else:
        lacking = [(row, key) for key in columns if found[key] < len(rows) for row in rows]
    return frozenset(CellKey(table.no, row, key) for row, key in lacking)


def _groups(heads: Sequence[str], size: int, text: str, block: Block) -> list[Sequence[str]]:
    """The heads of each group; none where they are not so many, or not of the form's groups one after the other."""
    if len(heads) != size * len(block.rows):
        return []
    groups = [heads[at : at + size] for at in range(0, len(heads), size)]
    if any(
        count > 1 for own in groups for key, count in Counter(own).items() if key not in (_STRANGE, _UNCLEAR)
    ):
        return []
    places = [text.find(_letters(row.zh)) for row in block.rows]
    return groups if -1 not in places and places == sorted(places) else []


def _heads(text: str, table: Table) -> Iterator[str]:
    """What stands in the place of each head."""
    for piece in _printed_heads(table).split(text):
        letters = han(piece or "")
        if letters in _columns(table):
            yield _columns(table)[letters]
        elif _wordings(table).fullmatch(letters):
            yield from (_columns(table)[word] for word in _each_wording(table).findall(letters))
        elif len(letters) >= _LEAST_WORD and not _is_of_group(letters, table):
            yield _of_piece(letters, table)


def _of_piece(letters: str, table: Table) -> str:
    near = [key for label, key in _columns(table).items() if _has_a_wrong_letter(letters, label)]
    if near:
        return near[0] if len(set(near)) == 1 else _UNCLEAR
    is_word = (
        len(letters) <= _LONGEST_WORD and _PAGE_HEAD not in letters and not set(letters) <= _letters_of(table)
    )
    return _STRANGE if is_word else _UNCLEAR


def _is_of_group(letters: str, table: Table) -> bool:
    return letters in _group_labels(table) or any(
        _has_a_wrong_letter(letters, label) for label in _group_labels(table)
    )


def _has_a_wrong_letter(letters: str, label: str) -> bool:
    """Whether letters are those of a label but for one in its place."""
    return len(letters) == len(label) and sum(a != b for a, b in zip(letters, label, strict=True)) == 1


def _letters(label: str) -> str:
    return han(squash(label))


@cache
def _columns(table: Table) -> dict[str, str]:
    """The letters of each wording of a head, and its column."""
    return {_letters(wording): column.key for column in table.columns for wording in column.wordings}


@cache
def _group_labels(table: Table) -> tuple[str, ...]:
    return tuple(_letters(w) for label in (*table.rows, *table.groups) for w in label.wordings)


@cache
def _letters_of(table: Table) -> frozenset[str]:
    """The letters of the table's print, with its title: a broken one may stand right above the heads."""
    titles = map(_letters, (table.zh, *table.aliases))
    return frozenset("".join((*_columns(table), *_group_labels(table), *titles)))


@cache
def _printed_heads(table: Table) -> re.Pattern[str]:
    """What parts heads: the form's own, which stay, and the labels of groups, which go."""
    heads = any_of(_letters(column.zh) for column in table.columns)
    return re.compile(f"({heads})|{any_of(_group_labels(table))}")


@cache
def _wordings(table: Table) -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(_columns(table))})+")


@cache
def _each_wording(table: Table) -> re.Pattern[str]:
    return re.compile(any_of(_columns(table)))
