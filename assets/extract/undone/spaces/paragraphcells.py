"""Cells between tabs that keep the paragraphs of their page: a row's figures stand on many lines, tabs between some of them.

    一、…申请数量	56	14	9	11
    8
        2	100

So do browsers and converters write the text of a page whose cells hold paragraphs. Three habits are known: rows begin without a
tab and every break beside a tab is one within the row; every cell follows a tab; or a break parts cells as a tab does. The rows
are written as tab cells (tabcells.py), a cell a line. Does not belong here: cells all of which have their own line.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, pairwise

from assets.extract.headers.corners import CORNERS
from assets.extract.labels import squash
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.plain.pages import may_count_pages
from assets.extract.readers.separated.delimited import has_blank_rows
from assets.extract.records import record
from assets.extract.undone.words.brokenlabels import is_label
from schemas.form import forms

# So many rows whose figures stand on lines of one and of several, and so many lines of figures, are no chance; nor is such a
# share of all rows.
_LEAST_MIXED, _LEAST_LONE, _LEAST_SHARE = 3, 6, 0.15
# A cell that has its own line, and the blank one that a tab at its end would begin.
_MOST_ALONE = 2
# So many written lines without a tab stand between two of a table.
_MOST_APART = 20
_MOST_LABELS = 3  # before a row's figures: a label within labels
_BRACKETS = '（(【[“"《'
_TABS = re.compile(r"\t+")


@record
class _Token:
    """A piece of a line between tabs; `is_tabbed` by one that stands before it on its line; a blank one is no figure and no word."""

    text: str
    line: int
    is_tabbed: bool
    is_figure: bool
    is_word: bool


def _token(text: str, line: int, is_tabbed: bool) -> _Token:
    is_figure = bool(text) and looks_like_figure(text)
    return _Token(text, line, is_tabbed, is_figure, bool(text) and not is_figure)


@record
class _Line:
    """A line that is not blank: its pieces, whether the one before it ends with a tab, and whether it has figures and no words."""

    tokens: list[_Token]
    is_after_tab: bool
    is_of_figures: bool

    @property
    def is_joined(self) -> bool:
        """Whether a tab parts it from the line before it."""
        return self.is_after_tab or self.tokens[0].is_tabbed


def with_cells_by_lines(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines with a cell on each, and the number of each before, from 1; None where nothing was done."""
    out: list[str] = []
    numbers: list[int] = []
    done = 0
    for start, end in _stretches(lines):
        rows = _rewritten(lines[start:end])
        if rows is None:
            continue
        out += [*_without_tabs_alone(lines[done:start]), *rows[0]]
        numbers += [*range(done + 1, start + 1), *(start + number for number in rows[1])]
        done = end
    if not done:
        return lines, None
    return [*out, *_without_tabs_alone(lines[done:])], [*numbers, *range(done + 1, len(lines) + 1)]


def _without_tabs_alone(lines: list[str]) -> list[str]:
    """The lines around such a table: what is left of rows without a word or figure opens no table of its own."""
    return [line if line.strip() else "" for line in lines]


def _stretches(lines: list[str]) -> list[tuple[int, int]]:
    """Where tabs stand, no further apart than the cells of a row or two; with the label above and the figures below them."""
    tabbed = [n for n, line in enumerate(lines) if "\t" in line]
    if len(tabbed) < _LEAST_MIXED:
        return []
    written = [n for n, text in enumerate(map(str.strip, lines)) if text]
    place = {n: at for at, n in enumerate(written)}
    tabbed = [n for n in tabbed if n in place]
    found: list[list[int]] = []
    for n in tabbed:
        if found and place[n] - place[found[-1][1]] <= _MOST_APART:
            found[-1][1] = n
        else:
            found.append([n, n])
    stretches = []
    for first, last in found:
        below = place[last] + 1
        while below < len(written) and looks_like_figure(lines[written[below]].strip()):
            below += 1
        stretches.append((written[max(0, place[first] - 1)], written[below - 1] + 1))
    return stretches


