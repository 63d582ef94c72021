"""Tabs that part the words of a page's lines and no cells: labels and figures stand as they do in plain text.

A program that prints a page line by line may set a tab where others set a space. Then a long label goes on below its
figures, stands above all of them, or runs into the first; no tab stands for a blank cell. Told section by section, for a
report may print one table so and the next one in cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from assets.extract.labels import ascii_width, squash
from assets.extract.memory import remembering
from assets.extract.numbers import looks_like_figure
from assets.extract.undone.lines.glued import heading, row_labels
from schemas.form import forms

# Figures without a label, words, a label's first ones, and a tab beside a blank cell.
_FIGURES, _WORDS = re.compile(r"[0-9]+(?:\t[0-9]+){3,12}\s*"), re.compile("[\u3400-\u9fff]")
_NUMBERED = re.compile(r"\s*[(（]?[一二三四五六七八0-9]{1,2}[)）.、．]")
_OF_CELLS = re.compile(r"^\t|\t\s*$|\t\t")
# A heading of a section however it is worded and numbered, or the title of a table.
_HEADING = re.compile(r"\s*[^，。；\t]{0,24}(?:信息|复议|诉讼)[^，。；\t]{0,20}情况\s*")
# A label that runs into its first figure.
_GLUED = re.compile(r"(.*[^\s0-9.,])[0-9][0-9,.]*")
_IS_GLUED, _HAS_FIGURES = "glued", "figures"
# So many rows are no chance, and so large a share of the rows is what a section does.
_LEAST_ROWS, _LEAST_SHARE = 3, 0.75


def without_tabs_of_words(lines: list[str]) -> list[str]:
    """The lines with a space for every tab, in the sections where tabs part words."""
    tabbed = [at for at, line in enumerate(lines) if "\t" in line]
    if len(tabbed) < _LEAST_ROWS and not any(_FIGURES.fullmatch(lines[at]) for at in tabbed):
        return lines
    out = list(lines)
    for start, stop in _sections(lines):
        part = lines[start:stop]
        rows = [line for line in part if "\t" in line]
        if not rows or any(_OF_CELLS.search(line.strip(" \r")) for line in rows):
            continue
        if _has_words_around(part) or _has_labels_above(part) or _runs_into_figures(part):
            out[start:stop] = [line.replace("\t", " ") for line in part]
    return out


def _sections(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last line of each section that has a heading, and of what stands above the first."""
    heads = (n for n, line in enumerate(lines) if _is_heading(line))
    return pairwise([0, *heads, len(lines)])


@cache
def _labels() -> tuple[str, ...]:
    """The labels of rows, also of those that the form prints side by side."""
    beside = [
        row for form in forms().values() for table in form.tables if table.one_row for row in table.rows
    ]
    return (*row_labels(), *(squash(wording) for row in beside for wording in row.wordings))


@remembering
def _is_heading(line: str) -> bool:
    return bool(_HEADING.fullmatch(line) or ("\t" not in line and heading().match(squash(line))))


def _has_words_around(lines: Sequence[str]) -> bool:
    """Whether figures stand on a line of their own, amid the lines of a label."""
    return any(
        "\t" in line
        and _FIGURES.fullmatch(line)
        and all(_WORDS.search(near) and "\t" not in near for near in (above, below))
        and not _NUMBERED.match(below)
        for above, line, below in zip(lines, lines[1:], lines[2:], strict=False)
    )


def _has_labels_above(lines: Sequence[str]) -> bool:
    """Whether nearly all rows of figures stand on a line of their own, each right below its label."""
    written = [line.strip() for line in lines if line.strip()]
    rows = below = 0
    for above, line in pairwise(written):
        cells = line.split("\t")
        if not looks_like_figure(cells[-1]):
            continue
        is_below = all(map(looks_like_figure, cells)) and _ends_in_label(above)
        below += is_below
        rows += is_below or len(cells) > 1
    return below >= _LEAST_ROWS and below >= _LEAST_SHARE * rows


def _ends_in_label(words: str) -> bool:
    return squash(ascii_width(words)).rstrip(")").endswith(_labels())


def _runs_into_figures(lines: Sequence[str]) -> bool:
    """Whether the label of nearly every row runs into its first figure; where this is the only one, no tab is needed."""
    kinds = [*map(_kind, lines)]
    glued = kinds.count(_IS_GLUED)
    return glued >= _LEAST_ROWS and glued >= _LEAST_SHARE * (glued + kinds.count(_HAS_FIGURES))


@remembering
def _kind(line: str) -> str:
    """Whether the label of a row runs into its first figure, or figures stand behind tabs."""
    cells = line.strip().split("\t")
    label = next((cell for cell in reversed(cells) if not looks_like_figure(cell)), "")
    words = _GLUED.fullmatch(label)
    if words and _ends_in_label(words[1]):
        return _IS_GLUED
    return _HAS_FIGURES if len(cells) > 1 and looks_like_figure(cells[-1]) else ""
