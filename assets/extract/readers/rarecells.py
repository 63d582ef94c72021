"""Cells set apart by a mark that no other reader knows (`；`, `^`, `#`, `@`): the mark becomes a tab.

It is told by what it does, not by what it is: on many lines of words it stands between figure and figure again and again, and so
does nothing else. Signs that may be a figure's own, or stand for a blank cell, are none. `第5行：` or `Row 5:` before such rows
goes, where these count. Every line keeps its number. Does not belong here: tabs, commas, semicolons (delimited.py), bars (pipes.py),
and marks that a table itself names (markup.py).
"""

from __future__ import annotations

import re
from collections import Counter

from assets.extract.readers import markup

# Three in a row between four figures; lines that have it, of which a table 3 has three times as many.
_BETWEEN = re.compile(
    r"[0-9] ?([^\w\s.,，、:：;|｜│┃\-—–―─－/\\·…*~+%()（）<>&\"'“”‘’])(?: ?[0-9]++ ?\1){2} ?[0-9]"
)
_LEAST_LINES = 8
_FIGURE = re.compile(r"\s*[-+]?[0-9][0-9,.]*\s*")
_WORD = re.compile("[\u3400-\u9fff]")
_ROW = re.compile(r"\s*(?:第\s?([0-9]{1,3})\s?行|(?:[Rr]ow|ROW)\s?([0-9]{1,3}))\s?[:：]\s?")


def with_tabs(lines: list[str]) -> list[str]:
    """The lines with tabs in place of such a mark, in tables only."""
    found = Counter(
        match[1] for line in lines for match in [_BETWEEN.search(line)] if match and _WORD.search(line)
    )
    if not found:
        return lines
    ((mark, count),) = found.most_common(1)
    if count < _LEAST_LINES or any(map(markup.opens, lines)):
        return lines
    lines = _without_counts(lines)
    in_table = _in_table(lines, mark)
    apart = re.compile(rf" ?{re.escape(mark)} ?")
    return [apart.sub("\t", line) if held else line for line, held in zip(lines, in_table, strict=True)]


def _in_table(lines: list[str], mark: str) -> list[bool]:
    """For each line whether it is of a table: words and then a figure, or what stands above and below with no other line between."""
    marked = [mark in line and "。" not in line and "\t" not in line for line in lines]
    held = [of and _is_row(line.split(mark)) for of, line in zip(marked, lines, strict=True)]
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        goes_on = False
        for index in order:
            if lines[index].strip():
                goes_on = held[index] = held[index] or (goes_on and marked[index])
    return held


def _is_row(fields: list[str]) -> bool:
    figures = [field for field in fields if field.strip()]
    return bool(figures and _FIGURE.fullmatch(figures[-1]))


def _without_counts(lines: list[str]) -> list[str]:
    """The lines without the numbers of rows, if these go up by one from one row to the next, from 1 in every table."""
    found = [_ROW.match(line) for line in lines]
    last, right = 0, 0
    for match in found:
        if match:
            number = int(match[1] or match[2])
            right += number in (1, last + 1)
            last = number
    if right < max(_LEAST_LINES, sum(map(bool, found))):
        return lines
    return [line[match.end() :] if match else line for line, match in zip(lines, found, strict=True)]
