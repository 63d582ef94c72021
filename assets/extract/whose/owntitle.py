"""Which title is the report's, where titles of several reports stand above its text: a page may list others above it.

The report's own stands nearest above its text, and what its sentences, its period and its signature say agrees with it. Belongs
here: the choice, and whether it is settled; what is not settled is said of neither. Does not belong here: which lines are titles
(titles.py), lists by year (navigation.py), what sentences say (selfnamed.py), titles between the own one and a table (othertitle.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assets.extract.dates import DATE, YEAR
from assets.extract.sections import numbered_heading
from assets.extract.whose.names import is_in_full, is_own_name, is_same_body
from assets.extract.whose.titles import LINK, Title, bare

# Written lines that a list of titles and what is printed about it may take.
_HEAD = 200
# A line this long with a full stop is of the text, and ends what stands above it.
_SENTENCE = 40
# What a page prints beside each title of a list.
_BESIDE = re.compile(r"(?:发布|发文|成文)?(?:日期|时间)?:?|new|NEW|置顶|更多|\W*|[0-9]{1,2}[、.]?")
# What a page prints above a text and below its own head.
_FURNITURE = re.compile(
    r"首页|位置|索引号|发布|来源|字[号体]|浏览|点击|打印|分享|文号|日期|时间|分类|主题|名称|标题|机构|>|\|"
)
_BESIDE_WORDS = re.compile(r"[^\w\s]")
# Titles that make a list.
_LEAST_LISTED = 2
# What of it stands over a title; the rest (来源, 发布时间) stands below one as well.
_OVER_TITLE = re.compile(r"首页|位置|索引号|文号|分类|主题|名称|标题|机构|>|\|")
# How a list of links to other reports is headed.
_OF_LINKS = re.compile(r"\W*(?:相关|近期|往期|历年|最新|推荐|热[门点]|更多|其他|其它|同类).{0,8}$")
# The site's name behind that of its page.
_OF_SITE = re.compile(r"[-_—|｜–]{1,2}(?:(?!报告)[^。]){2,30}")
_PLACE_IN_FRONT = re.compile("[\u3400-\u9fff]{2,8}?(?:自治[县州旗]|[省市县区州旗盟])(?![场政容])")
_GOVERNMENT = re.compile(r"(?:人民)?政府$")


@dataclass(frozen=True, slots=True)
class Told:
    """What a text says of itself beside its titles: who signs and draws up, of whose work it tells, and of which year it is."""

    signs: tuple[str, ...]
    acts: tuple[str, ...]
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OwnTitle:
    """The title nearest to being the report's, and whether its agency and its year are."""

    title: Title
    is_its_agency: bool
    is_its_year: bool


def end_of_head(lines: Sequence[str], found: Sequence[Title]) -> int:
    """The index of the line with which the text below the titles of a page begins."""
    written = 0
    for index, line in enumerate(lines[found[0].last + 1 :], found[0].last + 1):
        written += bool(line.strip())
        is_sentence = len(line) >= _SENTENCE and "。" in line
        if written > _HEAD or numbered_heading(line) or (is_sentence and index > found[-1].last):
            return index
    return len(lines)


def are_several(found: Sequence[Title]) -> bool:
    """Whether titles name different agencies, or different years."""
    named = [title for title in found if title.year or _is_named(title)]
    years = {title.year for title in named if title.year}
    bodies = [title.agency for title in named if title.agency]
    return len(years) > 1 or any(not _is_body(one, other) for one, other in pairwise(bodies))


def _is_named(title: Title) -> bool:
    return bool(title.agency and is_own_name(title.agency))


def own_title(found: Sequence[Title], lines: Sequence[str], told: Callable[[], Told]) -> OwnTitle | None:
    """The title of several that is the report's; None where those above its text are of one report.

    The last of them is, if it stands apart from a list of the others: the text follows it. Where what the text says of itself agrees
    with others, the last of those is. Where other words part the titles, or all are printed alike, each may be the head of what
    follows, and the text must tell.
    """
    end = end_of_head(lines, found)
    above = [title for title in found if title.last < end]
    above = [title for title in above if title.year or (title is above[-1] and _is_named(title))]
    if not are_several(above):
        return None
    said = told()
    # a title without a year may be the name of a column
    is_list = above[-1].year is not None and _is_list(above, lines)
    is_apart = is_list and _stands_apart(above, lines)
    by_agency = _of_agency(above, said, is_apart=is_apart)
    if not by_agency and not said.signs and _heads_page(above[-1], lines):
        by_agency = [title for title in above if _is_body(title.agency or "", above[-1].agency or "")]
    one_agency = by_agency or above
    by_year = _of_year(one_agency, said, is_list=is_list, is_apart=is_apart)
    chosen = (by_year or one_agency)[-1] if by_agency else above[-1]
    return OwnTitle(chosen, bool(by_agency), chosen in by_year)


def own_within(above: Sequence[Title], said: Told) -> OwnTitle:
    """The title of several that is the report's where no lines part them from each other or from the text below them."""
    by_agency = _of_agency(above, said, is_apart=False)
    by_year = _of_year(by_agency or above, said, is_list=True, is_apart=False)
    chosen = (by_year or by_agency or above)[-1]
    return OwnTitle(chosen, bool(by_agency), chosen in by_year)


