"""A header that names the form's columns, each once and nothing else, in an order that is not known: rows all of whose figures are alike.

A page whose labels have one line or two gives them by height, so that a text without places does not tell which stands left of
which. A row `0 0 0 0 0 0 0` says the same of each of them in any order. It is read where the letters of the header are those of
all columns, no more and no less: a strange column would leave its own, a lacking one would leave none for the form's. Does not belong
here: the order itself (plainheader.py, wrappedlines.py), tables that hold nothing but noughts (disordered/noughts.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from assets.extract.headers.aroundblock import Around
from assets.extract.headers.headerplace import below_title, label_line
from assets.extract.labels import squash
from assets.extract.memory import remembering_header
from assets.extract.model import Cell
from assets.extract.numbers import looks_like_figure
from assets.extract.places.placed import Placed, in_order
from assets.extract.plainheaders.wrappedlines import is_only_wrapped
from assets.extract.readers.plain.pages import is_furniture
from schemas.form import Block, Table

_LETTERS = re.compile("[\u3400-\u9fff]")
_Letters = dict[str, int]
_NUMBER = "[一二三四五六]?、?"
# No two columns of fewer are told apart by their order.
_LEAST_COLUMNS = 3
# So many rows with as many figures as columns, and at least half of all: none is lacking.
_LEAST_FULL = 8


def all_alike(figures: Sequence[Cell], order: Sequence[str]) -> Placed | None:
    """The cells of a row with one and the same figure for each column; None where they are not."""
    written = [cell for cell in figures if cell.text.strip()]
    if len(written) != len(order) or len(order) < _LEAST_COLUMNS:
        return None
    if len({squash(cell.text) for cell in written}) > 1 or not looks_like_figure(squash(written[0].text)):
        return None
    return in_order(list(order), written)


def names_all(around: Around, above: int) -> bool:
    """Whether the header over the first row, below line `above`, has the letters of all columns and of nothing else."""
    lines = _over(around, above)
    return len(around.standard) >= _LEAST_COLUMNS and _are_of(lines, around.table, around.block)


def is_standard(around: Around, above: int) -> bool:
    """Whether such a header has its columns in the form's order, its labels torn by nothing but the lines of their cells.

    Most rows must have a figure for each column: no other stands among them whose name was lost.
    """
    counts = [len(row.figures) for row in around.rows]
    if counts.count(len(around.standard)) < max(_LEAST_FULL, len(counts) / 2):
        return False
    own = _own(_over(around, above), around.table)
    return names_all(around, above) and is_only_wrapped(own, around.table, around.block)


def _over(around: Around, above: int) -> tuple[str, ...]:
    """The lines over the first row."""
    floor = max(above, around.last_row_of_others(above), around.top)
    return tuple(around.as_printed[floor : label_line(around.rows[0]) - 1])


def _own(lines: tuple[str, ...], table: Table) -> tuple[str, ...]:
    """The lines from a table's title on, without those of the page."""
    below = [line for line in below_title(lines, table) if not is_furniture(line)]
    return tuple([line for line in below if not squash(line).endswith("报告")])


@remembering_header
def _are_of(lines: tuple[str, ...], table: Table, block: Block) -> bool:
    """Whether the lines from a table's title on have the letters of its columns, and of what the form prints beside them."""
    titles = "|".join(re.escape(squash(name)) for name in (table.zh, *table.aliases))
    is_title = re.compile(f"{_NUMBER}(?:{titles})")
    printed = [is_title.sub("", squash(line)) for line in _own(lines, table)]
    letters = Counter(_LETTERS.findall("".join(printed)))
    asked, every = _asked(table, block)
    return letters.keys() <= every and _made_up(letters, asked)


@cache
def _asked(table: Table, block: Block) -> tuple[list[list[_Letters]], frozenset[str]]:
    """How often the wordings of each label have their letters, and all these letters."""
    groups = [g for g in table.groups if g.key in {c.group for c in block.columns}]
    beside = [(table.note or "", ""), (table.header, "")]
    asked = [*beside, *((*g.wordings, "") for g in groups), *(c.wordings for c in block.columns)]
    counted = [[dict(Counter(_LETTERS.findall(squash(w)))) for w in words] for words in asked]
    return counted, frozenset().union(*[wording for words in counted for wording in words])


def _made_up(letters: _Letters, asked: Sequence[Sequence[_Letters]]) -> bool:
    """Whether one wording of each label makes up the letters."""
    if not asked:
        return not letters
    for wording in asked[0]:
        rest = dict(letters)
        for letter, count in wording.items():
            if letter not in rest or rest[letter] < count:
                break
            rest[letter] -= count
            if not rest[letter]:
                del rest[letter]
        else:
            if _made_up(rest, asked[1:]):
                return True
    return False
