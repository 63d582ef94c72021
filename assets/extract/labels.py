"""Printed texts as they are compared with the labels of a form: their letters, without what print adds.

A label is compared after normalization (width, spaces, punctuation, numbering) and, where it carries a gloss in
brackets, also without it. Does not belong here: which label a text is (labelmatcher.py).

All of this is pure functions of short texts, and the same lines come back from module to module and the same labels
from report to report: so they are remembered (memory.py).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

from assets.extract.memory import remembering, remembering_lines
from schemas.characters import simplified

# Full-width ASCII to ASCII. NFKC would also turn superscripts and circled numbers into digits, which would change
# what was printed. Zero-width characters to nothing. Some PDF readers give the radical (⽣) for the character (生).
_NARROW = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"\u3000": " ", "\u00a0": " "}
_NARROW |= dict.fromkeys([*map(chr, range(0x200B, 0x2010)), "\u2060", "\ufeff", "\u00ad"], "")
_NARROW |= {c: unicodedata.normalize("NFKC", c) for c in map(chr, range(0x2E80, 0x2FE0))}
# ㈠ is （一） in one character.
_NARROW |= {c: unicodedata.normalize("NFKC", c) for c in map(chr, range(0x3220, 0x322A))}
# A page may show a report in traditional characters, which its labels are not known by.
_NARROW |= simplified()
_WIDE = re.compile(
    f"[\uff01-\uff5e\u3000\u00a0\u200b-\u200f\u2060\ufeff\u00ad\u2e80-\u2fdf\u3220-\u3229{''.join(simplified())}]"
)
_NUMBERING = re.compile(
    r"^(?:\(\s*[一二三四五六七八九十\d]{1,3}\s*\)[、.,:：]?|[一二三四五六七八九十]{1,3}\s*[、.,:：]|\d{1,2}\s*[、.,:：)]|\d{1,2}(?=[^\d.%])|[①-⒛])"
)
_BRACKETS = re.compile(r"\([^()]*\)|\([^()]*$|^[^()0-9]*\)(?=.)")
# Blank cells, of which a page may print hundreds.
_BARS = re.compile(r"\|{4,}")
# A tag of markup that was left in a line.
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,400}>")
_NOISE = re.compile(r"[^\w]|_")
_NO_HAN = re.compile(r"[^\u3400-\u9fff]+")
_OWN_NUMBER = re.compile(
    r"\(?(?P<digits>[0-9]{1,2})(?:\)|[.、](?![0-9]))|\((?P<bracketed>[一二三四五六七八九十])\)|(?P<plain>[一二三四五六七八九十])、"
)


@remembering
def ascii_width(text: str) -> str:
    """The text in narrow forms, in simplified characters, its radicals turned back into characters, nothing of zero width."""
    if text.isascii():
        return text
    return _WIDE.sub(lambda found: _NARROW[found[0]], text)


def has_one_wrong_letter(text: str, label: str) -> bool:
    """Whether a text is a label but for one letter, which is another."""
    return len(text) == len(label) and sum(a != b for a, b in zip(text, label, strict=True)) == 1


@remembering
def squash(text: str) -> str:
    """The text in narrow forms without any white space."""
    return "".join((text if text.isascii() else ascii_width(text)).split())


def han(text: str) -> str:
    """The Chinese letters of a text, nothing else."""
    return _NO_HAN.sub("", text)


@remembering
def letters(text: str) -> str:
    """The letters and digits of a text, in simplified characters, without spaces and punctuation."""
    return _NOISE.sub("", text if text.isascii() else ascii_width(text))


def is_spread_in(piece: str, whole: str) -> bool:
    """Whether the letters of a piece stand in a text in the same order, others between them."""
    rest = iter(whole)
    return all(letter in rest for letter in piece)


def squash_lines(lines: Iterable[str]) -> str:
    """`squash` of the lines in one: it goes by single characters, so that lines may be squashed one by one."""
    return "".join(map(squash, lines))


@remembering
def strip_numbering(text: str) -> str:
    """A squashed text without its leading 一、 （一） 1. and the like."""
    previous = None
    while previous != text:
        previous, text = text, _NUMBERING.sub("", text, count=1)
    return text


@remembering
def normalize(text: str) -> str:
    """A label's letters: no width, space, numbering or punctuation."""
    return _NOISE.sub("", strip_numbering(squash(text)))


@remembering
def core(text: str) -> str:
    """A label's letters without what stands in brackets."""
    bare = strip_numbering(squash(text))
    previous = None
    while previous != bare:
        previous, bare = bare, _BRACKETS.sub("", bare)
    return _NOISE.sub("", bare)


def number_of(text: str) -> str | None:
    """The number that a label opens with, as `(一)`, `一、` or `1.`; the last sign tells its kind."""
    found = _OWN_NUMBER.match(squash(text))
    if not found:
        return None
    if digits := found["digits"]:
        return f"{digits}."
    return f"({found['bracketed']})" if found["bracketed"] else f"{found['plain']}、"


@remembering_lines
def joined(lines: Sequence[str]) -> tuple[str, Callable[[int], int]]:
    """The lines as one squashed text, and the number of the line in which a character of it stands."""
    pieces = [_BARS.sub("|", text) if "||||" in text else text for text in map(squash, lines)]
    ends: list[int] = []

    def line_at(at: int) -> int:
        if not ends:  # few who join lines ask for one
            ends.extend(accumulate(map(len, pieces)))
        return bisect_right(ends, at) + 1

    return "".join(pieces), line_at
