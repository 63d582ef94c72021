"""What stands over the rows of a block of the form: which of its heads, and letters that no label of the table tells.

Belongs here: the letters between a table's title or corner and its first label, without the labels among them. Does not belong here:
what the letters mean that are left (othermeaning.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from assets.extract.headers.headerplace import own_header_start, title_line
from assets.extract.headers.headsofgroups import strange_in_groups
from assets.extract.labels import han, normalize, squash
from assets.extract.memory import remembering_header
from schemas.form import Block, CellKey, Column, Table
from schemas.meaning import TURNS
from schemas.whose import WORDS, any_of

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,400}>")
# A list of quoted cells stands in brackets, too.
_BRACKETS = re.compile(r"[(【][^()\[\]【】]{0,80}[)】]|\[[^()\[\]【】\"',]{0,80}\]")
_CLAUSE = re.compile(r"第二十条第?[^\u3400-\u9fff]{0,2}[一二三四五六七八九]?[^\u3400-\u9fff]{0,2}项?")
# The first figure of a row, or the word for none in its place.
_FIGURE = re.compile(r"[0-9]|(?<![\u3400-\u9fff])无(?![\u3400-\u9fff])")
#: Words that turn what a head says.
TURNING = (
    *WORDS.last_year,
    *WORDS.earlier_years,
    *WORDS.half_years,
    *WORDS.undecided,
    *TURNS.other_years,
    *TURNS.next_years,
    *TURNS.planned,
    *TURNS.turned,
    *TURNS.of_other_kinds,
    *TURNS.other_outcomes,
)
_TURNED_BEFORE = re.compile(rf"{any_of(TURNING)}度?$")
_OF_ALL_YEARS = re.compile(any_of(WORDS.earlier_years))
# What is told meanwhile.
_TOLD = "、"


@dataclass
class Over:
    """What stands over the rows of a block: letters that no label tells, the columns whose head is there, those whose head is there
    behind a word that turns it, whether the corner is, and more than one, the cells of a row of groups over which a strange word stands."""

    left: str
    heads: set[str] = field(default_factory=set)
    turned: set[str] = field(default_factory=set)
    has_corner: bool = False
    has_corners: bool = False
    of_groups: frozenset[CellKey] = frozenset()


def said_over(lines: Sequence[str], above: int, first: int, table: Table, block: Block) -> Over:
    """What stands between line `above` and the first label of a block, whose first figure is on line `first`."""
    above = own_header_start(lines, first, above)
    over = [_TAG.sub(" ", line) if "<" in line else line for line in lines[above:first]]
    over = over[max(0, title_line(over, table)) :]
    if over and (figure := _FIGURE.search(over[-1])):
        over[-1] = over[-1][: figure.start()]
    return _said(tuple(over), table, block)


@remembering_header
def _said(over: tuple[str, ...], table: Table, block: Block) -> Over:
    """What the lines of the header of a block say."""
    text = "".join(map(squash, over))
    if "。" in text:
        text = text[text.rindex("。") :]
    text = _CLAUSE.sub(_TOLD, text)
    text = _BRACKETS.sub("", text)
    text = (
        han(text.replace("/", "").replace(_TOLD, ""))
        if _TOLD not in text
        else "".join(han(piece) + _TOLD for piece in text.replace("/", "").split(_TOLD))
    )
    of_groups = strange_in_groups(text, table, block) if table.one_row else frozenset()
    corner = table.header
    start = text.rfind(corner) if corner else -1
    has_corner = start >= 0
    has_corners = has_corner and text.find(corner) < start
    text = text[start + len(corner) :] if has_corner else text[text.rfind(_TOLD) + 1 :]
    if not table.one_row:  # whose labels are heads
        text = text[: min((at for label in _rows(block) if (at := text.find(label)) >= 0), default=len(text))]
        # the first of the lines over which a narrow column breaks the label
        text = text.rstrip(_TOLD)
        if text.endswith(begun := _beginnings(block)):
            text = text.removesuffix(next(filter(text.endswith, begun)))
    told = _told(text, table, block, has_corner)
    told.has_corners = has_corners
    told.of_groups = of_groups
    return told


def _told(text: str, table: Table, block: Block, has_corner: bool) -> Over:
    """The text without the labels of the table, and the heads of the block among them."""
    over = Over("", has_corner=has_corner)
    for wording, column, is_official in _labels(table):
        start = 0
        while (at := text.find(wording, start)) >= 0:
            before = text[:at]
            turned = column is not None and _is_turned(before, column)
            if turned and column is not None:
                over.turned.add(column.key)
            if turned or not (is_official or not before or before.endswith(_TOLD)):
                start = at + len(wording)
                continue
            text = before + _TOLD + text[at + len(wording) :]
            start = at
            if column is not None:
                over.heads.add(column.key)
    over.left = text.replace(_TOLD, "")
    return over


def _is_turned(before: str, column: Column) -> bool:
    found = _TURNED_BEFORE.search(before)
    if found is None:
        return False
    counts_all = any(word in column.zh for word in TURNS.of_all_years)
    return not (counts_all and _OF_ALL_YEARS.search(found[0]))


def letters_of(label: str) -> str:
    """The Chinese letters of a label without what it has in brackets."""
    return han(_BRACKETS.sub("", squash(label)))


@cache
def _rows(block: Block) -> list[str]:
    """The letters of the labels of a block's rows, but those that are a column's, too."""
    heads = {normalize(wording) for column in block.columns for wording in column.wordings}
    letters = {han(normalize(wording)) for row in block.rows for wording in row.wordings}
    return sorted(letters - heads)


@cache
def _beginnings(block: Block) -> tuple[str, ...]:
    """What may stand on the first of the lines of a label, the longest piece of each first."""
    return tuple(label[:size] for label in _rows(block) for size in range(len(label) - 1, 1, -1))


@cache
def _labels(table: Table) -> list[tuple[str, Column | None, bool]]:
    """The letters of the table's labels, the longest first, with the column where it is one's, and whether the form prints it so."""
    found: dict[str, tuple[str, Column | None, bool]] = {}
    for label in (*table.columns, *table.groups, *table.rows):
        for number, wording in enumerate(label.wordings):
            letters = letters_of(wording)
            column = label if isinstance(label, Column) else None
            found.setdefault(letters, (letters, column, number == 0))
    return sorted(found.values(), key=lambda label: -len(label[0]))
