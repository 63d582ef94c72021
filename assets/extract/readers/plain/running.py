"""Plain text: runs of figures with the words around them.

Serves columns aligned by spaces, a label and its figures on a line, and one cell a line. Lines that belong to the
page and not to the report (page numbers between dashes, 第 5 页) are passed over.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from assets.extract.definitions import defined
from assets.extract.labels import squash
from assets.extract.memory import remembering
from assets.extract.model import Cell, Fragment, Item, Prose, Run
from assets.extract.numbers import UNITS, looks_like_figure
from assets.extract.places.positions import display_width
from assets.extract.readers.plain.cellwords import is_first_cell, says_something
from assets.extract.readers.plain.glossedlabels import is_glossed_label
from assets.extract.readers.plain.lookalikes import cells_of_letters, is_like_a_figure
from assets.extract.readers.plain.pages import Pages, is_furniture
from assets.extract.readers.plain.remarks import ends_in_remark
from assets.extract.readers.plain.spacedlabels import spaced_label
from assets.extract.readers.plain.strays import alone, cut_off, strange_end
from assets.extract.sections import numbered_heading

# A word; what stands in brackets behind a figure and explains it is one with it, whatever spaces stand there.
_TOKEN = re.compile(r"[0-9][0-9,]*+ ?[（(](?:其中|含|包括|包含)[^（()）]{0,40}[)）](?!\S)|\S+")
# Digits and separators that are no figure, such as 37,30: a figure that a narrow column cut.
_PIECE = re.compile(r"[0-9]*[0-9,][0-9,.]*")
_GLUED_END = re.compile(r"((?:[0-9]{1,2}[.、．])?[^\W\d_（）()]{2,12}[）)]?)([0-9][0-9,]*(?:\.[0-9]+)?)")
# Figures that run into the number of the next label: those a line begins with, or three at least behind words.
_GLUED = re.compile(
    r"(?:^\s*+(?:[0-9][0-9,.]*+件?\s++)*+|(?<=[^\s0-9,.件])\s++(?:[0-9][0-9,.]*+件?\s++){2,}+)"
    r"[0-9][0-9,.]*+件?(?=[一二三四五六七]、|[（(][一二三四五六七][）)])"
)
# A single figure between words that runs into the heading of the next section.
_BEFORE_HEADING = re.compile(r"^\s*+[^\s0-9]++ [0-9][0-9,.]*+(?=[一二三四五六七]、\S*+\s*+$)")
# A note that runs on behind the last figure of a row.
_BEFORE_NOTE = re.compile(
    r"(?:^|\s)[-+]?[0-9][0-9,.]*+(?:\s?(?:万元|万|元|件|项))?(?=(?:备注|说明|注)[:：][^\s0-9]|注[:：][0-9][.、])"
)
# Units that stand on a line of their own where a cell was too narrow; others may be pieces of labels there.
_WRAPPED = {"件", "项", "次", "元", "万元", "万", "条", "个"}
# The sign of a share, too, beside digits of other cells.
_PERCENT, _DIGITS_ALONE = {"%", "％"}, re.compile(r"(?=[^0-9]*+[0-9])[\s0-9%％]++")
# A change without its figure, or both ways in one cell.
_CHANGE = re.compile(r"[增减](?:[0-9]{0,6}[/／、,，][增减][0-9]{0,6})?")
# What else stands in a cell of its own, where there are figures on either side of it: no label has digits but its number,
# nor brackets about such words alone. It may have no reading, but it has a place.
_ODD = re.compile(
    r"(?![（(]?[0-9]{1,2}[.、．)）]$)(?=[^0-9]{0,6}[0-9])[!-{}~‐-⁯₠-⿿！-～]{1,8}"
    r"|[0-9]{1,7}。|[0-9]{1,7}[（(][\u3400-\u9fff]{1,4}[)）]|无[（(]0[)）]|待定|待统计|未统计|不详|同上"
)
# A letter for a nought is one beside so many figures.
_ROUND, _LEAST_FIGURES = re.compile("[oOlI〇]"), 2
# A line break of Markdown; within a row, the sign of a cell without a figure.
_BREAK = "\\"
_LONGEST_FRAGMENT = 48
_FRAGMENTS_BEFORE = 10
_FRAGMENTS_AFTER = 8
_LONGEST_LINE = 2_000
# Lines down to the next cell, where each has its own.
_NEXT = 6


# A figure's text and its place: x0, x1 and w0 of a Cell.
_Placed = tuple[str, tuple[int, int, int]]
# A line, or a piece of it: words, trailing figures, column of the first word, whether it is prose (words are all of it).
_Piece = tuple[str, tuple[_Placed, ...], int, bool]


@remembering
def _pieces(line: str) -> tuple[_Piece | None, ...]:
    """The pieces of a line that has nothing else before or behind it; None for one that is blank or the page's."""
    pieces: list[_Piece | None] = []
    for text in _apart(line):
        if not text.strip() or is_furniture(text):
            pieces.append(None)
        elif len(text) > _LONGEST_LINE:
            pieces.append((text, (), 0, True))
        else:
            head, figures, x0 = _parts(text)
            words = "" if figures else squash(head)
            is_prose = "。" in words or len(words) > _LONGEST_FRAGMENT
            if is_prose and (is_glossed_label(words) or defined(words) is not None):
                is_prose = False
            pieces.append((text if is_prose else head, figures, x0, is_prose))
    return tuple(pieces)


