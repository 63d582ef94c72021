"""The prose of a section as sentences of clauses, and the figures printed in them, each with its line.

Belongs here: lines joined to paragraphs as a reader joins them, sentences, clauses, numerals (digits, full-width
digits, Chinese numerals). Does not belong here: what a figure speaks of (narrative_subjects.py).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from assets.extract.labels import ascii_width

# Between two digits that white space or a line break set apart stands this: they may be one figure or two.
GAP = "\x00"
_BARE_NUMBERS = re.compile(r"[\s\d.,/-]+$")
_PAGE = re.compile(r"^(?:[-—–─·\s]*\d{1,4}[-—–─·\s]*|第?\d+页.{0,8})$")
# A paragraph ends with such a mark, and starts with such a number.
_ENDS = "。！!？?"
# 。其中 goes on about what was counted before it.
_STOP = re.compile(f"[{_ENDS}](?!其中)")
_STARTS = re.compile(
    r"^(?:[(]?[一二三四五六七八九十]{1,3}[)、.．]|[(]?\d{1,2}[)、.](?!\d)|第[一二三四五六七八九十]|[一二三四五六七八九]是)"
)
# What a page number, a bare number and the start of a paragraph begin with.
_SPECIAL = re.compile(r"[-—–─·\s\d.,/(第一二三四五六七八九十]")
# Lines further apart than this have a table between them.
_MOST_APART = 6
# A sentence without a stop for so many letters is none, and words further away than so many are not its context.
_LONGEST, _REACH = 3_000, 2_000

_CN_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "○": 0, "O": 0}
_CN_UNITS = {"十": 10, "百": 100, "千": 1000}
_CN = "零〇一二两三四五六七八九十百千万"
COUNTERS = "件次|批次|人次|件|条|份|起|宗|例|个|项|批|次|部|人|篇|期|封"
MONEY = "万元|亿元|元"
# A number that is part of a name, a date, a share or a larger number is none.
FIGURE = re.compile(
    rf"(?<![\d.\x00第〔\[A-Za-z_])(?<!\d[,:/~—-])(?P<about>约|近|超|超过|逾|突破|不足|不少于|至少|将近|共约|大约)?"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|(?<![{_CN}])[{_CN}]+)(?P<scale>[万亿](?!元))?"
    rf"(?P<more>余|多)?(?P<unit>{MONEY}|{COUNTERS})?(?P<after>余|多|左右|以上|以内|以下)?"
    r"(?![\d%％‰号年月日时分秒〕\]\x00~—-]|(?<=\d):\d|个?百分点|\.\d|小时|个?工作日|周年|类|方面|公里|倍)"
)
# Most sentences have no figure but a year, the number of a point, or the clauses that the forms name (第二十条, 第一项加第二项):
# this is found in all that have one.
_MAY_COUNT = re.compile(
    rf"(?!^\d[.、)])\d(?!\d*年)|[〇零]|(?<!第)(?!(?<=第二)十条)[{_CN}亿余多](?:{MONEY}|{COUNTERS})"
)
# What any clause holds that may say there was none; 无法提供 and 没有现成信息 are labels of the forms.
MAY_DENY = re.compile("未(?![办审予公经按超明及处答])|没(?!有现成)|无(?![法效线需正形论障])|零|不存在")
# What any sentence holds that may state a figure, or that there was none.
_MAY_STATE = re.compile(f"{_MAY_COUNT.pattern}|{MAY_DENY.pattern}")
# Where a figure without a counter may stand: 部分公开67，
_BARE_BEFORE = re.compile(r"[^\d\s，。；、,;()]$")
_BARE_AFTER = re.compile(r"[，。；、,;()]")
# 无一例, 未发生一起
_NONE_BEFORE = re.compile("(?:无|没有|未)(?:发生|收到|出现|产生|受理)?$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed: where it starts and ends in its sentence, what it is worth, and how exactly."""

    start: int
    end: int
    raw: str
    value: float
    decimals: int
    unit: str | None
    exact: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines joined without white space. `starts` holds where each begins, `lines` its line in the source file."""

    text: str
    starts: tuple[int, ...]
    lines: tuple[int, ...]

    @property
    def is_numbered(self) -> bool:
        """Whether it starts a point of its own: （二）, 3., 一是."""
        return _STARTS.match(self.text) is not None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without white space, where it starts in its paragraph."""

    text: str
    start: int
    paragraph: Paragraph

    @property
    def before(self) -> str:
        """The words before it in the paragraph."""
        return self.paragraph.text[max(self.start - _REACH, 0) : self.start]

    @property
    def after(self) -> str:
        """The words after it in the paragraph."""
        end = self.start + len(self.text)
        return self.paragraph.text[end : end + _REACH]

    def line_of(self, at: int) -> int:
        """The line in the source file of one of its letters."""
        return self.paragraph.lines[bisect_right(self.paragraph.starts, self.start + at) - 1]


