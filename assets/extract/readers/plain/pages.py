"""Lines that belong to the page and not to the report: page numbers, drawn rules."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assets.extract.labels import squash
from assets.extract.memory import remembering, remembering_lines
from assets.extract.readers.plain.headedpages import above_heads
from assets.extract.readers.plain.measured import are_measured
from assets.extract.readers.plain.pageblocks import ends_of_blocks, starts_of_blocks

_PAGE = re.compile(
    r"[—–―─－-]{1,3}[0-9]{1,4}[—–―─－-]{1,3}|第[0-9]{1,4}页(?:[,/]?共[0-9]{1,4}页)?|共[0-9]{1,4}页"
    r"|页码?:?[0-9]{1,4}|共[0-9]{1,4}页[,/]?第?[0-9]{1,4}页?|(?P<sign>[·•~～*＊…_=])[0-9]{1,4}(?P=sign)"
    r"|[Pp](?:age|\.)?[0-9]{1,4}(?:of[0-9]{1,4}|[-—–][^|]{1,60})?"
    r"|(?:阅读|浏览|点击|访问)(?:量|数|次数|人次|人数)?[:]?[0-9]{1,9}次?"
)
_PAGE_OF = re.compile(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})")
_RULE_CHARS = "-=_─━═—–"
# Two dashes are a cell that says none; a rule is longer.
_SHORTEST_RULE = 4
# A page mark is no longer than this (spaces aside it is short), and has a digit or a rule in it.
_LONGEST = 400
_HINT = re.compile(r"[0-9０-９_=─━═—–-]")
_YEAR = re.compile(r"(20[0-9]{2})\s{0,3}年")
_MOST_DIGITS = 3
_BARE = re.compile(rf"[0-9]{{1,{_MOST_DIGITS}}}")
_FIGURES = re.compile(r"[\d\s.,+-]+|无|[/／]|[—–―－]{1,2}")
# A sequence of bare numbers is one of pages if it is this long (or holds all lone numbers of the text), skips this
# few, and its members lie this far apart.
_LEAST_PAGES, _MOST_SKIPPED, _LEAST_LINES = 3, 3, 8
# A digit of a page's number, and so many lines that the end of a page leaves between two cells.
_DIGIT, _MOST_OF_PAGE = re.compile("[0-9０-９]"), 6
# How a row of a table ends in plain text.
_ENDS_IN_FIGURE = re.compile(r"\s[0-9][0-9,.]*\s*$")
# What a running head of a report ends in, and how long it is at most.
_HEAD_END = "报告"
_HEAD = re.compile(f"信息公开[^。，；]{{0,8}}{_HEAD_END}$")
_LONGEST_HEAD = 45
# So many form feeds show where pages end, and this near to one, in lines, stands what a page prints on its edge.
_LEAST_FEEDS, _EDGE = 2, 2
# Of so many pages more than one has its number.
_MANY_PAGES = 4
# So many marked page numbers show how this text marks its pages.
_LEAST_MARKED = 2
# So large a share of the lone numbers must count pages; less where they count from the first page and skip none.
_LEAST_SHARE, _LEAST_SHARE_WHOLE = 2 / 3, 1 / 3


@remembering
def is_furniture(line: str) -> bool:
    """Whether a line is marked as the page's: a page number with dashes or words, how often it was read, or a drawn rule."""
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
    """Bare page numbers of a text: the lines that hold one, and numbers that must stand between two lines unseen.

    `lone` are all numbers alone among lines of words, below a blank line, each with its line, where pages are not marked otherwise; `years` those that the text names, `heads` each of them that stands alone on one line and on no other.
    """

    lines: frozenset[int]
    unseen: tuple[tuple[int, int, int], ...]
    lone: tuple[tuple[int, int], ...] = ()
    years: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()

    def may_hide(self, text: str, line: int) -> bool:
        """Whether a figure of this text on this line may be a page number that was not told apart."""
        return any(text == str(number) and low < line < high for number, low, high in self.unseen)

    def is_only_year(self, text: str) -> bool:
        """Whether a text is a year that stands alone on a single line: the heads of pages come again."""
        return text in self.heads

    def is_told(self, text: str, line: int) -> bool:
        """Whether this very line is said to hold a page number of this text, if it is no figure."""
        return any(
            text == str(number) and line - 1 == low for number, low, high in self.unseen if high == line + 1
        )


