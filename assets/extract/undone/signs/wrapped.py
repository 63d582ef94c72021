"""A sign before and behind every line (`|规章|`, ` / 0 / `, a tab): what a program leaves that sets it between all texts of a page.

The page's own line breaks are texts to such a program, so that each piece of text comes to stand on a line with the sign on both
sides, and a line with nothing but the sign was none. The sign goes where nearly all lines have it and few have it inside; there
it stands between the pieces of one paragraph or cell, which are joined, but two figures are not made one. Every line keeps
its number. Does not belong here: rows between bars (pipes.py), one cell a line behind a bar (pipecells.py).
"""

from __future__ import annotations

import re
from itertools import repeat

from assets.extract.numbers import looks_like_figure

# So many lines, nearly all of them, have the sign at both ends; so few have it inside.
_LEAST_LINES, _LEAST_SHARE, _MOST_INSIDE = 20, 0.95, 0.1
# Letters of a line by which the sign is found, and of the sign.
_LONGER, _LONGEST_SIGN = 8, 3
_SIGN = re.compile(r"\t|[^\w\s\"'“”‘’()（）《》〈〉\[\]【】{}<>。.:?!？！]+")
_WORD = re.compile("[\u3400-\u9fff]")


def without_wraps(lines: list[str]) -> list[str]:
    """The lines without the sign."""
    if len(lines) < _LEAST_LINES:
        return lines
    written = [text for text in map(str.strip, lines, repeat(" \r")) if text]
    sign = _sign_of(written)
    if not sign:
        return lines
    # a line of nothing but the sign is one in which both are the same
    wrapped = [text for text in written if text.startswith(sign) and text.endswith(sign)]
    # with spaces beside it at the ends it has them inside, too
    spaced = sum(text.startswith(f"{sign} ") for text in wrapped) > len(wrapped) // 2
    between = f" {sign} " if spaced else sign
    inside = sum(between in text[len(sign) : -len(sign)] for text in wrapped)
    if len(wrapped) < max(_LEAST_LINES, _LEAST_SHARE * len(written)) or inside > _MOST_INSIDE * len(written):
        return lines
    # a frame about a whole page, or rows of a table
    padded = sum(text.endswith(f"  {sign}") for text in wrapped)
    if padded > _MOST_INSIDE * len(written) or any(
        between in text and _is_row(text.strip(f"{sign} ").split(between)) for text in wrapped
    ):
        return lines
    return [_without(line.strip(" \r"), sign, between) for line in lines]


def _sign_of(written: list[str]) -> str:
    """The sign at both ends of a line in the middle of the text; a line of the page's own may have none."""
    middle = len(written) // 2
    for text in written[middle : middle + _LEAST_LINES // 2]:
        for size in range(_LONGEST_SIGN, 0, -1):
            if len(text) >= _LONGER and text.endswith(text[:size]) and _SIGN.fullmatch(text[:size]):
                return text[:size]
    return ""


def _is_row(pieces: list[str]) -> bool:
    """Whether words stand first and a figure last."""
    return len(pieces) > 1 and bool(_WORD.search(pieces[0])) and looks_like_figure(pieces[-1])


def _without(text: str, sign: str, between: str) -> str:
    text = text.removeprefix(sign).removesuffix(sign).strip(" ")
    if between not in text:
        return text
    whole, *pieces = text.split(between)
    for piece in pieces:
        whole += ("/" if whole[-1:].isdigit() and piece[:1].isdigit() else "") + piece
    return whole
