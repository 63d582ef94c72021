"""Pieces of print with the corners of their boxes, one a line, as programs that read pictures list them.

    [[[177.0, 593.0], [228.0, 593.0], [228.0, 622.0], [177.0, 622.0]], '规章', 0.9996]
    [[[463.0, 595.0], [508.0, 595.0], [508.0, 625.0], [463.0, 625.0]], ('276', 0.9979)]

The order of the list is that of their heights, and on a page that lies askew the last figure of a row comes before its first. So each page is
set anew: what stands beside each other on a line, as far to the right as it stood. Belongs here: that, where each piece stands beside
one line alone. Does not belong here: boxes without corners (everyline.py), and what the lines say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assets.extract.numbers import looks_like_figure
from assets.extract.places.positions import display_width

_PIECE = re.compile(
    r"\s*+[\[(]?\[\[\[?(?P<box>[-0-9., \[\]]+)\][,\s]+[(\[]?\s*+(?:'(?P<a>.*)'|\"(?P<b>.*)\"),\s*+'?[0-9.]++'?[)\]]*+,?\s*+"
)
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_LEAST, _LEAST_SHARE = 20, 0.9
# So much of the lower one of two pieces stands beside the other where they may be of one line.
_BESIDE = 0.35
# So many times its height above the one before stands the first piece of the next page.
_OF_PAGE = 10
# So far may two boxes of a line reach into each other, in heights.
_INTO = 0.5
# Between two pieces of a line.
_GAP = 2


@dataclass(frozen=True, slots=True)
class _Box:
    """Where a piece stands on its page, what it says, and on which line of the text."""

    left: float
    right: float
    top: float
    bottom: float
    text: str
    number: int

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def is_figure(self) -> bool:
        return looks_like_figure(self.text)

    def beside(self, other: _Box) -> float:
        """How much of the lower one of two stands beside the other."""
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        return shared / min(self.height, other.height)


def with_boxes_on_lines(text: str) -> tuple[str, list[int] | None]:
    """The lines of the pages that such pieces make, and the number of each in the text, from 1; None where they tell no lines."""
    if text.count("[[") < _LEAST:
        return text, None
    lines = text.split("\n")
    found = [_PIECE.fullmatch(line) if "[[" in line else None for line in lines]
    count = sum(map(bool, found))
    if count < _LEAST or count < _LEAST_SHARE * sum(map(bool, map(str.strip, lines))):
        return text, None
    pages: list[list[_Box]] = [[]]
    for number, match in enumerate(found, 1):
        box = _box(match, number) if match else None
        if match and box is None:
            return text, None
        if box is None or (pages[-1] and box.top < pages[-1][-1].top - _OF_PAGE * box.height):
            pages.append([])
        if box is not None:
            pages[-1].append(box)
    rows: list[list[_Box]] = []
    for page in pages:
        of_page = _rows(page)
        if of_page is None:
            return text, None
        rows += of_page
    scale = _scale(rows)
    numbers: list[int] = []
    for row in rows:
        own = min(box.number for box in row)
        numbers.append(max(own, numbers[-1]) if numbers else own)
    return "\n".join(_line(row, scale) for row in rows), numbers


def _box(match: re.Match[str], number: int) -> _Box | None:
    points = [float(point) for point in _NUMBER.findall(match["box"])]
    text = match["a"] if match["a"] is not None else match["b"]
    if len(points) == 8:
        across, down = points[::2], points[1::2]
    elif len(points) == 4:
        across, down = [points[0], points[2]], [points[1], points[3]]
    else:
        return None
    box = _Box(min(across), max(across), min(down), max(down), text, number)
    return box if box.height > 0 and box.right > box.left else None


def _rows(page: list[_Box]) -> list[list[_Box]] | None:
    """The lines of a page from above; None where a figure may stand on either of two."""
    rows: list[list[_Box]] = []
    for box in sorted(page, key=lambda box: (box.left, box.top)):
        beside = [
            row
            for row in rows
            if row[-1].right - box.left <= _INTO * box.height and row[-1].beside(box) >= _BESIDE
        ]
        nearest = [row for row in beside if not any(_hides(other[-1], row[-1], box) for other in beside)]
        if len(nearest) == 1:
            nearest[0].append(box)
            continue
        if box.is_figure and sum(row[-1].is_figure for row in nearest) > 1:
            return None
        rows.append([box])
    apart = [part for row in rows for part in _without_groups(row)]
    return sorted(apart, key=lambda row: (row[0].top + row[0].bottom) / 2)


def _hides(other: _Box, box: _Box, of: _Box) -> bool:
    """Whether one piece stands between two, beside the right one more than the left one does."""
    return other is not box and other.left >= box.right and other.beside(of) >= box.beside(of)


def _without_groups(row: list[_Box]) -> list[list[_Box]]:
    """A row of figures behind its label, and what stands left of that: the words of a group, which is of other rows, too."""
    first = next((at for at, box in enumerate(row) if box.is_figure), 0)
    return [*([box] for box in row[: max(first - 1, 0)]), row[max(first - 1, 0) :]]


def _scale(rows: list[list[_Box]]) -> float:
    """How many columns of letters a point is wide: so many that hardly a piece of a line reaches into the next."""
    widths = sorted(display_width(box.text) / (box.right - box.left) for row in rows for box in row)
    return widths[len(widths) * 9 // 10]


def _line(row: list[_Box], scale: float) -> str:
    line = ""
    for box in row:
        at = round(box.left * scale)
        line += " " * max(at - display_width(line), _GAP if line else 0) + box.text
    return line