@remembering_lines
def bare_pages(lines: Sequence[str]) -> Pages:
    """Find lone numbers that count pages: each alone among lines of words, one more than the one before.

    Numbers right before form feeds are page numbers if they count these. Where pages are marked so, or with words,
    and where most lone numbers count nothing, a lone number is as likely a digit that a narrow column cut from its
    figure: it is only in doubt. So is a year that the text names, alone on a line: it may be the head of a page.
    """
    years = {year for line in lines if "年" in line for year in _YEAR.findall(line)}
    written = [(n, text) for n, text in enumerate(map(str.strip, lines), 1) if text]
    heads = [(int(text), n - 1, n + 1) for n, text in written if text in years]
    found = _counted(lines, written)
    ends = ends_of_blocks(lines, written) or starts_of_blocks(written)
    unseen = (*found.unseen, *heads, *_beside_heads(written))
    often = Counter(number for number, _, _ in heads)
    once = frozenset(str(number) for number, times in often.items() if times == 1)
    return replace(found, lines=found.lines | ends, unseen=unseen, years=frozenset(years), heads=once)


def _beside_heads(lines: Sequence[tuple[int, str]]) -> list[tuple[int, int, int]]:
    """Bare numbers right above or below running heads of pages, which may be figures as well.

    They are if each such head has one, or those of two heads count on. A head without its title's words is not known.
    """
    texts = [*map(squash, [line for _, line in lines])]
    heads: dict[str, list[int]] = {}
    end = slice(-len(_HEAD_END), None)
    for at, text in enumerate(texts):
        if at and text[end] == _HEAD_END and len(text) <= _LONGEST_HEAD and _HEAD.search(text):
            heads.setdefault(text, []).append(at)
    if not heads:
        return []
    written = [(n, text) for (n, _), text in zip(lines, texts, strict=True)]
    found: list[tuple[int, int, int]] = []
    for places in heads.values():
        for step in (-1, 1):
            beside = [written[at + step] for at in places if 0 <= at + step < len(written)]
            numbers = [
                (n, int(text) if _BARE.fullmatch(text) and text[0] != "0" else 0) for n, text in beside
            ]
            counted = [b - a in range(1, _MOST_SKIPPED + 1) and a > 0 for (_, a), (_, b) in pairwise(numbers)]
            is_whole = all(number for _, number in numbers) and all(counted)
            found += [
                (number, n - 1, n + 1)
                for at, (n, number) in enumerate(numbers)
                if number and (is_whole or any(counted[max(0, at - 1) : at + 1]))
            ]
    return found


def _counted(lines: Sequence[str], written: list[tuple[int, str]]) -> Pages:
    """The lone numbers that count pages; `written` are the lines that are not blank."""
    ends = _before_form_feeds(lines, written) if "\f" in "".join(lines) else set()
    texts = [text for _, text in written]
    short = [i for i, letters in enumerate(map(len, texts)) if i and letters <= _MOST_DIGITS]
    bare = [i for i in short if _BARE.fullmatch(texts[i])]
    lone = [
        (written[i][0], int(texts[i]))
        for i in bare
        if texts[i][0] != "0"
        and not _is_figures(texts[i - 1])
        and not _is_figures("".join(texts[i + 1 : i + 2]))
    ]
    chain = _longest_chain(lone)
    if not lone:
        return Pages(frozenset(ends), ())
    marked = max(len(ends), sum(map(_is_marked, lines))) >= _LEAST_MARKED
    # beside a label, with no blank line between, a number is a cell's
    apart = [(n, number) for n, number in lone if n > 1 and not lines[n - 2].strip()]
    spaced = sum(1 for (a, _), (b, _) in pairwise(written) if b > a + 1) * 2 > len(written)
    alone = () if marked or spaced else tuple(apart)
    if len(chain) < (_LEAST_PAGES if len(chain) < len(lone) else 2):
        return Pages(frozenset(ends), (), alone)
    whole = chain[0][1] <= 2 and _evidence(chain) == (len(chain), len(chain) - 1)
    # two numbers that do not start with 1 count pages only by chance
    thin = len(chain) < _LEAST_PAGES and chain[0][1] != 1
    inner = _inside_pages(lines, chain)
    few = len(chain) < len(lone) * (_LEAST_SHARE_WHOLE if whole else _LEAST_SHARE)
    # right below rows of figures stand digits that count no pages, so that those that do may be such, too
    below = {n for i in bare if _ENDS_IN_FIGURE.search(lines[(n := written[i][0]) - 2])}
    counting = below & {line for line, _ in chain}
    few = few or 0 < len(counting) < len(below - counting)
    if marked or thin or few or (inner and len(chain) - len(inner) < _LEAST_PAGES):
        measured = are_measured([line for line, _ in chain], lines)
        doubt = [(number, line - 1, line + 1) for line, number in chain if line not in ends and not measured]
        return Pages(frozenset(ends), tuple(doubt), alone)
    chain = [page for page in chain if page not in inner]
    unseen = [
        (number, low, high)
        for (low, first), (high, last) in pairwise(chain)
        for number in range(first + 1, last)
    ]
    told = above_heads(written, [line for line, _ in chain], unseen)
    unseen = [gap for gap in unseen if gap not in told]
    unseen += [(number, line - 1, line + 1) for line, number in inner]
    return Pages(frozenset(ends | {line for line, _ in chain} | {*told.values()}), tuple(unseen), alone)


