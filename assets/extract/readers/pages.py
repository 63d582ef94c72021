"""Lines that belong to the page and not to the report: page numbers, drawn rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from assets.extract.labels import squash

_PAGE = re.compile(
    r"[—–―─－-]{1,3}[0-9]{1,4}[—–―─－-]{1,3}|第[0-9]{1,4}页(?:[,/]?共[0-9]{1,4}页)?|共[0-9]{1,4}页"
    r"|[Pp]age[0-9]{1,4}(?:of[0-9]{1,4})?|[·•][0-9]{1,4}[·•]"
)
_PAGE_OF = re.compile(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})")
_RULE_CHARS = "-=_─━═—–"
# Two dashes are a cell that says none; a rule is longer.
_SHORTEST_RULE = 4
# A page mark is no longer than this (spaces aside it is short), and has a digit or a rule in it.
_LONGEST = 400
_HINT = re.compile(r"[0-9０-９_=─━═—–-]")
_BARE = re.compile(r"[0-9]{1,3}")
# A sequence of bare numbers is one of pages if it is this long (or holds all lone numbers of the text), skips this
# few, and its members lie this far apart.
_LEAST_PAGES, _MOST_SKIPPED, _LEAST_LINES = 3, 3, 8


def is_furniture(line: str) -> bool:
    """Whether a line is marked as the page's: a page number with dashes or words, or a drawn rule."""
    words = line.split()
    if words and all(len(w) >= _SHORTEST_RULE and not w.strip(_RULE_CHARS) for w in words):
        return True
    if len(line) > _LONGEST or not _HINT.search(line):
        return False
    text = squash(line)
    if _PAGE.fullmatch(text):
        return True
    of = _PAGE_OF.fullmatch(text)
    return of is not None and int(of[1]) <= int(of[2])


@dataclass(frozen=True)
class Pages:
    """Bare page numbers of a text: the lines that hold one, and numbers that must stand between two lines unseen."""

    lines: frozenset[int]
    unseen: tuple[tuple[int, int, int], ...]

    def may_hide(self, text: str, line: int) -> bool:
        """Whether a figure of this text on this line may be a page number that was not told apart."""
        return any(text == str(number) and low < line < high for number, low, high in self.unseen)


def bare_pages(lines: list[str]) -> Pages:
    """Find lone numbers that count pages: each alone among lines of words, one more than the one before.

    A bare number right before a form feed is a page number whatever it counts.
    """
    written = [(n, line.strip()) for n, line in enumerate(lines, 1) if line.strip()]
    ends = {
        n
        for (n, text), (m, _) in pairwise(written)
        if _BARE.fullmatch(text) and "\f" in "".join(lines[n:m])[:200]
    }
    lone = [
        (n, int(text))
        for (_, before), (n, text), (_, after) in zip(
            written, written[1:], [*written[2:], (0, "")], strict=False
        )
        if _BARE.fullmatch(text) and not _is_figures(before) and not _is_figures(after)
    ]
    best: list[list[tuple[int, int]]] = []
    for line, number in lone:
        tails = [
            chain
            for chain in best
            if 0 < number - chain[-1][1] <= _MOST_SKIPPED and line - chain[-1][0] >= _LEAST_LINES
        ]
        best.append([*max(tails, key=len, default=[]), (line, number)])
        best = sorted(best, key=len, reverse=True)[:64]
    chain = max(best, key=len, default=[])
    if len(chain) < (_LEAST_PAGES if len(chain) < len(lone) else 2):
        return Pages(frozenset(ends), ())
    unseen = [
        (number, low, high)
        for (low, first), (high, last) in pairwise(chain)
        for number in range(first + 1, last)
    ]
    return Pages(frozenset(ends | {line for line, _ in chain}), tuple(unseen))


def _is_figures(text: str) -> bool:
    return bool(re.fullmatch(r"[\d\s.,+-]+", text))
