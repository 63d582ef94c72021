r"""Tables whose rows a program ran together on one line, with every bar escaped: `\| 信息内容 \| 件数 \| \| --- \| --- \| \| 规章 \| 170 \|`.

So is written a page's frame, one cell of which holds all of the report: bars within a cell are escaped there, and its lines are joined. The
rule says how many cells a row has, and each row is closed by a bar before the next one opens, so that rows are cut where they were; one that
is not closed there ends the table. Words between tables stay as they are, but for headings in bold letters. Does not belong here: bars that are
not escaped (onelinetable.py), lines without a rule.
"""

from __future__ import annotations

import re

_BAR = "\\|"
_RULE = re.compile(r"\\\|(?:[ ]*:?-{3,}:?[ ]*\\\|)++")
_HEADING = re.compile(r"\*\*([一二三四五六]、[^*|]{2,60})\*\*")
# The bar that opens the frame, and the one that closes it.
_FRAME = re.compile(r"^\s*\|(?!\s*$)|(?<!\\)\|\s*$")
_LEAST_BARS, _MOST_COLUMNS = 12, 30


def with_escaped_rows_apart(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines with such tables cut into their rows, and for each its number in the text; None where there is none."""
    out: list[str] = []
    numbers: list[int] = []
    for number, line in enumerate(lines, 1):
        pieces = _pieces(line) if line.count(_BAR) >= _LEAST_BARS else [line]
        out += pieces
        numbers += [number] * len(pieces)
    return (out, numbers) if len(out) > len(lines) else (lines, None)


def _pieces(line: str) -> list[str]:
    """The rows of the tables on a line, and the words before, between and behind them; the line itself where it has none."""
    out: list[str] = []
    between: list[str] = []
    at = 0
    for rule in _RULE.finditer(line):
        width = rule[0].count(_BAR) - 1
        head = _head(line, rule.start(), width, at)
        if head is None or rule.start() < at:
            continue
        begin, cells = head
        between.append(line[at:begin])
        out += _words(between[-1])
        rows = [cells]
        at = rule.end()
        while (row := _row(line, at, width)) is not None:
            rows.append(row[1])
            at = row[0]
        out += ["", f"| {' | '.join(rows[0])} |", f"|{' --- |' * width}"]
        out += [f"| {' | '.join(row)} |" for row in rows[1:]] + [""]
    # bars that are left are those of a row with a cell too many or too few, and so is the last that was cut
    is_whole = bool(out) and not any(_BAR in words for words in (*between, line[at:]))
    return [*out, *_words(line[at:])] if is_whole else [line]


def _head(line: str, end: int, width: int, least: int) -> tuple[int, list[str]] | None:
    """Where the row above a rule begins, and its cells; None where it does not end right before the rule."""
    if not 1 < width <= _MOST_COLUMNS or not line[:end].rstrip().endswith(_BAR):
        return None
    begin = end
    for _ in range(width + 1):
        begin = line.rfind(_BAR, least, begin)
        if begin < 0:
            return None
    row = _row(line, begin, width)
    return (begin, row[1]) if row is not None and not line[row[0] : end].strip() else None


def _row(line: str, at: int, width: int) -> tuple[int, list[str]] | None:
    """The cells of the row that opens at a place, and where it is closed; None where none does, or the next does not open behind it."""
    while line[at : at + 1] == " ":
        at += 1
    if not line.startswith(_BAR, at):
        return None
    parts = line[at:].split(_BAR, width + 1)
    if len(parts) < width + 2:
        return None
    cells = parts[1:-1]
    return at + sum(map(len, cells)) + len(_BAR) * (width + 1), [cell.strip() for cell in cells]


def _words(text: str) -> list[str]:
    """What stands outside of tables: the frame's own bars are gone, headings in bold letters stand on lines of their own."""
    text = _HEADING.sub(r"\n\1\n", _FRAME.sub("", text))
    return [piece.strip() for piece in text.split("\n") if piece.strip()]
