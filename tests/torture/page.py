"""A text that is to be edited: where its figures, rows, labels and headers stand, and the kinds of places that edits choose.

Does not belong here: the edits (slips.py, reflow.py).
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_HAN = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff、，（）“”()0-9.．]*[\u4e00-\u9fff）)]")
LETTER = re.compile(r"[\u4e00-\u9fff]")
NUMBER = re.compile(r"\d+")
_TAG = re.compile(r"<[^<>]*+>")
_CELL = re.compile(r"[\s|│]*+(?:-?[\d.,]++[件个条项次万元]*+|[-—－/无]++)?+[\s|│]*+")
SEPARATOR = r"(?:[ \u3000]*[\t|│┃,，;；][ \u3000]*|[ \u3000]{1,}|</t[dh]>\s*<t[dh][^>]*>)"
# The words of headers that name what is alike: exchanged among themselves they are another header, which is believed.
LEVELS = (
    ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"),
    ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计"),
    ("行政复议", "未经复议直接起诉", "复议后起诉"),
    ("本年制发件数", "本年废止件数", "现行有效件数"),
    ("本年处理决定数量", "本年收费金额"),
    ("本年新制作数量", "本年新公开数量", "对外公开总数量"),
    ("上一年项目数量", "本年增/减", "处理决定数量", "采购项目数量", "采购总金额"),
)
_HEADER = re.compile("|".join(dict.fromkeys(word for level in LEVELS for word in level)))


def is_cell(line: str) -> bool:
    """Whether a line holds one figure, a sign of a blank cell or nothing, and but marks of a table beside it."""
    return _CELL.fullmatch(_TAG.sub("", line)) is not None


def is_of_one_level(*lines: str) -> bool:
    """Whether lines hold a word of a header each, all of one level."""
    words = [re.sub(r"[\s|│]", "", _TAG.sub("", line)) for line in lines]
    return any(all(word in level for word in words) for level in LEVELS)


@dataclass
class Page:
    """The lines of a text; `row_of` says of which (table, row) of the form a figure is."""

    lines: list[str]
    row_of: dict[str, tuple[str, str]]

    def figures(self) -> list[tuple[int, int, int]]:
        """(line, start, end) of every figure of a table."""
        return [
            (at, found.start(), found.end())
            for at, line in enumerate(self.lines)
            for found in NUMBER.finditer(line)
            if found[0] in self.row_of
        ]

    def rows(self) -> list[tuple[int, int]]:
        """(first line, line after the last) of every row, with a label that stands alone above its figures.

        Where a label goes on below its figures nobody can say which lines are a row's, and a row without a label is known
        by its place alone: such rows are left out.
        """
        found: list[tuple[tuple[str, str], int, int]] = []
        for at, start, end in self.figures():
            row = self.row_of[self.lines[at][start:end]]
            if found and found[-1][0] == row:
                found[-1] = (row, found[-1][1], at + 1)
                continue
            above = range(found[-1][2], at) if found and found[-1][0][0] == row[0] else range(at, at)
            first = next((line for line in above if self.lines[line].strip()), at)
            found.append((row, first, at + 1))
        return [
            (start, self._row_end(end))
            for (_, start, end), after in zip(found, [*found[1:], None], strict=False)
            if LETTER.search(self.lines[start])
            and (after is None or LETTER.search(self.lines[after[1]]))
            and not (after and self._is_broken(end, after[1], after[2]))
            and not self._is_broken(start, start, end)
        ]

    def _is_broken(self, end: int, start: int, after: int) -> bool:
        """Whether words stand alone on a line before the line of figures that has words, too."""
        block = self.lines[min(start, end) : after]
        figures = next((at for at, line in enumerate(block) if self._is_row(line)), 0)
        return bool(LETTER.search(block[figures])) and any(LETTER.search(line) for line in block[:figures])

    def _is_row(self, line: str) -> bool:
        return any(found in self.row_of for found in NUMBER.findall(line))

    def table(self, rng: random.Random) -> tuple[int, int]:
        """(first line, line after the last) of a table, from some lines above its first figure."""
        number = rng.choice(sorted({table for table, _ in self.row_of.values()}))
        own = [at for at, s, e in self.figures() if self.row_of[self.lines[at][s:e]][0] == number]
        if not own:
            return 0, len(self.lines)
        before = max((at + 1 for at, _, _ in self.figures() if at < own[0]), default=0)
        above = range(max(before, own[0] - 14), own[0])
        first = next((at for at in above if _HEADER.search(self.lines[at])), own[0])
        return first, self._row_end(own[-1] + 1)

    def _row_end(self, end: int) -> int:
        """The line after a row whose last figure that is told apart stands above `end`: others may follow, one a line."""
        at = end
        while at < len(self.lines):
            line = self.lines[at]
            if "</tr" in line or not is_cell(line) or self._is_row(line):
                break
            at += 1
            end = at if _TAG.sub("", line).strip() else end
        return end

    def labels(self) -> list[tuple[int, int, int]]:
        """(line, start, end) of words in or just above the rows of the tables."""
        return [
            (at, found.start(), found.end())
            for first, end in self.rows()
            for at in range(first, end)
            for found in _HAN.finditer(self.lines[at])
        ]

    def headers(self) -> list[tuple[int, int, int]]:
        """(line, start, end) of words of headers, above the first figures of a table."""
        own = {at for at, _, _ in self.figures()}
        near = {at - back for at in own for back in range(1, 15)} - own
        return [
            (at, found.start(), found.end())
            for at in sorted(near)
            if 0 <= at < len(self.lines)
            for found in _HEADER.finditer(self.lines[at])
        ]

    def is_aligned(self, at: int) -> bool:
        """Whether the figures of a line are set apart by more than one space and nothing else."""
        return (
            re.search(r"\d {2,}\d", self.lines[at]) is not None
            or re.match(r" {2,}\d", self.lines[at]) is not None
        )

    def put(self, at: int, start: int, end: int, new: str) -> None:
        """Other letters in a line."""
        line = self.lines[at]
        self.lines[at : at + 1] = (line[:start] + new + line[end:]).split("\n")


Edit = Callable[[random.Random, Page], None]
Place = tuple[int, int, int]


def at_a(
    places: Callable[[Page], Sequence[Place]],
) -> Callable[[Callable[[random.Random, Page, Place], None]], Edit]:
    """An edit at one of the places."""

    def made(change: Callable[[random.Random, Page, Place], None]) -> Edit:
        def edit(rng: random.Random, page: Page) -> None:
            if found := places(page):
                change(rng, page, rng.choice(found))

        return edit

    return made


def of_a_line(change: Callable[[random.Random, list[str], int], None]) -> Edit:
    """An edit at a line that is not empty, in a table or just above."""

    def edit(rng: random.Random, page: Page) -> None:
        start, end = page.table(rng)
        if full := [at for at in range(start, end) if page.lines[at].strip()]:
            change(rng, page.lines, rng.choice(full))

    return edit


def of_rows(change: Callable[[random.Random, Page, list[tuple[int, int]], int], None]) -> Edit:
    def edit(rng: random.Random, page: Page) -> None:
        rows = page.rows()
        if len(rows) > 1:
            change(rng, page, rows, rng.randrange(len(rows) - 1))

    return edit


def of_all_lines(change: Callable[[str], str]) -> Edit:
    """An edit of every line."""

    def edit(_: random.Random, page: Page) -> None:
        page.lines[:] = [change(line) for line in page.lines]

    return edit


def put_lines(lines: list[str], start: int, end: int, new: Sequence[str]) -> None:
    lines[start:end] = new
