"""Tabs and bars that stand between cells as it happens, one or two of them, or none but spaces: they part words and tell no places.

A page set by hand has one tab or two between its cells, whichever brings a figure below its label; a program that sees the rules of a
page half sees some of them as bars, and of other kinds. Then a doubled tab is no blank cell, and two figures between bars are two cells: the rows
are plain text, blanks and all lost, and are made so here. Told section by section. Does not belong here: bars that part nothing in
the same places of every row (unbar.py), tabs that part the words of plain lines (wordtabs.py).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from assets.extract.labels import squash
from assets.extract.numbers import looks_like_figure
from assets.extract.undone.lines.glued import heading

_BARS = re.compile(r"[|｜丨]")
_DOUBLED = re.compile(r"\t\s*\t")
# Figures with nothing but spaces between them, near a bar; three digits behind one to three may be the rest of a figure.
_BESIDE = re.compile(r"(?<![0-9.,])([0-9][0-9.,]*)\s+([0-9][0-9.,]*)(?![0-9.,])")
_OF_LABEL = re.compile(r"[^|｜丨\t]*[\u3400-\u9fff）)”] +-?[0-9][0-9.,]*\s*[|｜丨]\s*-?[0-9]")
_HEAD, _GROUP = re.compile(r"[1-9][0-9]{0,2}"), re.compile(r"[0-9]{3}")
# Bars with nothing between, or a line drawn between rows: there are places.
_PLACES = re.compile(r"[|｜丨]\s*[|｜丨]|[-=─+]{3}|[│┃║]")
_HEADING = re.compile(r"\s*[^，。；\t|｜丨]{0,24}(?:信息|复议|诉讼)[^，。；\t|｜丨]{0,20}情况\s*")
# Figures in a whole row of the table with the most columns, and how differently such rows may be set where tabs tell places: figures of
# all columns always stand in the same ones, those of all but one leave out one or another.
_PLACINGS = {7: 2, 6: 7}
# So many rows with figures between the same bars, or with bars of two kinds, are no chance.
_LEAST_ROWS = 3
_LONGEST_LINE = 2_000


def without_uneven_gaps(lines: list[str]) -> list[str]:
    """The lines with a space for all that stands between two cells, in the sections where that is uneven."""
    tabbed = any("\t\t" in line.strip() for line in lines)
    barred = any(bar in line for line in lines for bar in "｜丨") or any(
        "|" in line and (_BESIDE.search(line) or _OF_LABEL.match(line)) for line in lines
    )
    if not tabbed and not barred:
        return lines
    out = list(lines)
    sections = [range(start, stop) for start, stop in _sections(lines)]
    if tabbed and any(_has_uneven_tabs(lines[at] for at in part) for part in sections):
        for part in sections:
            if any(_DOUBLED.search(lines[at].strip()) for at in part):
                _write(out, part, "\t")
    if barred:
        rows = {part: [lines[at] for at in part if _BARS.search(lines[at])] for part in sections}
        # where one section is set so, a sign of it is enough for another
        is_uneven = any(map(_has_uneven_bars, rows.values()))
        for part, of_part in rows.items():
            if _has_uneven_bars(of_part) or _has_figure_of_label(of_part, also_beside=is_uneven):
                _write(out, part, "|｜丨")
    return out


def _write(lines: list[str], part: range, signs: str) -> None:
    for at in part:
        if any(sign in lines[at] for sign in signs):
            cells = (cell.strip() for cell in re.split(f"[{signs}]", lines[at]))
            lines[at] = " ".join(cell for cell in cells if cell)


def _sections(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last line of each section that has a heading, and of what stands above the first."""
    heads = (n for n, line in enumerate(lines) if _HEADING.fullmatch(line) or heading().match(squash(line)))
    return pairwise([0, *heads, len(lines)])


def _has_uneven_tabs(lines: Iterable[str]) -> bool:
    """Whether rows with as many figures have these in more places than a table with its columns has."""
    placings: dict[int, list[tuple[int, ...]]] = defaultdict(list)
    widths: set[int] = set()
    for line in lines:
        if "\t" not in line or len(line) > _LONGEST_LINE:
            continue
        fields = [field.strip() for field in line.split("\t")]
        words = [n for n, field in enumerate(fields) if field and not looks_like_figure(field)]
        at = [n for n, field in enumerate(fields) if field and n > (words[-1] if words else -1)]
        if words and len(at) in _PLACINGS:
            placings[len(at)].append(tuple(b - a for a, b in pairwise(at)))
            widths.add(len(fields))
    if len(widths) == 1:
        return False  # a table has as many cells in each row, blank ones as well
    return any(
        len(set(found)) > _PLACINGS[count] and _come_and_go(found) for count, found in placings.items()
    )


def _come_and_go(placings: Sequence[tuple[int, ...]]) -> bool:
    """Whether rows are set otherwise than their neighbours again and again; parts of a table on pages differ once each."""
    changes = sum(a != b for a, b in pairwise(placings))
    return changes >= min(2 * len(set(placings)) - 1, len(placings) / 2)


def _has_uneven_bars(lines: Sequence[str]) -> bool:
    """Whether bars of several kinds stand in a section, or several figures between two of them, unevenly from row to row."""
    if not lines or any(_PLACES.search(line) for line in lines):
        return False
    kinds = [set(_BARS.findall(line)) for line in lines]
    several = sum(len(of_line) > 1 for of_line in kinds)
    beside = [line for line in lines if _has_figures_beside(line)]
    shapes = {tuple(len(field.split()) for field in _BARS.split(line)) for line in beside}
    uneven = len(beside) if len(shapes) >= _LEAST_ROWS else 0
    in_all = len(set().union(*kinds))
    return several + uneven >= _LEAST_ROWS or in_all > 2 or (in_all > 1 and bool(several or beside))


def _has_figure_of_label(lines: Sequence[str], *, also_beside: bool) -> bool:
    """Whether a row has its first figure in one cell with its label, or another two in one."""
    if any(_PLACES.search(line) for line in lines):
        return False
    return any(_OF_LABEL.match(line) or (also_beside and _has_figures_beside(line)) for line in lines)


def _has_figures_beside(line: str) -> bool:
    if len(line) > _LONGEST_LINE:
        return False
    return any(
        not (_HEAD.fullmatch(first) and _GROUP.fullmatch(second))
        for field in _BARS.split(line)
        for first, second in _BESIDE.findall(field)
    )