def _parts(line: str) -> tuple[str, tuple[_Placed, ...], int]:
    """A line as words, trailing figures and column of the first word.

    A unit that stands one space behind a figure belongs to it; one that stands apart is the wrapped end of a cell.
    """
    tokens = list(_TOKEN.finditer(line))
    figures: list[_Placed] = []
    unit_end = -1
    if len(tokens) > 1 and not looks_like_figure(tokens[-1][0]) and ends_in_remark([t[0] for t in tokens]):
        tokens.pop()
    cut = len(tokens)
    noughts = _ROUND.search(line) and sum(looks_like_figure(token[0]) for token in tokens) >= _LEAST_FIGURES
    while cut:
        token = tokens[cut - 1]
        following = tokens[cut].start() if cut < len(tokens) else -1
        is_end = token[0] in _WRAPPED or (token[0] in _PERCENT and _DIGITS_ALONE.fullmatch(line))
        if is_end or (token[0] in UNITS and cut > 1 and _is_unit_of(tokens[cut - 2], token)):
            unit_end = token.end()
        elif (
            looks_like_figure(token[0])
            or _PIECE.fullmatch(token[0])
            or (noughts and is_like_a_figure(token[0]))
            or says_something(token[0])
            or (_CHANGE.fullmatch(token[0]) and cut > 1 and looks_like_figure(tokens[cut - 2][0]))
            or (figures and cut > 1 and _is_odd(token[0], tokens[cut - 2][0]))
            or (is_first_cell(token[0], len(figures)) and not is_furniture(token[0]))
        ):
            end = unit_end if unit_end >= 0 and following == token.end() + 1 else token.end()
            start = token.start()
            figures.append((line[start:end], (start, end, display_width(line[:start]))))
            unit_end = -1
        else:
            break
        cut -= 1
    if unit_end >= 0 and cut and tokens[cut].start() == tokens[cut - 1].end() + 1:
        cut += 1  # a unit behind words is one of them
    if not figures and (glued := _GLUED_END.fullmatch(line.strip()) or spaced_label(line.strip())):
        # a label that runs into its only figure: the words before the digits are the head
        start = line.index(glued[2], line.index(glued[1]) + len(glued[1]))
        place = (start, start + len(glued[2]), display_width(line[:start]))
        return glued[1], ((glued[2], place),), tokens[0].start()
    head = line[tokens[0].start() : tokens[cut - 1].end()] if cut else ""
    return head, tuple(figures[::-1]), tokens[0].start() if tokens else 0


def _is_odd(text: str, before: str) -> bool:
    """Whether a text between figures of a line is a cell without a reading: no mark of a page, and no piece of a label."""
    return bool(_ODD.fullmatch(text)) and looks_like_figure(before) and not is_furniture(text)


