"""Rows of cells with blank ones whose figures may stand on lines beside them that are no row's.

    （一）   | 0 | 若干 | 5        "2.重复申请";"0";"11";"";""
    — 4 —                          "— 4 —"
    予以公开 |   |      |          "";"";"";"若干";"16"

The figures stand beside the first piece of the label, in a row that cannot be told, or a line that opens with blank cells follows
the end of the page. Belongs here: which rows are such, by the text between them and their neighbours. Does not belong here:
second halves that are rows of the same cells (secondhalves.py), and pieces of a label that make up the whole (cutrows.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assets.extract.chain import Link
from assets.extract.labels import normalize, squash, squash_lines
from assets.extract.links import NEAR_OVER_PAGE, has_figures
from assets.extract.model import GridRow, Item
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.pages import is_furniture
from assets.extract.secondhalves import LONGEST_SAID, labels_of_forms
from assets.extract.sections import numbered_heading
from schemas.form import Row, Table

_LETTER = re.compile("[\u3400-\u9fff]")
_WALL = re.compile("[|｜│┃;；,，\t]")
_AROUND = "\"'“” "
_CLOSES = (")", "]", "〕", "】")
# Blank cells before the first one of a second half: the label's, and that of a figure.
_LEAST_BLANK = 2


def with_unread_halves(
    links: Sequence[Link], items: Sequence[Item], lines: Sequence[str], table: Table
) -> list[Link]:
    """The rows with blank cells whose figures may be on lines of no row right above or below them."""
    in_text = sorted(links, key=lambda link: link.candidate.line)
    found: list[Link] = []
    end = 0
    for link in in_text:
        candidate = link.candidate
        if isinstance(candidate.item, GridRow) and candidate.figures and not candidate.stray:
            is_bare = not has_figures(candidate)
            between = lines[max(end, candidate.line - 1 - 2 * NEAR_OVER_PAGE) : candidate.line - 1]
            if (is_bare and _is_below_piece(candidate.label, between, table.rows[link.row])) or (
                not candidate.figures[-1].text.strip() and _is_above_half(candidate.item, items, lines)
            ):
                found.append(link)
        end = candidate.line_end
    return found


def _is_below_piece(label: str, between: Sequence[str], row: Row) -> bool:
    """Whether a label is the rest of the row's, whose beginning stands between this row and the one above."""
    rest = squash(label)
    if rest.startswith(_CLOSES):
        return True
    wholes = [squash(wording) for wording in row.wordings]
    pieces = [whole.removesuffix(rest) for whole in wholes if rest and whole.endswith(rest)]
    pieces = [piece for piece in pieces if _LETTER.search(piece)]
    text = squash_lines(between) if pieces else ""
    return any(piece in text for piece in pieces)


def _is_above_half(row: GridRow, items: Sequence[Item], lines: Sequence[str]) -> bool:
    """Whether a line that opens with blank cells stands below a row, across the end of a page, and is no row of as many cells."""
    line = _line_below(row, lines)
    if line is None:
        return False
    fields = [field.strip(_AROUND) for field in _WALL.split(lines[line - 1].strip(" |"))]
    written = [field for field in fields if field]
    if any(fields[:_LEAST_BLANK]) or not any(map(looks_like_figure, written)):
        return False
    if any(len(field) > LONGEST_SAID or normalize(field) in labels_of_forms() for field in written):
        return False
    return not any(
        isinstance(item, GridRow)
        and item.line_start <= line <= item.line_end
        and len(item.cells) == len(row.cells)
        for item in items
    )


def _line_below(row: GridRow, lines: Sequence[str]) -> int | None:
    """The first line with cells below a row and the end of its page."""
    for number in range(row.line_end + 1, min(row.line_end + NEAR_OVER_PAGE, len(lines)) + 1):
        text = lines[number - 1]
        if _WALL.search(text.strip(" |")) and any(_fields(text)):
            return number
        if numbered_heading(text) is not None:
            return None
    return None


def _fields(text: str) -> Iterator[str]:
    """What is written in the fields of a line that is no page's end."""
    if not is_furniture(text.strip(_AROUND + "|;,\t")):
        yield from (field.strip(_AROUND) for field in _WALL.split(text))