def _longest_chain(lone: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines and numbers that count pages best: each little more than the one before, and far enough below it."""
    best: list[list[tuple[int, int]]] = []
    for line, number in lone:
        tails = [
            chain
            for chain in best
            if 0 < number - chain[-1][1] <= _MOST_SKIPPED and line - chain[-1][0] >= _LEAST_LINES
        ]
        best.append([*max(tails, key=_evidence, default=[]), (line, number)])
        best = sorted(best, key=_evidence, reverse=True)[:64]
    return max(best, key=_evidence, default=[])


def counted(numbers: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines and numbers, of some that stand alone on lines, that count pages best."""
    return _longest_chain(numbers)


def may_count_pages(texts: Iterable[tuple[int, str]]) -> list[int]:
    """The lines, of some that are each one text, whose texts may be page numbers: enough of them count on."""
    bare = [(line, int(text)) for line, text in texts if _BARE.fullmatch(text) and text[0] != "0"]
    chain = _longest_chain(bare)
    return [line for line, _ in chain] if len(chain) >= _LEAST_PAGES else []


def _inside_pages(lines: Sequence[str], chain: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The numbers that stand amid a page, where form feeds show the ends of the pages: none of them is a page's.

    Some programs print a page's number amid its text: it is one where each page has one, and they count the pages.
    """
    feeds = [n for n, line in enumerate(lines, 1) if "\f" in line]
    if len(feeds) < _LEAST_FEEDS:
        return []
    pages = [bisect_left(feeds, line) for line, _ in chain]
    ahead = {number - page for (_, number), page in zip(chain, pages, strict=True)}
    if len(ahead) == 1 and len(chain) >= max(_LEAST_PAGES, len(feeds)):
        return []
    written = [n for n, line in enumerate(lines, 1) if line.strip()]
    edges = {*written[: _EDGE + 1], *written[-_EDGE - 1 :]}
    for feed in feeds:
        at = bisect_left(written, feed)
        edges.update(written[max(0, at - _EDGE) : at + _EDGE + 1])
    return [(line, number) for line, number in chain if line not in edges]


def _evidence(chain: list[tuple[int, int]]) -> tuple[int, int]:
    """How strongly numbers count pages: by how many they are, then by how many follow the one before directly."""
    return len(chain), sum(b - a == 1 for (_, a), (_, b) in pairwise(chain))


def _before_form_feeds(lines: Sequence[str], written: list[tuple[int, str]]) -> set[int]:
    """Lines of bare numbers right before form feeds that count pages: they grow, and no faster than the form feeds.

    A single one stands between words and is no less than the form feeds so far: others may be the last figure of a page.
    """
    feeds = 0
    ends: list[tuple[int, int, int]] = []
    for (n, text), (m, _) in pairwise([*written, (len(lines) + 1, "")]):
        passed = "".join(lines[n:m]).count("\f")
        feeds += passed
        if passed and _BARE.fullmatch(text):
            ends.append((n, int(text), feeds))
    best: list[list[tuple[int, int, int]]] = []
    for end in ends:
        tails = [c for c in best if 0 < end[1] - c[-1][1] <= end[2] - c[-1][2]]
        best = sorted([*best, [*max(tails, key=len, default=[]), end]], key=len, reverse=True)[:64]
    chain = max(best, key=len, default=[])
    if len(chain) == 1:
        above = next((text for n, text in reversed(written) if n < chain[0][0]), "")
        # one page of several that ends in a number may as well end in a digit that was cut off
        below = next((text for n, text in written if n > chain[0][0]), "")
        is_page = feeds < _MANY_PAGES and chain[0][1] >= chain[0][2]
        return {chain[0][0]} if is_page and not _is_figures(above) and not _is_figures(below) else set()
    return {n for n, _, _ in chain}


@remembering
def _is_marked(line: str) -> bool:
    return len(line) < _LONGEST and bool(_HINT.search(line)) and bool(_PAGE.fullmatch(squash(line)))


def _is_figures(text: str) -> bool:
    """Whether a line is figures, or a cell that says none."""
    return bool(_FIGURES.fullmatch(text))


def is_page_mark(line: str) -> bool:
    """Whether a line is a page's and holds a number, as a running head alone does not."""
    return bool(_DIGIT.search(line)) and is_furniture(line)


def below_page(lines: Sequence[str], index: int) -> int:
    """The first line from `index` on that is neither blank nor the mark of a page; no farther than a page's end reaches."""
    stop = index
    while stop < min(len(lines), index + _MOST_OF_PAGE) and (
        not lines[stop].strip() or is_page_mark(lines[stop])
    ):
        stop += 1
    return stop
