"""Edits of lines, rows, tables and of a whole text: what pages, terminals and programs do to it.

Does not belong here: edits of single figures and words (slips.py).
"""

from __future__ import annotations

import random
import re
from itertools import pairwise

from tests.torture.page import NUMBER, Page, Place, at_a, is_cell, is_of_one_level

_WORDS = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff、，（）“”.]+")
_OF_FIGURES = tuple("0123456789０１２３４５６７８９.,")
# Letters that a line has left at least: of fewer not even the title is one.
_NARROWEST = 12


def page_mark(rng: random.Random) -> list[str]:
    number = rng.randint(1, 12)
    return rng.choice(
        (
            [f"{number}"],
            ["", f"{number}", ""],
            [f"— {number} —"],
            [f"-{number}-"],
            [f"第 {number} 页 共 12 页"],
            [f"{number} / 12"],
            [f"\f{number}"],
            ["岭安市政府信息公开工作年度报告", f"{number}"],
            ["2023年1月18日"],
            ["2023-01-18"],
        )
    )


def page_between(rng: random.Random, page: Page) -> None:
    start, end = page.table(rng)
    at = rng.randint(start, end)
    page.lines[at:at] = page_mark(rng)


@at_a(Page.figures)
def page_inside(rng: random.Random, page: Page, place: Place) -> None:
    at, start, _ = place
    page.put(at, start, start, "\n".join(["", *page_mark(rng), ""]))


def swap(rng: random.Random, page: Page, rows: list[tuple[int, int]], at: int) -> None:
    (start, middle), (after, end) = rows[at], rows[at + 1]
    lines = page.lines
    if middle <= after:
        lines[start:end] = lines[after:end] + lines[middle:after] + lines[start:middle]


def move(rng: random.Random, page: Page, rows: list[tuple[int, int]], at: int) -> None:
    (start, end), lines = rows[at], page.lines
    to = rng.choice(rows)[0]
    own = lines[start:end]
    if to >= end:
        lines[to:to] = own
        del lines[start:end]
    elif to <= start:
        del lines[start:end]
        lines[to:to] = own


def reverse(rng: random.Random, page: Page) -> None:
    rows, (first, last) = page.rows(), page.table(rng)
    own = [row for row in rows if first <= row[0] and row[1] <= last]
    if own and all(a[1] <= b[0] for a, b in pairwise(own)):
        turned = [line for start, end in reversed(own) for line in page.lines[start:end]]
        page.lines[own[0][0] : own[-1][1]] = turned


def repeat(rng: random.Random, page: Page) -> None:
    start, end = page.table(rng)
    at = rng.randrange(start, end)
    page.lines[at:at] = page.lines[at : min(end, at + rng.choice((2, 4, 8, 30)))]


def first_column(rng: random.Random, page: Page) -> None:
    start, end = page.table(rng)
    for at in range(start, end):
        page.lines[at] = re.sub(r"\A[^\t|│,]*[\t|│,]|\A.{4}\d*", "", page.lines[at], count=1)


def terminal(rng: random.Random, page: Page) -> None:
    """Every line cut at a width, but no figure cut in two."""
    longest = max((len(page.lines[at]) for at, _, _ in page.figures()), default=80)
    width = rng.randint(max(_NARROWEST, longest // 3), max(_NARROWEST, longest))
    page.lines[:] = [
        re.sub(r"[\d.,]+\Z", "", line[:width]) if line[width : width + 1] in _OF_FIGURES else line[:width]
        for line in page.lines
    ]


def wrapped(rng: random.Random, page: Page) -> None:
    """Every line broken at a width, but no figure cut in two."""
    longest = max((len(page.lines[at]) for at, _, _ in page.figures()), default=80)
    width = rng.randint(max(8, longest // 3), max(9, longest))
    made: list[str] = []
    for line in page.lines:
        rest = line
        while len(rest) > width:
            cut = width
            while cut > 1 and rest[cut].isdigit() and rest[cut - 1].isdigit():
                cut -= 1
            made.append(rest[:cut])
            rest = rest[cut:]
        made.append(rest)
    page.lines[:] = made


def numbered(rng: random.Random, page: Page) -> None:
    start, mark = rng.choice((0, 1)), rng.choice(("{} ", "{}\t", "{}: ", "{:4}  ", "{}. "))
    only = page.table(rng) if rng.random() < 0.3 else (0, len(page.lines))
    for count, at in enumerate(range(*only), start):
        page.lines[at] = mark.format(count) + page.lines[at]


def bulleted(rng: random.Random, page: Page) -> None:
    mark, (start, end) = rng.choice(("* ", "• ", "> ", "│ ")), page.table(rng)
    page.lines[start:end] = [mark + line for line in page.lines[start:end]]


def last_year(rng: random.Random, page: Page) -> None:
    """The table of another year before or after this one, which may be said."""
    start, end = page.table(rng)
    own = page.lines[start:end]
    number = {found: str(rng.randint(1001, 9999)) for found in page.row_of}
    other = [NUMBER.sub(lambda m: number.get(m[0], m[0]), line) for line in own]
    said = rng.choice(([], [""], ["上年度情况"], ["附：上一年度统计表"], ["2018年"]))
    page.lines[start:end] = (
        [*own, *said, *other]
        if rng.random() < 0.5
        else [*said, *other, *(["本年度情况"] if said else []), *own]
    )


def row_again(rng: random.Random, page: Page, rows: list[tuple[int, int]], at: int) -> None:
    """A row pasted twice, the second time with other figures: neither is known to be the one."""
    _put_other(rng, page, rows[at], "")


def row_of_part(rng: random.Random, page: Page, rows: list[tuple[int, int]], at: int) -> None:
    """A row of its own that counts a part of the one above: 其中."""
    _put_other(rng, page, rows[at], rng.choice(("其中：网上申请", "其中：邮寄申请数量", "其中：本级")))


def _put_other(rng: random.Random, page: Page, row: tuple[int, int], label: str) -> None:
    own = page.lines[slice(*row)]
    other = [
        NUMBER.sub(lambda m: str(rng.randint(1001, 9999)) if m[0] in page.row_of else m[0], x) for x in own
    ]
    if label:
        found = max((m for x in other for m in _WORDS.finditer(x)), key=lambda m: len(m[0]), default=None)
        if found is None:
            return
        other = [x.replace(found[0], label) for x in other]
    page.lines[row[1] : row[1]] = other


def note_inside(rng: random.Random, page: Page, rows: list[tuple[int, int]], at: int) -> None:
    """A note between two rows."""
    note = rng.choice(
        ("注：以上数据截至2022年12月31日。", "*含补报3件", "数据来源：本机关办公室，共12件。", "单位：件")
    )
    page.lines[rows[at][1] : rows[at][1]] = [note]


@at_a(Page.figures)
def with_unit(_: random.Random, page: Page, place: Place) -> None:
    page.put(place[0], place[2], place[2], "件")


@at_a(Page.figures)
def on_next_line(_: random.Random, page: Page, place: Place) -> None:
    page.put(place[0], place[1], place[1], "\n")


def lines_swapped(_: random.Random, lines: list[str], at: int) -> None:
    """Cells that stand alone on two lines are known by their order, words of a header make another: they are not swapped."""
    two = lines[at : at + 2]
    if not all(map(is_cell, two)) and not is_of_one_level(*two):
        lines[at : at + 2] = lines[at : at + 2][::-1]


WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
