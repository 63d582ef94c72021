"""The six sections of a report: where each heading stands, and the prose between the headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import itemgetter

from assets.extract.anothers.appended import speaks_of_last_year
from assets.extract.labelmatcher import EXACT, LabelMatcher
from assets.extract.labels import squash
from assets.extract.memory import remembering, remembering_lines
from assets.extract.wordlines import word_lines
from schemas.form import Label

# Sections that close a report; they have no tables.
LAST_SECTIONS = (5, 6)
# Official titles of the sections and other wordings seen. Sections 2 to 4 are also the titles of tables 2 to 4.
SECTIONS: tuple[Label, ...] = (
    Label(
        "1",
        "总体情况",
        "Overview",
        (
            "工作开展情况",
            "总体工作情况",
            "基本情况",
            "概述",
            "工作概述",
            "总体概述",
            "总结概述",
            "政府信息公开工作总体情况",
            "工作总体情况",
        ),
    ),
    Label(
        "2",
        "主动公开政府信息情况",
        "Disclosure on own initiative",
        ("主动公开信息情况", "政府信息主动公开情况"),
    ),
    Label(
        "3",
        "收到和处理政府信息公开申请情况",
        "Requests received and handled",
        ("政府信息公开申请情况", "收到和处理政府信息公开申请的情况"),
    ),
    Label(
        "4",
        "政府信息公开行政复议、行政诉讼情况",
        "Review and litigation",
        ("因政府信息公开工作被申请行政复议、提起行政诉讼情况", "行政复议、行政诉讼情况"),
    ),
    Label(
        "5",
        "存在的主要问题及改进情况",
        "Problems and improvement",
        (
            "存在问题及改进情况",
            "存在的主要问题和改进情况",
            "存在的问题及改进措施",
            "存在的主要问题及改进措施",
            "存在的问题和改进情况",
        ),
    ),
    Label(
        "6",
        "其他需要报告的事项",
        "Other matters",
        ("需要报告的其他事项", "其他需要报告事项", "其他事项", "其他需要说明的事项"),
    ),
)

_LONGEST = 40
# Of so many texts it is remembered which of their lines are headings.
_MOST_ASKED = 16
# A name to link to that a markup sets on the line of a heading.
_ANCHOR = re.compile(r"\{\{id\b[^{}]*+\}\}|\{#[^{}]*+\}")
_NUMBERED = re.compile(r"^[((]?[一二三四五六七][、.,))]")


@cache
def _matcher() -> LabelMatcher:
    return LabelMatcher(SECTIONS)


@dataclass(frozen=True, slots=True)
class Section:
    """A section: number 0 to 6, heading as printed, first and last line, prose, and the line of each of its lines."""

    no: int
    heading: str | None
    line_start: int
    line_end: int
    text: str
    lines: list[int]


def headings(lines: list[str], taken: set[int]) -> list[tuple[int, int]]:
    """(line, section) of the headings, in order. `taken` are lines of tables, which hold no headings."""
    return [*_ascending(tuple([each for each in _like_headings(lines) if each[0] not in taken]))]


@lru_cache(maxsize=_MOST_ASKED)
def _ascending(found: tuple[tuple[int, int, float], ...]) -> tuple[tuple[int, int], ...]:
    """Those of the lines that may be headings whose sections go up: several ask for the same ones of a text."""
    # the heaviest ascending sequence of sections; of equal ones the earliest
    best: dict[int, tuple[float, tuple[tuple[int, int], ...]]] = {}
    for number, no, score in found:
        before = max([best[k] for k in best if k < no], key=itemgetter(0), default=(0.0, ()))
        candidate = (before[0] + score, (*before[1], (number, no)))
        if no not in best or candidate[0] > best[no][0]:
            best[no] = candidate
    return max(best.values(), key=itemgetter(0), default=(0.0, ()))[1]


@remembering_lines
def _like_headings(lines: Sequence[str]) -> list[tuple[int, int, float]]:
    """(line, section, likeness) of every line that may be a heading."""
    return [
        (number, *heading) for number, line in word_lines(lines) if (heading := _heading(line)) is not None
    ]


@remembering
def numbered_heading(line: str) -> int | None:
    """The section of which a line may be the numbered heading."""
    heading = _heading(line) if _NUMBERED.match(squash(line)) else None
    return heading[0] if heading else None


@remembering
def whole_heading(line: str) -> int | None:
    """The section whose heading, to the letter, is all that a line says, numbered or not."""
    text = _NUMBERED.sub("", squash(line))
    match = _matcher().match(text) if 0 < len(text) <= _LONGEST and not text.isascii() else None
    return int(match.key) if match and match.score >= EXACT else None


@remembering
def _heading(line: str) -> tuple[int, float] | None:
    """The section that a line may be the heading of, and how much it is like one."""
    text = squash(_ANCHOR.sub("", line) if "{" in line else line)
    if not text or text.isascii() or len(text) > _LONGEST or "\t" in line.strip():
        return None
    is_numbered = _NUMBERED.match(text)
    if not is_numbered and speaks_of_last_year(text):
        return None  # the caption of a table for comparison
    match = _matcher().match(text.strip("|"))
    return (int(match.key), match.score + (0.3 if is_numbered else 0.0)) if match else None


def sections(lines: list[str], taken: set[int]) -> list[Section]:
    """The report cut at its headings, the lines of tables left out of the prose."""
    starts = [(1, 0), *headings(lines, taken)]
    cut: list[Section] = []
    for (start, no), (following, _) in zip(starts, [*starts[1:], (len(lines) + 1, 7)], strict=True):
        first = start if no == 0 else start + 1
        body = (n for n in range(first, following) if n not in taken)
        prose = [(n, text) for n in body if (text := lines[n - 1].strip())]
        if no == 0 and not prose:
            continue
        heading = " ".join(lines[start - 1].split()) if no else None
        end = prose[-1][0] if prose else start
        cut.append(
            Section(
                no,
                heading,
                prose[0][0] if no == 0 else start,
                end,
                "\n".join(t for _, t in prose),
                [n for n, _ in prose],
            )
        )
    return cut
