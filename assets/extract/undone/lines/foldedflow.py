"""Tables whose cells flow one behind the other and were folded like a paragraph: a line ends where the next word would not have fitted.

    一、本年新收政府信息公开申请数量 2291 96 65 19 42 14
    2527 二、上年结转政府信息公开申请数量 0 0 0 0 0 1 1

No line break there is one of the table. Each word comes to stand on a line of its own, as of a page with a cell a line (running.py), and
keeps the number of its line. Belongs here: stretches of such lines with many figures. Does not belong here: rows that a line holds whole,
or several of (unfold.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from assets.extract.numbers import looks_like_figure
from assets.extract.places.positions import display_width

_LEAST_LINES, _LEAST_SHARE = 12, 0.85
# So many figures, and so many lines with one behind words and words behind it, are those of a table.
_LEAST_FIGURES, _LEAST_MIXED = 40, 5
# Where such a table is, its other pieces have so many.
_FEW_FIGURES = 2
_SHORTEST, _LONGEST = 30, 160
_OWN_NUMBER = re.compile(r"[1-9][0-9]?[.．、]")
_MIXED = re.compile(r"[\u3400-\u9fff）)”] ?(?:.* )?[0-9]+ .*[\u3400-\u9fff]|^[0-9 ]+ [\u3400-\u9fff（(]")

# A measure of width, and the width.
_Fold = tuple[Callable[[str], int], int]


def _bytes(text: str) -> int:
    return len(text.encode())


_MEASURES: tuple[Callable[[str], int], ...] = (_bytes, display_width, len)


def without_folds(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines, such stretches a word a line, and the number of each; None where there is none."""
    stretches = _stretches(lines)
    fold = next((found for start, stop in stretches if (found := _fold_of(lines[start:stop]))), None)
    if fold is None:
        return lines, None
    out: list[str] = []
    numbers: list[int] = []
    for start, stop in stretches:
        texts = [line.strip() for line in lines[start:stop]]
        if _has_figures(texts, _FEW_FIGURES) and _is_folded(texts, *fold):
            pieces = _words(texts, *fold)
        else:
            pieces = list(enumerate(lines[start:stop]))
        out += [text for _, text in pieces]
        numbers += [start + n + 1 for n, _ in pieces]
    return out, numbers


def _stretches(lines: list[str]) -> list[tuple[int, int]]:
    """Where lines stand together, and the blank ones between."""
    blank = [not text for text in map(str.strip, lines)]
    marks = [n for n, (above, own) in enumerate(pairwise(blank), 1) if above != own]
    return list(pairwise([0, *marks, len(lines)]))


def _fold_of(lines: list[str]) -> _Fold | None:
    """How wide a stretch was folded, and in what measure; None where it was not, or has no table."""
    if len(lines) < _LEAST_LINES:
        return None
    texts = [*map(str.strip, lines)]
    whole = "\n".join(texts)
    if "\t" in whole or "  " in whole or "|" in whole:
        return None
    if len([line for line in lines if " " in line and _MIXED.search(line)]) < _LEAST_MIXED:
        return None
    if not _has_figures(texts, _LEAST_FIGURES):
        return None
    folds = [(measure, max(map(measure, texts))) for measure in _MEASURES]
    return next(
        (fold for fold in folds if _SHORTEST <= fold[1] <= _LONGEST and _is_folded(texts, *fold)), None
    )


def _has_figures(texts: list[str], least: int) -> bool:
    return sum(looks_like_figure(word) for text in texts for word in text.split(" ")) >= least


def _is_folded(texts: list[str], measure: Callable[[str], int], width: int) -> bool:
    """Whether hardly a word would have fitted in the line above, beside figures least of all."""
    fits = [measure(a) + 1 + measure(b.split(" ")[0]) <= width for a, b in pairwise(texts)]
    beside = [fit for fit, (a, b) in zip(fits, pairwise(texts), strict=True) if _has_figures([a, b], 1)]
    return max(map(measure, texts)) <= width and all(
        sum(of) <= max(1, (1 - _LEAST_SHARE) * len(of)) for of in (fits, beside)
    )


def _words(texts: list[str], measure: Callable[[str], int], width: int) -> list[tuple[int, str]]:
    """The words, one that fills a line whole and goes on in the next in one piece, a number of a list with its words."""
    out: list[tuple[int, str]] = []
    goes_on = False
    for index, text in enumerate(texts):
        for at, word in enumerate(text.split(" ")):
            before = out[-1][1] if out else ""
            joins = (
                (goes_on and at == 0) or _OWN_NUMBER.fullmatch(before) or word == "/" or before.endswith("/")
            )
            if out and joins and not (looks_like_figure(before) and word == "/"):
                out[-1] = (out[-1][0], before + word)
            else:
                out.append((index, word))
        following = texts[index + 1] if index + 1 < len(texts) else ""
        is_full = bool(following) and measure(text) + measure(following[0]) > width
        goes_on = is_full and " " not in text and not text[-1].isdigit()
    return out