def sentences(text: str, lines: Sequence[int]) -> list[Sentence]:
    """The sentences of a section that may state a figure; `lines` holds the line of each line of `text` in the source file."""
    found: list[Sentence] = []
    for paragraph in _paragraphs(_narrow(text) if text else [], lines):
        letters = paragraph.text
        start = 0
        for end in [*(mark.end() for mark in _STOP.finditer(letters)), len(letters)]:
            if start < end <= start + _LONGEST and _MAY_STATE.search(letters, start, end):
                found.append(Sentence(letters[start:end], start, paragraph))
            start = end
    return found


def _narrow(text: str) -> list[str | None]:
    """The lines of a text in narrow forms without the white space around them; None for rows of a table."""
    raw = [line.strip() for line in text.split("\n")]
    prose = [line for line in raw if "\t" not in line and "|" not in line]
    narrow = iter(ascii_width("\n".join(prose)).split("\n"))
    return [None if "\t" in line or "|" in line else next(narrow).strip() for line in raw]


def _paragraphs(texts: list[str | None], lines: Sequence[int]) -> list[Paragraph]:
    """The paragraphs that may state a figure."""
    paragraphs: list[Paragraph] = []
    parts, starts, at, length = list[str](), list[int](), list[int](), 0

    def close() -> None:
        nonlocal length
        if _MAY_STATE.search(text := "".join(parts)):
            paragraphs.append(Paragraph(text, tuple(starts), tuple(at)))
        parts.clear()
        starts.clear()
        at.clear()
        length = 0

    for narrow, line in zip(texts, lines, strict=True):
        special = narrow and _SPECIAL.match(narrow)
        if narrow == "" or (narrow and special and _PAGE.match(narrow)):
            continue
        if narrow is None or "|" in narrow or (special and _BARE_NUMBERS.match(narrow)):
            if parts:
                close()
            continue
        if parts and (
            parts[-1][-1] in _ENDS or line - at[-1] > _MOST_APART or (special and _STARTS.match(narrow))
        ):
            close()
        more = _closed_up(narrow)
        if parts and parts[-1][-1].isdigit() and more[0].isdigit():
            more = GAP + more
        parts.append(more)
        starts.append(length)
        at.append(line)
        length += len(more)
    if parts:
        close()
    return paragraphs


def _closed_up(text: str) -> str:
    if len(text.split(None, 1)) == 1:
        return text
    return re.sub(r"\s+", "", re.sub(r"(?<=\d)\s+(?=\d)", GAP, text))


def figures(text: str) -> list[Figure]:
    """The figures of a sentence, in order."""
    found: list[Figure] = []
    if not _MAY_COUNT.search(text):
        return found
    for match in FIGURE.finditer(text):
        number, unit = match["number"], match["unit"]
        chinese = number[0] in _CN
        if unit is None and (not _may_be_bare(text, match) or (chinese and match[0] not in "零〇")):
            continue
        value = _chinese(number) if chinese else float(number.replace(",", ""))
        if value is None or (chinese and _is_word(text, match)):
            continue
        scale = match["scale"]
        factor = {"万": 1e4, "亿": 1e8}.get(scale or "", 1.0)
        exact = not (match["about"] or match["more"] or match["after"] or scale)
        decimals = len(number.partition(".")[2])
        found.append(Figure(match.start(), match.end(), match[0], value * factor, decimals, unit, exact))
    return found


def _may_be_bare(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    return bool(_BARE_BEFORE.search(before) and _BARE_AFTER.match(after))


def _is_word(text: str, match: re.Match[str]) -> bool:
    """一件事, 一次性, 每一件, 任何一起, 无一例: the numeral counts nothing."""
    before, after = text[: match.start()], text[match.end() :]
    return (
        after.startswith(("事", "性", "一", "又", "办", "以来"))
        or before.endswith(("每", "任何", "同", "某", "第", "同一", "这", "进", "统", "逐"))
        or (match["number"] == "一" and _NONE_BEFORE.search(before) is not None)
        or (match["unit"] == "个" and match["number"] == "一")
    )


def _chinese(numeral: str) -> float | None:
    """二十三 -> 23; a row of digits (二〇) is read as digits; None where it is no numeral."""
    if all(c in _CN_DIGITS for c in numeral):
        return float("".join(str(_CN_DIGITS[c]) for c in numeral))
    total, section, digit = 0, 0, 0
    for c in numeral:
        if c in _CN_DIGITS:
            digit = _CN_DIGITS[c]
        elif c == "万":
            total, section, digit = (total + section + digit) * 10_000, 0, 0
        else:
            section, digit = section + (digit or 1) * _CN_UNITS[c], 0
    value = total + section + digit
    return float(value) if value else None
