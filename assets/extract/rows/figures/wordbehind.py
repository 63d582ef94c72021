"""A word beside a figure for every column of a row, which no label has: it may be a cell, and the row one too long.

    行政处罚 另算 15 22 40

Then one of the figures is none of its own column's, as where the old and the new one stand in one cell, and nothing tells which. So it
is where each cell has a line, between label and figures, or between these and the next label. A word that most rows of the table
have is a column of its own, one that returns in the text the page's. Belongs here: rows that look whole. Does not belong here: words
that take the place of a figure that is wanting (wordcells.py), and those known to stand for figures (readers/plain/cellwords.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assets.extract.labelmatcher import EXACT
from assets.extract.labels import normalize, squash
from assets.extract.model import Fragment, Run
from assets.extract.numbers import UNITS
from assets.extract.readers.plain.pages import is_furniture
from assets.extract.rows.finding.chain import Link
from assets.extract.rows.finding.runlabels import options_of
from schemas.form import Form, Table
from schemas.meaning import TURNS
from schemas.whose import WORDS, any_of

# Words and signs; a number or what stands in brackets explains the label, or numbers the row.
_WORD = re.compile(r"(?=[^、.)）]*[\u3400-\u9fffA-Za-z#?!])[^\s（）()\[\]【】]{1,8}")
# Of the number of a page, which a program may write on several lines.
_PAGE = re.compile("第|共[0-9]|页")
# What points at the rows below or above is said of all of them: 以下为上年数据.
_POINTS = re.compile(any_of(WORDS.below, WORDS.above))
# Words that explain a row and say nothing of its cells.
_EXPLAIN = {*TURNS.leave_it_before, *TURNS.leave_it_behind, *TURNS.explanations, *UNITS}


def with_word_behind(links: Sequence[Link], lines: Sequence[str], form: Form, table: Table) -> list[Link]:
    """The whole rows with such a word; none where more than half of the rows have one."""
    if table.one_row:
        return []
    widths = {row.key: len(block.columns) for block in table.blocks for row in block.rows}
    found = []
    for link, following in zip(links, [*links[1:], None], strict=True):
        width = widths[table.rows[link.row].key]
        is_whole = isinstance(link.candidate.item, Run) and len(link.candidate.figures) == width > 1
        if is_whole and (
            _is_behind_label(link, lines, form, table) or _is_above_next(link, following, lines, form)
        ):
            found.append(link)
    return found if len(found) * 2 <= len(links) else []


def _is_behind_label(link: Link, lines: Sequence[str], form: Form, table: Table) -> bool:
    """Whether the row is known to the letter without the word in front of its figures."""
    run = link.candidate.item
    if not isinstance(run, Run):
        return False
    before, after = run.before, [f.text for f in run.after]
    if run.head:
        *others, word = run.head.split()
        if squash(word) == squash(link.candidate.figures[0].text):
            return False  # it is a cell
        if run.head_line != run.lines[0][0].line_start or not others or not _is_word(word, form):
            return False
        head = " ".join(others)
    else:
        head = ""
        if not before or run.layout != "cell_per_line" or not _is_word(before[-1].text, form):
            return False
        if _is_of_page(before[-1], lines):
            return False
        before = before[:-1]
    without, _, _ = options_of(form.id, table.no, head, tuple([f.text for f in before]), tuple(after), True)
    return bool(without) and without[0][0] == link.row and without[0][1] >= EXACT


def _is_above_next(link: Link, following: Link | None, lines: Sequence[str], form: Form) -> bool:
    """Whether a word stands between the figures of a row, one a line, and the label of the next row, and has no figures itself."""
    run = link.candidate.item
    if not isinstance(run, Run) or following is None or following.row != link.row + 1:
        return False
    if following.candidate.index != link.candidate.index + 1 or not run.after:
        return False
    word, below = run.after[0], following.candidate
    if len(run.after) < 2 and not (isinstance(below.item, Run) and below.item.head):
        return False  # it is the next label itself, with a slip of the pen
    if squash(word.text) in squash(below.label):
        return False
    return run.layout == "cell_per_line" and _is_word(word.text, form) and not _is_of_page(word, lines)


def _is_word(word: str, form: Form) -> bool:
    """Whether a text may be what a cell says instead of a figure: no number, no piece of a label, no gloss."""
    text = squash(word)
    if (
        text in _EXPLAIN
        or _PAGE.match(text)
        or _POINTS.match(text)
        or not _WORD.fullmatch(text)
        or not normalize(text)
    ):
        return False
    return not any(text in name for name in _names(form))


def _is_of_page(word: Fragment, lines: Sequence[str]) -> bool:
    """Whether a line is the page's: it returns in the text, or stands right beside the mark of a page."""
    text = squash(word.text)
    if sum(text in squash(line) for line in lines) > 1:
        return True
    above = next((line for line in reversed(lines[: word.line - 1]) if line.strip()), "")
    below = next((line for line in lines[word.line :] if line.strip()), "")
    return is_furniture(above) or is_furniture(below)


@cache
def _names(form: Form) -> tuple[str, ...]:
    tables = form.tables
    labels = [label for table in tables for label in (*table.rows, *table.groups, *table.columns)]
    labels += [block.clause for table in tables for block in table.blocks if block.clause]
    titles = [name for table in tables for name in (table.header, table.zh, *table.aliases)]
    return tuple(
        {squash(w) for label in labels for w in label.wordings} | {squash(name) for name in titles if name}
    )
