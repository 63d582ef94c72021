"""Rows whose cells stand each between two brackets with nothing else on the line: `「规章」「0」「」`, `[规章][0][]`; they become rows between bars.

Brackets leave no doubt where a cell begins and ends, blank ones too. Every line keeps its number. Does not belong here: lists of quoted
cells (lists.py), the tags of a page.
"""

from __future__ import annotations

import re

_PAIRS = ("「」", "[]", "{}", "<>", "【】", "『』", "［］", "〈〉", "《》", "〔〕", "()", "（）")
# How one cell follows another, one of which must stand in a text with such rows.
SIGNS = tuple(f"{pair[1]}{gap}{pair[0]}" for pair in _PAIRS for gap in ("", " "))
# A row of several cells in brackets of one kind; what stands in them holds none of these.
_CELLS = tuple(
    re.compile(
        rf"\s*(?:{re.escape(pair[0])}[^{re.escape(pair)}|]*+{re.escape(pair[1])}"
        rf"(?:[ \t]|[,，;；、](?=\s*{re.escape(pair[0])}))*+)+\s*"
    )
    for pair in _PAIRS
)
_CELL = tuple(
    re.compile(rf"{re.escape(pair[0])}([^{re.escape(pair)}]*+){re.escape(pair[1])}") for pair in _PAIRS
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_DIGIT = re.compile(r"[0-9０-９]")
# A list of quoted cells, or a tag of a page.
_NO_CELL, _TAG = re.compile(r"\s*[\"']"), re.compile(r"\s*/?[A-Za-z!?]")
_LEAST_ROWS = 3


def with_bars_for_brackets(lines: list[str]) -> list[str]:
    """The lines, with bars about the cells of such rows."""
    out = lines
    for pair, row, cell in zip(_PAIRS, _CELLS, _CELL, strict=True):
        first, last = pair[0], pair[1]
        likely = [n for n, line in enumerate(lines) if f"{last}{first}" in line or f"{last} {first}" in line]
        if len(likely) < _LEAST_ROWS:
            continue
        for start, stop in _runs(lines, row):
            cells = [cell.findall(line) for line in lines[start:stop]]
            if _are_rows(cells, _TAG if first == "<" else _NO_CELL):
                out = list(lines) if out is lines else out
                out[start:stop] = [f"| {' | '.join(map(str.strip, own))} |" for own in cells]
    return out


def _runs(lines: list[str], row: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where lines of nothing but cells begin and end."""
    runs: list[tuple[int, int]] = []
    for n, line in enumerate(lines):
        if line.strip() and row.fullmatch(line):
            if runs and runs[-1][1] == n:
                runs[-1] = runs[-1][0], n + 1
            else:
                runs.append((n, n + 1))
    return runs


def _are_rows(cells: list[list[str]], no_cell: re.Pattern[str]) -> bool:
    """Whether so many rows have several cells, most of them a name, and there are figures behind the first ones."""
    several = [own for own in cells if len(own) > 1]
    if len(several) < _LEAST_ROWS or any(no_cell.match(text) for own in cells for text in own if text):
        return False
    named = sum(any(map(_HAN.search, own)) for own in several)
    return named > len(several) / 2 and any(_DIGIT.search(text) for own in several for text in own[1:])
