r"""Tables of LaTeX in which a whole page stands, as pandoc writes the layout tables of a page: what they say is taken off.

A table that holds tables in its cells, and parts no cells of its own, is the page's: `\begin{longtable}…\begin{minipage}…`. Only the tables in
it are tables. Every line keeps its number. Does not belong here: the tables themselves (latex.py).
"""

from __future__ import annotations

import re
from itertools import pairwise

from assets.extract.readers.notations.latex import TABULAR

_TABLE = re.compile(rf"\\(begin|end){TABULAR}")
_PARTED = re.compile(r"(?<!\\)&")
# What stands in such a table besides the page.
_OWN = re.compile(
    r"\\(?:top|mid|bottom)rule(?:\[\])?|\\hline|\\end(?:first)?head\b|\\end(?:last)?foot\b|\\noalign\{\}"
    r"|\\begin\{minipage\}(?:\[[^\[\]\n]*\])*\{[^{}\n]*\}(?:\\raggedright|\\raggedleft|\\centering)?"
    r"|\\end\{minipage\}|\\\\|\\tabularnewline\b|\\strut\b"
)
_DEEPEST = 8


def without_pages_tables(lines: list[str]) -> list[str]:
    """The lines without the marks of such tables."""
    if sum(line.count("\\begin{") for line in lines) < 2:
        return lines
    text = "\n".join(lines)
    open_: list[tuple[int, list[tuple[int, int]]]] = []
    within: list[tuple[int, list[tuple[int, int]]]] = []
    for mark in _TABLE.finditer(text):
        if mark[1] == "begin":
            open_.append((mark.start(), []))
            if len(open_) > _DEEPEST:
                return lines
        elif open_:
            begin, inner = open_.pop()
            if open_:
                open_[-1][1].append((begin, mark.end()))
            if inner:
                within.append((mark.end(), [(begin, begin), *inner, (mark.start(), mark.end())]))
    changes: list[tuple[int, int, str]] = []
    for end, spans in within:
        begin = spans[0][0]
        head = _behind_arguments(text, begin)
        own = [(max(a[1], head), b[0]) for a, b in pairwise(spans)]
        if any(_PARTED.search(text, a, b) for a, b in own):
            continue
        changes += [(begin, head, text[begin:head]), (spans[-1][0], end, text[spans[-1][0] : end])]
        changes += [(m.start(), m.end(), m[0]) for a, b in own for m in _OWN.finditer(text, a, b)]
    if not changes:
        return lines
    at, pieces = 0, []
    for begin, end, gone in sorted(changes):
        pieces += [text[at:begin], "\n" * gone.count("\n")]
        at = end
    return "".join([*pieces, text[at:]]).split("\n")


def _behind_arguments(text: str, begin: int) -> int:
    """Behind what a table says of its columns."""
    at = text.index("}", begin) + 1
    while at < len(text) and text[at] == "[":
        at = text.index("]", at) + 1 if "]" in text[at : at + 80] else len(text)
    if text[at : at + 1] != "{":
        return at
    depth = 0
    for mark in re.compile(r"(?<!\\)[{}]").finditer(text, at):
        depth += 1 if mark[0] == "{" else -1
        if not depth:
            return mark.end()
    return at
