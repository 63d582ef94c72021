"""What a page of figures is made of: blocks, each with its queries, and the columns that show their results.

Belongs here: the shape of a block. Does not belong here: any query (coverage.py, trust.py, faults.py, trends.py), running one
(numbers.py), or how a result looks (page.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

# The same text in Chinese and in English.
Words = tuple[str, str]


class Kind(Enum):
    """How a value is shown."""

    TEXT = "text"  # as the warehouse has it; may come from a report
    WORD = "word"  # the same, of one short word
    CODE = "code"  # one of our own codes, shown with its name of words.py
    NAME = "name"  # the same, shown by its name only
    BOTH = "both"  # two columns of the query, <name>_zh and <name>_en
    YEAR = "year"
    COUNT = "count"
    CHANGE = "change"  # a count with its sign
    SHARE = "share"  # 0 to 1, shown in per cent
    FIGURE = "figure"  # as a report prints it


@dataclass(frozen=True)
class Column:
    """A column of a result that the page shows: its name in the query and its heading. `bar` draws the value, too."""

    name: str
    heading: Words
    kind: Kind = Kind.TEXT
    bar: bool = False


@dataclass(frozen=True)
class Chart:
    """A picture of a block's rows: along `x`, the columns `series`. `unit` is what is counted.

    `shape`: `bars` one upon the other, `shares` the same filled up to 100 %, `rows` these lying, `lines`.
    """

    shape: str
    x: str
    series: tuple[str, ...]
    unit: Words


@dataclass(frozen=True)
class Block:
    """Some figures that belong together.

    `totals` is a query of one row, whose columns stand in `title` as `{name}`, or `{name|one|many}` with the word in English
    that follows the number. Where its first column is 0 or null, there is nothing to show and `empty` is said.
    `rows` is the query of the table; without it the block is a single figure: the first of `totals`.
    """

    key: str
    title: Words
    totals: str
    empty: Words
    rows: str = ""
    columns: tuple[Column, ...] = ()
    charts: tuple[Chart, ...] = ()
    note: Words | None = None


@dataclass(frozen=True)
class Section:
    """A chapter of the page."""

    key: str
    title: Words
    blocks: tuple[Block, ...] = field(default=())