def _is_unit_of(figure: re.Match[str], unit: re.Match[str]) -> bool:
    """Whether a unit stands one space behind a figure."""
    return unit.start() == figure.end() + 1 and looks_like_figure(figure[0])


def read(lines: list[tuple[int, str]], pages: Pages) -> list[Item]:
    """Runs of figures and lines of prose among numbered lines, in order."""
    found: list[Item] = []
    fragments: list[Fragment] = []
    run: Run | None = None
    empty = 0
    written = [(number, text) for number, line in lines if (text := line.strip())]
    numbers_of_words = cut_off(written)
    letters = cells_of_letters(written)

    for number, line in lines:
        is_plain = number not in pages.lines and number not in letters
        for piece in _pieces(line) if is_plain else _pieces_at(number, line, pages):
            if piece is None:
                # a line of wide spaces is what a padded cell starts with
                empty += not line.strip(" \t\r\f")
                continue
            if not found and not fragments and line.strip() == _BREAK:
                continue  # right behind a table's grid
            gap, empty = empty, 0
            is_change = run is not None and _CHANGE.fullmatch(piece[0])
            head, placed, x0, is_prose = _or_change(piece, lines, number) if is_change else piece
            if number in numbers_of_words:
                head, placed = line.strip(), ()
            figures = [Cell(text, number, number, *place) for text, place in placed]
            if figures and run is not None and not head:
                run.lines.append(figures)
                run.gaps.append(gap)
            elif figures:
                run = Run([figures], head, number, x0, before=fragments[-_FRAGMENTS_BEFORE:])
                fragments = []
                found.append(run)
            elif is_prose:
                run, fragments = None, []
                found.append(Prose(head, number))
            elif head:
                run = None
                fragment = Fragment(head, number, x0)
                fragments.append(fragment)
                _append_after(found, fragment)
    for item in found:
        if isinstance(item, Run):
            seen = [c for c in item.cells if pages.may_hide(c.text, c.line_start)] if pages.unseen else []
            told = next((c for c in seen if pages.is_told(c.text, c.line_start)), None)
            item.maybe_page = told or next(iter(seen), None) or strange_end(item, pages)
            item.is_page_told = told is not None
            item.is_only_year = item.maybe_page is not None and pages.is_only_year(item.maybe_page.text)
    for run in alone([item for item in found if isinstance(item, Run)]):
        run.maybe_page = run.cells[0]
    return found


def _pieces_at(number: int, line: str, pages: Pages) -> tuple[_Piece | None, ...]:
    """The pieces of a line that counts a page, or is a cell though no figure is read there."""
    if number in pages.lines:
        return (None,)
    text, x0 = line.strip(), len(line) - len(line.lstrip())
    return (("", ((text, (x0, x0 + len(text), x0)),), x0, False),)


def _or_change(piece: _Piece, lines: Sequence[tuple[int, str]], number: int) -> _Piece:
    """The piece of a line below figures that is a change without its figure: a cell where the next line with text is one."""
    head, _, x0, _ = piece
    at = bisect_left(lines, number + 1, key=lambda line: line[0])
    below = next((text.strip() for _, text in lines[at : at + _NEXT] if text.strip()), "")
    return ("", ((head, (x0, x0 + 1, x0)),), x0, False) if looks_like_figure(below) else piece


def _apart(line: str) -> tuple[str, ...]:
    """The line, where figures run into the number of the next label (`5 3 2二、上年结转`) or into a note cut between the two."""
    cuts = [found.end() for found in _GLUED.finditer(line)] if len(line) <= _LONGEST_LINE else []
    single = None if cuts or len(line) > _LONGEST_LINE else _BEFORE_HEADING.match(line)
    if single and numbered_heading(line[single.end() :]) is not None:
        cuts = [single.end()]
    if not cuts and ("注" in line or "说明" in line) and (found := _BEFORE_NOTE.search(line)):
        cuts = [found.end()]
    return tuple([" " * start + line[start:end] for start, end in pairwise([0, *cuts, len(line)])])


def _append_after(found: list[Item], fragment: Fragment) -> None:
    if found and isinstance(found[-1], Run) and len(found[-1].after) < _FRAGMENTS_AFTER:
        found[-1].after.append(fragment)