def _rewritten(lines: list[str]) -> tuple[list[str], list[int]] | None:
    """The lines of a stretch with a cell on each, and their numbers in it; None where each row has its line."""
    tabbed = [line for line in lines if "\t" in line]
    if len([line for line in tabbed if "\t" in line[1:]]) < _LEAST_MIXED or has_blank_rows(lines):
        return None  # no cells share a line, or each row has its own
    if sum(map(_begins_otherwise, lines)) < _LEAST_LONE:
        return None
    parted = _without_pages(_parted(lines, tabbed))
    if _are_rows(parted):
        return None
    follows = _follows_tabs(parted)
    # where each cell follows a tab, a number on a line without one is no cell
    mixed, whole = _rows_on_lines([line for line in parted if line.is_joined] if follows else parted)
    lone = sum(line.is_of_figures for line in parted)
    if mixed < _LEAST_MIXED or lone < _LEAST_LONE or mixed < _LEAST_SHARE * (mixed + whole):
        return None
    if follows:
        return _as_tab_cells(lines, _rows_by_tabs(parted))
    if _breaks_part_cells(parted):
        return None if _are_too_many(parted) else _cells(parted)
    return _as_tab_cells(lines, _rows_by_words(parted))


def _begins_otherwise(line: str) -> bool:
    """Whether a line that is not blank begins with no word: asked of every table, before its lines are taken apart."""
    start = line.lstrip()[:1]
    return bool(start) and not start.isalpha() and start not in _BRACKETS


def _parted(lines: list[str], tabbed: list[str]) -> list[_Line]:
    runs = {len(run) for line in tabbed for run in _TABS.findall(line)}
    tab = "\t\t" if all(run % 2 == 0 for run in runs) else "\t"
    found: list[_Line] = []
    is_after_tab, last = False, 0
    written = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    for (number, line), below in zip(written, [*(line for _, line in written[1:]), ""], strict=True):
        pieces = line.split(tab)
        is_indented = not pieces[0].strip() and len(pieces) > 1
        pieces = pieces[1:] if is_indented else pieces
        # between a tab that ends a line and one that begins the next there is a blank cell
        ends_with_tab = len(pieces) > 1 and not pieces[-1].strip() and not below.startswith("\t")
        pieces = pieces[:-1] if ends_with_tab else pieces
        tokens = [_token(text.strip(), number, at > 0 or is_indented) for at, text in enumerate(pieces)]
        is_of_figures = any(t.is_figure for t in tokens) and not any(t.is_word for t in tokens)
        # a paragraph above a tab and one below it leave the tab a line of its own
        is_after_tab = is_after_tab or any("\t" in line for line in lines[last : number - 1])
        found.append(_Line(tokens, is_after_tab, is_of_figures))
        last = number
        is_after_tab = ends_with_tab
    return found


def _without_pages(parted: list[_Line]) -> list[_Line]:
    """A number below the tab that ends a row, which may count pages, is no cell of it: its last cell may be blank."""
    ends = {
        line.tokens[0].line: n
        for n, (line, below) in enumerate(pairwise(parted))
        if len(line.tokens) == 1 and not line.tokens[0].is_tabbed and below.tokens[0].is_word
    }
    pages = may_count_pages([(number, parted[n].tokens[0].text) for number, n in ends.items()])
    out = list(parted)
    for number in pages:
        out[ends[number]] = replace(out[ends[number]], is_after_tab=False)
    return out


def _are_rows(parted: list[_Line]) -> bool:
    """Whether most lines of figures have as many cells as the line with the label above them: they are rows without one."""
    below = [(above, line) for above, line in pairwise(parted) if line.is_of_figures and len(line.tokens) > 1]
    whole = [
        above
        for above, line in below
        if above.tokens[0].is_word
        and above.tokens[-1].is_figure
        and len(above.tokens) == len(line.tokens) + 1
    ]
    return len(whole) * 2 > len(below) > 0


