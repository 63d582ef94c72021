"""Headings of sections that run on in a paragraph: pages that hold a report in one cell keep no line break before 一、总体情况.

Belongs here: which words within a line are such a heading. Does not belong here: which heading counts (sections.py), and rows
of a table that share a line (unfold.py).
"""

from __future__ import annotations

import re
from itertools import pairwise

from assets.extract.labels import ascii_width
from assets.extract.sections import SECTIONS

_NUMBERS = dict(zip("一二三四五六", SECTIONS, strict=True))
_OF_PROSE = "一五六"
_SHORTEST = 20
# A sentence or what is in brackets ends before such a heading, and what it is the heading of begins. What a report
# consists of is listed with other stops between.
_BEFORE = r"(?:(?<=[。!])[”\")]?\s*|(?<=[):]\s))"
_BEHIND = r"(?=\s|\([一1]|[12][09]|$)"
_MAY_BE = re.compile(r"(?:^|[。!！”\"）):：]|报告)\s*[一⼀二⼆三四五六]、")
# What stands right behind a heading in a table of contents.
_NEXT = re.compile(r"\s*[一二三四五六七]、")
_SENTENCE = re.compile(r"[\u3400-\u9fff][,。]")


def _any_of(numbers: str) -> str:
    return "|".join(rf"{number}、\s?(?:{'|'.join(_NUMBERS[number].wordings)})" for number in numbers)


_WITHIN = re.compile(rf"{_BEFORE}(?P<words>{_any_of(''.join(_NUMBERS))}){_BEHIND}")
# Behind the title, as the last on its line.
_BEHIND_TITLE = re.compile(rf"(?<=报告)\s*(?P<words>{_any_of('一')})\s*$")
_IN_FRONT = re.compile(rf"\s*(?P<words>{_any_of(_OF_PROSE)}){_BEHIND}")


def with_headings_apart(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines with each heading on one of its own, and the number of each before; None where none runs on."""
    cut = {at: found for at, line in enumerate(lines) if "、" in line and (found := _headings(line))}
    if not cut:
        return lines, None
    out: list[str] = []
    numbers: list[int] = []
    for at, line in enumerate(lines):
        ends = [0, *(edge for found in cut.get(at, ()) for edge in found), len(line)]
        pieces = [line[a:b] for a, b in pairwise(ends)] if at in cut else [line]
        kept = [piece.strip() for piece in pieces if piece.strip()] if at in cut else pieces
        out += kept
        numbers += [at + 1] * len(kept)
    return out, numbers


def _headings(line: str) -> list[tuple[int, int]]:
    """Where each heading within a line starts and ends."""
    if len(line) < _SHORTEST or "\t" in line or not _MAY_BE.search(line):
        return []
    text = ascii_width(line)
    if len(text) != len(line):
        return []
    found = [match.span("words") for match in _WITHIN.finditer(text)]
    if "报告" in text and (last := _BEHIND_TITLE.search(text)):
        found.append(last.span("words"))
    first = _IN_FRONT.match(text)
    if first and _SENTENCE.search(text, first.end(), found[0][0] if found else len(line)):
        found.insert(0, first.span("words"))
    return [] if any(_NEXT.match(text, end) for _, end in found) else found