def _of_agency(above: Sequence[Title], said: Told, *, is_apart: bool) -> list[Title]:
    """The titles that name the report's agency, or none; none where that is not settled."""
    last = next((title.agency for title in reversed(above) if title.agency), None)
    bodies = [title.agency for title in above if title.agency]
    if last is None or all(_is_body(body, last) for body in bodies):
        return list(above)
    for names in (said.signs, said.acts):
        if any(_is_body(last, name) for name in names):
            return [title for title in above if title.agency and _is_body(title.agency, last)]
        agreed = [title for title in above if title.agency and any(_is_body(title.agency, n) for n in names)]
        if agreed:
            return [title for title in agreed if _is_body(title.agency or "", agreed[-1].agency or "")]
    if above[-1].agency and (is_apart or (above[0].agency and _is_body(above[0].agency, last))):
        return [title for title in above if title.agency and _is_body(title.agency, last)]
    return []


def _of_year(above: Sequence[Title], said: Told, *, is_list: bool, is_apart: bool) -> list[Title]:
    """The titles that name the report's year; none where that is not settled."""
    years = [title.year for title in above]
    of = next((year for year in (years[-1], years[0]) if year in said.years), None)
    if not is_list and years[0] in said.years:
        of = years[0]
    of = of or next((year for year in said.years if year in years), None)
    if of is None and (is_apart or years[0] == years[-1]) and not _is_row_of_years(above):
        of = years[-1]
    return [title for title in above if title.year == of] if of else []


def _is_row_of_years(above: Sequence[Title]) -> bool:
    """Whether titles that are alike but for their years go on by a year each: a list, of which the last may be no more than the first."""
    texts = {re.sub(YEAR, "", title.text) for title in above}
    steps = {(other.year or 0) - (one.year or 0) for one, other in pairwise(above)}
    return len(above) > 1 and len(texts) == 1 and steps in ({1}, {-1})


def _is_list(above: Sequence[Title], lines: Sequence[str]) -> bool:
    """Whether titles stand one below the other, or all but the last, which what a page prints above a text sets apart."""
    parts = [
        [text for line in lines[one.last + 1 : other.first] if (text := bare(line))]
        for one, other in pairwise(above)
    ]
    last = [text for text in parts[-1] if not _BESIDE.fullmatch(DATE.sub("", text).strip("[]() "))]
    if last and all(map(_FURNITURE.search, last)) and not any(map(LINK.match, last)):
        return True
    if _is_headed(above, lines):
        return False
    return all(_BESIDE.fullmatch(DATE.sub("", text).strip("[]() ")) for part in parts for text in part)


def _stands_apart(above: Sequence[Title], lines: Sequence[str]) -> bool:
    """Whether the last title is set apart from the others: by what a page prints above a text, or by its print, where theirs is one.

    Where it is not, the first may be the report's own, with a list of others below it.
    """
    *gaps, gap = (lines[one.last + 1 : other.first] for one, other in pairwise(above))
    if _are_links(above, lines) and any(map(bare, gap)):
        return True
    if any(map(_OVER_TITLE.search, gap)) and (gaps or _is_over(above[0], above[-1])):
        return True
    *others, last = (_print(title, lines) for title in above)
    if len(others) < _LEAST_LISTED or len(set(others)) > 1:
        return False
    return last != others[0] or (not any(map(bare, gap)) and len(gap) > max(map(len, gaps)))


def _heads_page(title: Title, lines: Sequence[str]) -> bool:
    """Whether a title is the page's own name, too, which a program prints first of all with the site's behind it: `某局…报告_某市人民政府`."""
    name = next((bare(line) for line in lines if line.strip()), "")
    site = name.removeprefix(title.text)
    return bool(title.agency) and site != name and _OF_SITE.fullmatch(site) is not None


def _is_over(title: Title, other: Title) -> bool:
    """Whether the other title's agency is of the first's: a portal heads the pages of its departments with its own name."""
    over, of = (_GOVERNMENT.sub("", each.agency or "") for each in (title, other))
    return bool(over) and of != over and of.startswith(over)


def _print(title: Title, lines: Sequence[str]) -> tuple[int, str]:
    """How a title is printed: over how many lines, and with what beside its words."""
    return len(title.parts), "".join(_BESIDE_WORDS.findall(lines[title.first] + lines[title.last]))


def _is_headed(above: Sequence[Title], lines: Sequence[str]) -> bool:
    """Whether titles are headed as links (相关信息), and nothing sets the last of them apart: it may be one of them."""
    if not _are_links(above, lines):
        return False
    *gaps, last = (other.first - one.last for one, other in pairwise(above))
    return last <= max(gaps, default=1)


def _are_links(above: Sequence[Title], lines: Sequence[str]) -> bool:
    """Whether the line above the first title heads it as a link."""
    head = next((text for line in reversed(lines[: above[0].first]) if (text := bare(line))), "")
    return bool(_OF_LINKS.match(head) or LINK.match(head))


def _is_body(name: str, other: str) -> bool:
    """Whether two names are of one body, one of them short: not 青岚县 and 青岚县林业局."""
    name, other = (_GOVERNMENT.sub("", each) or each for each in (name, other))
    if is_in_full(name, other) or is_in_full(other, name):
        return True
    if _is_within(name, other) or _is_within(other, name):
        return False
    return name[-1:] == other[-1:] and is_same_body(name, other)


def _is_within(name: str, other: str) -> bool:
    """Whether the other name is of a place within the first's: 济宁市水利局, 济宁市鱼台县水利局."""
    place = _PLACE_IN_FRONT.match(name)
    if place is None or not (kind := name[place.end() :]) or not other.startswith(place[0]):
        return False
    rest = other[place.end() :]
    return (
        rest != kind
        and rest.endswith(kind)
        and _PLACE_IN_FRONT.fullmatch(rest.removesuffix(kind)) is not None
    )