def _rows_on_lines(parted: list[_Line]) -> tuple[int, int]:
    """How many rows go on below a line, some of whose cells share one, and how many have their figures on one line."""
    mixed = whole = 0
    rows: list[list[_Line]] = []
    for line in parted:
        if line.is_of_figures and rows:
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        # a cell stands on its line by itself where each has one, be it blank
        shares = any(
            len(line.tokens) > _MOST_ALONE or len([t for t in line.tokens if t.text]) > 1 for line in row
        )
        mixed += len(row) > 1 and shares
        whole += len(row) == 1 and any(token.is_figure for token in row[0].tokens)
    return mixed, whole


def _follows_tabs(parted: list[_Line]) -> bool:
    """Whether the labels of rows, too, follow a tab."""
    after_figures = [
        line.tokens[0]
        for above, line in pairwise(parted)
        if above.tokens[-1].is_figure and line.tokens[0].is_word
    ]
    return sum(token.is_tabbed for token in after_figures) * 2 > len(after_figures)


def _breaks_part_cells(parted: list[_Line]) -> bool:
    """Whether figures follow each other on lines between which no tab stands."""
    alone = [
        line
        for above, line in pairwise(parted)
        if above.tokens[-1].is_figure and line.is_of_figures and not line.is_joined
    ]
    return len(alone) >= _LEAST_LONE


def _rows_by_words(parted: list[_Line]) -> list[list[_Token]]:
    """Rows that begin without a tab: what a tab parts from the line before it goes on with the row."""
    rows: list[list[_Token]] = []
    for line in parted:
        if line.is_joined and rows:
            rows[-1] += line.tokens
        else:
            rows.append(list(line.tokens))
    return rows


def _rows_by_tabs(parted: list[_Line]) -> list[list[_Token]]:
    """Rows each cell of which follows a tab: figures go on with the row, and words begin another."""
    rows: list[list[_Token]] = []
    is_header = False
    for line in parted:
        first = line.tokens[0]
        goes_on = (is_header and not is_label(first.text)) if first.is_word else not _is_header(rows[-1:])
        if rows and line.is_joined and goes_on:
            rows[-1] += line.tokens
        else:
            rows.append(list(line.tokens))
            is_header = squash(first.text) in CORNERS and len(line.tokens) > 1
    return rows


def _is_header(rows: list[list[_Token]]) -> bool:
    """Whether the row has more words than stand before the figures of a row."""
    return any(len(row) > _MOST_LABELS and all(token.is_word for token in row) for row in rows)


def _are_too_many(parted: list[_Line]) -> bool:
    """Whether more figures than a row has follow each other somewhere: a break may then be one within a figure."""
    longest = max(
        len(table.columns) for form in forms().values() for table in form.tables if not table.one_row
    )
    side_by_side = {len(table.cells) for form in forms().values() for table in form.tables if table.one_row}
    figures = [token.is_figure for line in parted for token in line.tokens if token.text]
    lengths = [len(list(run)) for is_figure, run in groupby(figures) if is_figure]
    return any(length > longest and length not in side_by_side for length in lengths)


def _cells(parted: list[_Line]) -> tuple[list[str], list[int]]:
    """A cell a line: breaks part cells as tabs do, and nothing tells where a cell is blank."""
    out: list[str] = []
    numbers: list[int] = []
    at = 0
    for line in parted:
        number = line.tokens[0].line
        # a page's number is told by what is blank about it
        if number > at + 1 and (line.tokens[0].is_word or not line.is_joined) and out:
            out.append("")
            numbers.append(number - 1)
        at = number
        out += [token.text for token in line.tokens if token.text]
        numbers += [number for token in line.tokens if token.text]
    return out, numbers


def _as_tab_cells(lines: list[str], rows: list[list[_Token]]) -> tuple[list[str], list[int]]:
    out: list[str] = []
    numbers: list[int] = []
    for row in rows:
        is_row = len(row) > 1 or row[0].is_tabbed
        if out and out[-1]:
            out.append("")
            numbers.append(row[0].line)
        out += [f"\t{token.text}" if is_row else lines[token.line - 1] for token in row]
        numbers += [token.line for token in row]
    return out, numbers
