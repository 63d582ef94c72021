"""Tables whose columns a line of dashes shows: `---- ---- ----` below the header, or above and below the rows.

So do pandoc's simple and multiline tables, reStructuredText's simple tables, and what many programs print. The rule
says where each column begins and ends; every line must keep to it in one and the same measure of width (programs
count characters or display columns), and where two measures fit and cut differently the block is left to other readers.
Rows stand on a line each, or, where blank lines lie between rows, in paragraphs whose lines continue the cells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assets.extract.memory import remembering_lines
from assets.extract.model import Cell, GridRow
from assets.extract.readers.drawn.widths import columns_of

LAYOUT = "ruled"
_RULE = re.compile(r"\s*(?:-{2,}(?:[ \xa0]+-{2,})+|={2,}(?:[ \xa0]+={2,})+|─{2,}(?:[ \xa0]+─{2,})+)\s*")
_WHOLE = re.compile(r"\s*(?:-{6,}|={6,}|─{6,})\s*")
_GROUP = re.compile(r"[-=─]+")
# Two figures under one stretch of the rule: the line is out of step with it.
_TWO_FIGURES = re.compile(r"[0-9]+\s{2,}[0-9]+$")
_STARTS_RULE = frozenset("-=─")
# How reStructuredText writes a blank first cell.
_BLANK_FIRST = ("..", "\\")
# Lines of a header above the rule, and of a table.
_MOST_HEADER, _MOST_LINES = 12, 400

# Columns of the text as (first, end).
_Spans = list[tuple[int, int]]


def may_stand_in(lines: list[str], text: str) -> bool:
    """Whether a text, given as lines and in one, has a rule at all: without one it has no such table."""
    return any(group in text for group in ("--", "==", "──")) and any(map(_is_rule, lines))


def starts(lines: list[str], index: int) -> bool:
    """A line with which a table starts: a rule, or the first line of a header over one."""
    return _extent(lines, index) is not None


def end(lines: list[str], index: int) -> int:
    """The line after the closing rule, or after the last row where none closes the table."""
    return _extent(lines, index) or index + 1


def read(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`."""
    cut = _cut(lines)
    if cut is None:
        return []
    # blank lines part the rows, unless all of them only lie at a rule
    parted = any(
        not line.strip() and _is_text(before) and _is_text(after)
        for before, line, after in zip(lines, lines[1:], lines[2:], strict=False)
    )
    rows: list[GridRow] = []
    cells: list[Cell] = []
    for number, texts in enumerate(cut, first_line):
        if cells and (texts is None or not parted):
            rows.append(GridRow(cells, LAYOUT, block, spans=True))
            cells = []
        if texts is None:
            continue
        cells = [
            _joined(old, text, number)
            for old, text in zip(cells or [Cell("", number, number)] * len(texts), texts, strict=True)
        ]
    if cells:
        rows.append(GridRow(cells, LAYOUT, block, spans=True))
    return rows


def _joined(old: Cell, text: str, number: int) -> Cell:
    if not text:
        return old
    return Cell(f"{old.text}\n{text}", old.line_start, number) if old.text else Cell(text, number, number)


def _is_rule(line: str) -> bool:
    return line.lstrip()[:1] in _STARTS_RULE and bool(_RULE.fullmatch(line))


def _is_whole(line: str) -> bool:
    return line.lstrip()[:1] in _STARTS_RULE and bool(_WHOLE.fullmatch(line))


def _is_text(line: str) -> bool:
    return bool(line.strip()) and not _is_rule(line) and not _is_whole(line)


def _extent(lines: list[str], index: int) -> int | None:
    """The end of the table that starts on this line, if one does."""
    line = lines[index]
    if not line.strip():
        return None
    stop: int | None
    if _is_rule(line):
        stop = _closing(lines, index, line)
    elif _is_whole(line):
        rule = _rule_below(lines, index + 1)
        same = rule is not None and _reach(lines[rule]) == _reach(line)
        stop = _closing(lines, rule, line) if same and rule is not None else None
    else:
        rule = _rule_below(lines, index)
        stop = _next_blank(lines, rule) if rule is not None else None
    return stop if stop is not None and _cut(lines[index:stop]) is not None else None


def _rule_below(lines: list[str], index: int) -> int | None:
    """The rule right below the lines of a header."""
    for at in range(index, min(index + _MOST_HEADER, len(lines))):
        if _is_rule(lines[at]):
            return at if at > index else None
        if not _is_text(lines[at]):
            return None
    return None


def _reach(line: str) -> tuple[int, int]:
    text = line.rstrip()
    return len(text) - len(text.lstrip()), len(text)


def _closing(lines: list[str], rule: int, like: str) -> int | None:
    """The line after the rule that closes a table; one with a text right below it only closes the header."""
    for at in range(rule + 1, min(rule + _MOST_LINES, len(lines))):
        if _is_text(lines[at]) or not lines[at].strip():
            continue
        if lines[at].rstrip() != like.rstrip():
            return None
        if at + 1 == len(lines) or not lines[at + 1].strip():
            return at + 1
    return None


def _next_blank(lines: list[str], rule: int) -> int | None:
    for at in range(rule + 1, min(rule + _MOST_LINES, len(lines))):
        if not _is_text(lines[at]):
            return at if at > rule + 1 and not lines[at].strip() else None
    return len(lines) if rule + 1 < len(lines) <= rule + _MOST_LINES else None


@remembering_lines
def _cut(lines: Sequence[str]) -> list[list[str] | None] | None:
    """Each line's texts by column, None for rules and blank lines; None for all where the rule does not fit."""
    rule = next(line for line in lines if _is_rule(line))
    spans = [found.span() for found in _GROUP.finditer(rule)]
    answers = []
    # pandoc takes an ideographic space for one column
    narrow = [line.replace("\u3000", " ") for line in lines]
    for printed, wide in ((lines, 1), (lines, 2), (lines, 0), *(((narrow, 1),) if narrow != lines else ())):
        answer = [_cut_line(line, spans, wide) if _is_text(line) else None for line in printed]
        fits = all(texts is not None for line, texts in zip(lines, answer, strict=True) if _is_text(line))
        if fits and answer not in answers:
            answers.append(answer)
    answers = [
        a for a in answers if not any(map(_TWO_FIGURES.match, (t for texts in a for t in texts or ())))
    ]
    if len(answers) > 1:  # a gap inside a text is one between columns
        answers = [a for a in answers if not any("  " in text for texts in a for text in texts or ())]
    return answers[0] if len(answers) == 1 else None


def _cut_line(line: str, spans: _Spans, wide: int) -> list[str] | None:
    """The texts under each stretch of the rule; None where a character stands between two of them."""
    texts = [""] * len(spans)
    column = 0
    for (at, char), (after, _) in pairwise(columns_of(line.rstrip() + " ", wide)):
        while column + 1 < len(spans) and at >= spans[column + 1][0]:
            column += 1
        first, past = spans[column]
        if first <= at and (after <= past or column + 1 == len(spans)):
            texts[column] += char
        elif not char.isspace():
            return None
    texts = [text.strip() for text in texts]
    if texts[0] in _BLANK_FIRST:
        texts[0] = ""
    return texts
