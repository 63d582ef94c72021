"""The titles of reports in a text, each on a line of its own or over several, and the agency and the year that they name.

Belongs here: which lines are a title. Does not belong here: titles within sentences (selfnamed.py), which title is the report's
(identity.py), and what another's title says of a table (othertitle.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from string import ascii_letters

from assets.extract.dates import OF_YEAR, SCHOOL_YEAR, YEAR, to_year
from assets.extract.labels import squash
from assets.extract.memory import remembering
from assets.extract.whose.beforetitle import PRINTED_AT
from assets.extract.whose.brokennames import is_broken_off, is_place_of
from assets.extract.whose.brokentitles import broken_title
from assets.extract.whose.governedbodies import is_governed, without_government
from assets.extract.whose.linemarkup import without_commands
from assets.extract.whose.mailsubject import without_subject
from assets.extract.whose.namemarks import without_marks_behind
from assets.extract.whose.names import LIKE_SELF, OTHER_NAME, has_place, is_government, is_own_name, is_street
from assets.extract.whose.navigation import listed_years
from schemas.whose import WORDS, any_of

TITLE = re.compile(
    r"政[府务]?信息公开.{0,14}报告|政务公开.{0,10}年度?报告|信息公开.{0,8}年度报告"
    rf"|{YEAR}年度?信息公开(?:工作)?(?:情况)?的?报告"
)
# 年报 for 年度报告, which columns of sites are called as well.
SHORT_TITLE = re.compile(
    rf"(?:政府?|{YEAR}年度?|^{YEAR}年度?[\u3400-\u9fff]{{3,24}})信息公开(?:工作)?年报[?》”\"]*$"
)
TITLE_END = re.compile(r"报告(?:\((?!.*国办)[^()]{0,20}\))?[》”\"]?$")
_NOT_TITLE = re.compile(
    r"通知|编制|要求|规定,|条例》|如下|格式|有关事项|主题词|关键词|上一篇|下一篇|附件|链接|首页|[。;!>|]"
)
# Another article that a page leads to.
LINK = re.compile(r"\W*(?:[上下前后]一[篇条页个则]|相关(?:链接|文章|阅读|信息|报道))")
_TITLE_YEAR = re.compile(rf"({YEAR})(?![-./][0-9])(?:{OF_YEAR})?")
ORG = re.compile(
    rf"(?:{any_of(WORDS.farms, WORDS.halls, WORDS.parks, WORDS.unions, WORDS.seats)}|人民政府|政府|办公室|办公厅|委员会|街道办事处|办事处|管理处|管委会|局|厅|委|办|处|院|中心|站|所|队|会|社|公司|集团|学校|大学|学院|医院|馆|台|中学|小学|幼儿园|党校|分校|海关|监狱|[分支]行|部|区|县|市|镇|乡|旗|苏木|残联|支队|总队|分局|机关|兵团|第[一二三四五六七八九十]{{1,3}}师|第?[一二三四五六七八九十百0-9]{{1,4}}团)$"
)
# What pages call parts of themselves, which end as agencies do.
PAGE_PART = re.compile(
    r"返回|回到|登[录陆]|注册|导航|栏目|频道|专区|专栏|大厅|平台|走进|首页|(?:新闻|资讯|信息|下载|互动|会员|个人|用户)中心$|公开(?!办|局|科|处|领导|中心)"
)
# Where a title goes on from its agency (and year) to its subject; offices have the same words in their names.
_SUBJECT = re.compile(
    r"(?:政[府务]?信息(?:公开|[与和及、]+政务公开)|政务公开|信息公开)(?!办|局|科|处|领导|中心)"
)
# Quotes, rules and stops that may stand around a title.
_AROUND = '《》“”"-—_·:,、 '
_SELF = re.compile(
    rf"(?!{LIKE_SELF})本|我[^国]|.{{0,20}}我(?:部门|单位|机关|[局委厅办院校社站队省市县区州旗镇乡])"
)
# What a sentence says in front of a name, where a line of it stands as the title.
_CLAUSE = re.compile(
    r"^(?:.{0,20}[,:])?(?:[现特兹](?:将|就|把|公[布开])|(?:[现特兹]?(?:面?向社会|予以))?公布|[现特兹]?(?:面?向社会|予以)公开)"
)
# The name of a site, which a page may show in the agency's place, what is stamped on a page, half a name, many at once, words set apart as no name is, the number of a page.
_NO_AGENCY = re.compile(
    r"网站?$|^(?:内部(?:资料|文件|使用)|仅供|机密|样[本稿]|草稿|征求意见稿|复印件|扫描件)|^[^(]*\)|^在?各[省市县区州旗镇乡级].*有关部门$|[\u3400-\u9fff]_[0-9]*[\u3400-\u9fff]|[\u3400-\u9fff][Pp](?:age|\.)[0-9]"
)
# A word of Latin letters in the place of a name's first letters, as pages print that were taken over by others.
_LATIN_IN_FRONT = re.compile(r"[A-Za-z]{4,}[\u3400-\u9fff]")
# The end of a name, which is none by itself, before a title's year.
_KIND = r"(?:(?:街道|地区)?办事处|事处|(?:管理|工作)?委员会|员会|(?:人民)?政府|办公[室厅]|公室|(?:监督)?管理[局处]|分局|[支总大]队|服务中心|[一-鿿]?[局厅处]|(?:集团)?(?:股份)?有限(?:责任)?公司|集团公司|公司|集团|医院|学校|学院|大学|中学|小学|中心|联合会|(?:供销)?合作社(?:联合社)?|(?:各|有关|相关|[省市县区州旗]直)?(?:部门|单位|机关)|务中心|合会|合社|(?:限|任)?公司|[室心会府队院校委])"
_NAME_END = re.compile(rf"({_KIND})(?:关[于於])?{YEAR}年")
_ENDS_NAME = re.compile(rf"{_KIND}(?:关[于於])?{YEAR}年度?")
ONLY_KIND = re.compile(_KIND)
# The name of a site in front of the agency's.
_SITE = re.compile(r"^.{2,30}网站(?=[一-鿿]{3})")
# Figures behind a whole name, of a line between it and its title.
_FIGURES_BEHIND = re.compile(rf"{ORG.pattern.removesuffix('$')}[0-9]{{2,}}+(?!团|师|号|连|营)")
# What opens a heading in LaTeX, ConTeXt, man, Texinfo, Typst, Textile and on wikis, and the name of its place.
_HEADING_MARK = re.compile(
    r"h[1-6][<>=]{0,2}\.(?:\{anchor:[^{}]{0,100}\})?|\\(?!(?:begin|end)\{)[a-z]{1,20}\*?(?:\[title=)?\{|\.S[HS](?![A-Za-z])|@(?:top|chapter)|={1,6}(?=[^=])"
)
# A blank cell behind a title in the first cell of a sheet, or what programs print for one.
_BLANK_CELL = re.compile(r'\s*(?:Unnamed: ?[0-9]{1,3}|NaN|nan|None|(?:"")?)\s*')
_DELIMITERS = re.compile("[,;|\t]")
_UNDERLINE = re.compile(r"[-=~*_—|:+]{3,}")
# Who reports, behind the title.
_AGENCY_BEHIND = re.compile(r"报告\(([\u3400-\u9fff]{4,20})\)$")
# A line above a title that says no more than its year.
_ONLY_YEAR = re.compile(rf"(?:关[于於])?{_TITLE_YEAR.pattern}")
# What a title opens with that names its agency.
_ABOUT = ("关于", "关於")
# What no line above a title has, and what stands behind an agency on one.
_NO_PIECE = re.compile(r"[。,:;!?()|_]|年报|目录|当前位置|索引号|发布|报告")
_YEAR_BEHIND = re.compile(rf"(?:关[于於])?(?:{YEAR}年?度?)?$")
# What stands in front of a name, and about it.
_IN_FRONT = re.compile(r"^[^\u3400-\u9fff]+")
_ABOUT_NAME = re.compile(
    r"^(?:关[于於]|附件[0-9]*[::]?|(?:文件|信息|文章|公文)?(?:名称|标题|题名|题目):?)"
    r"|(?:[上下]半年?|第?[一二三四1-4]季度|关[于於]|的|年度|年|\(以下[^()]*\)|本级)$"
)
TAG = re.compile(r"<[^<>]{0,200}>")
_LONGEST_LINE, _LONGEST_PIECE, _LONGEST_TITLE_LINE = 500, 30, 60
_ENDS_CONTROL = re.compile("[]】:]")
# An agency's name has so many letters.
_LEAST_BEHIND = 4


@dataclass(frozen=True, slots=True)
class Title:
    """A report's title as printed, over indexes `first` to `last` of the lines; `parts` are its lines."""

    text: str
    parts: tuple[tuple[int, str], ...]

    @property
    def first(self) -> int:
        """Index of its first line."""
        return self.parts[0][0]

    @property
    def last(self) -> int:
        """Index of its last line."""
        return self.parts[-1][0]

    @property
    def printed_year(self) -> str | None:
        """The year it names, as printed."""
        return _printed_year(self.text)

    @property
    def year(self) -> int | None:
        """The year it names."""
        return to_year(self.printed_year) if self.printed_year else None

    @property
    def agency(self) -> str | None:
        """The agency it names."""
        if agency := agency_of_title(self.text):
            return agency
        behind = _AGENCY_BEHIND.search(self.text)
        named = behind and (is_own_name(behind[1]) or is_government(behind[1]))
        return behind[1] if behind and named else None

    @property
    def names_itself(self) -> bool:
        """Whether an agency stands in the line of the title's words, not only above it."""
        own = next((text for _, text in self.parts if "公开" in text), self.text)
        return agency_of_title(own) is not None


@remembering
def _printed_year(text: str) -> str | None:
    """The year that a title names, as printed."""
    found = _TITLE_YEAR.search(SCHOOL_YEAR.sub("", text))
    return found[1] if found else None


def titles(lines: list[str], named_as: re.Pattern[str] = TITLE) -> list[Title]:
    """Every title in the text, each with the lines above it that belong to it (agency, year)."""
    cleaned = list(map(bare, lines))
    named = [
        i for i, text in enumerate(cleaned) if ("公开" in text or text[:1] == "开") and _may_be_title(text)
    ]
    if not named:
        return []
    written = [i for i, text in enumerate(cleaned) if text]
    found = []
    for index in named:
        position = bisect_left(written, index)
        around = [(n, cleaned[n]) for n in written[max(0, position - 2) : position + 3]]
        at = min(position, 2)
        parts = around[at : at + 1]
        if broken := broken_title(around, at, _may_be_title):
            parts = broken
        elif not (TITLE_END if named_as is TITLE else named_as).search(cleaned[index]):
            continue
        if not named_as.search("".join(part for _, part in parts)):
            continue
        top = bisect_left(written, parts[0][0])
        # what is in a list its neighbours tell
        in_lists = listed_years([(n, cleaned[n]) for n in written[max(0, top - 4) : top + 1]])
        for k in range(top - 1, max(0, top - 3) - 1, -1):
            above, before = written[k], cleaned[written[k - 1]] if k else ""
            agency = agency_of_title("".join(part for _, part in parts))
            is_over = agency is not None and is_governed(agency, cleaned[above])
            if is_over or above in in_lists or _is_second_year(cleaned[above], parts):
                break
            if agency and is_broken_off(cleaned[above], agency, cleaned, is_first=above == written[0]):
                parts.insert(0, (above, cleaned[above]))
                continue
            if not (
                _is_front_of_name(cleaned[above], parts[0][1])
                or (_ENDS_NAME.fullmatch(cleaned[above]) and _is_front_of_name(before, cleaned[above]))
            ) and (
                not _is_title_piece(cleaned[above], agency, is_first=above == written[0])
                or _begins_alike(cleaned[above], parts[0][1])
            ):
                break
            parts.insert(0, (above, cleaned[above]))
        found.append(Title("".join(part for _, part in parts), tuple(parts)))
    return found


@remembering
def _may_be_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE_LINE and not (_NOT_TITLE.search(text) or LINK.match(text))


def _is_second_year(above: str, parts: list[tuple[int, str]]) -> bool:
    """Whether a line only says a year above a title that names one."""
    return bool(_TITLE_YEAR.fullmatch(above)) and any(_TITLE_YEAR.search(text) for _, text in parts)


def _begins_alike(above: str, title: str) -> bool:
    """Whether a line above a title names its place again, as the site's name may: no title says it twice."""
    agency = agency_of_title(title)
    return agency is not None and (above.startswith(agency[:2]) or above in agency)


def _is_front_of_name(above: str, title: str) -> bool:
    """Whether a line above a title holds the front of a name whose end stands in it: …区城东街道 above 办事处2022年…."""
    end = _NAME_END.match(title)
    return bool(
        end
        and len(above) <= _LONGEST_PIECE
        and not PAGE_PART.search(above)
        and (is_own_name(above + end[1]) or is_government(above + end[1]))
        and (not (is_own_name(above) or is_government(above)) or end[1] == "办事处")
    )


def _is_title_piece(text: str, agency: str | None, *, is_first: bool) -> bool:
    """A line that can stand above a title, of which `agency` is said below it: an agency, a year, or both.

    An agency is not said in part above a name that is whole, or that says 县 for its own county. A street's is with its year, or on a
    text's first line.
    """
    text = without_marks_behind(OTHER_NAME.sub("", text))
    if len(text) > _LONGEST_PIECE or _NO_PIECE.search(text):
        return False
    if PAGE_PART.search(text) or (agency and not (_ONLY_YEAR.fullmatch(text) or has_place(text))):
        return False
    name = _YEAR_BEHIND.sub("", text)
    if is_street(_TITLE_YEAR.sub("", name)):
        return is_first or bool(_TITLE_YEAR.search(text))
    return bool(ORG.search(name) or _ONLY_YEAR.fullmatch(text) or text in {"关于", "关於"})


@remembering
def bare(line: str) -> str:
    """A line's words without markup and blank cells around them; a line that only underlines has none. A long line stays as it is."""
    if len(line) > _LONGEST_LINE:
        return line
    line = line.replace("\\n", " ")  # a line break in a string that a program quoted
    cells = _DELIMITERS.split(line.strip(" |"))
    if len(cells) > 2 and all(map(_BLANK_CELL.fullmatch, cells[1:])):
        line = cells[0]
    text = without_subject(PRINTED_AT.sub("", squash(TAG.sub("", line)).strip('#*|《》“”"_'))).strip("《》“”")
    if mark := _HEADING_MARK.match(text):
        text = text[mark.end() :].rstrip("=}")
    return "" if _UNDERLINE.fullmatch(text) else without_commands(text).strip("?")


def _behind_controls(head: str) -> str:
    """What stands behind the last thing in brackets, as the sizes of letters that a page offers (`[大 中 小]`), or behind a label.

    A program may have taken a label's first letters (`称: 青岚县林业局`); no name has a colon in it.
    """
    rest = _ENDS_CONTROL.split(head)[-1]
    return rest if len(rest) >= _LEAST_BEHIND else head


@remembering
def agency_of_title(title: str) -> str | None:
    """The title without its year and from 政府信息公开 on."""
    head = SCHOOL_YEAR.sub("", _SUBJECT.split(title)[0])
    year = _TITLE_YEAR.search(head)
    if year and head[year.end() :] in head[: year.start()]:  # 泽州海关2015年海关信息公开: of what, not who
        head = head[: year.start()]
    head = _CLAUSE.sub("", _TITLE_YEAR.sub("", head))
    head = _behind_controls(without_marks_behind(head))
    if _LATIN_IN_FRONT.match(head) and not has_place(head.lstrip(ascii_letters)):
        return None
    head = _IN_FRONT.sub("", head)
    head = _ABOUT_NAME.sub("", head.strip(_AROUND))
    head = without_marks_behind(head)
    head = without_government(head)
    if _SELF.match(head) or _NO_AGENCY.search(head) or _FIGURES_BEHIND.search(head):
        return None
    # 政府 is said once for 人民政府政府信息公开
    head = _SITE.sub("", head + "政府" * head.endswith("人民"))
    again = head.rfind(head[:3])
    # the head of the page, which no line break sets apart
    if again >= 4 and ORG.search(head[:again]) and not is_place_of(head, again):
        head = head[again:]
    if ONLY_KIND.fullmatch(head):
        return None
    is_name = (len(head) >= 2 and ORG.search(head)) or (len(head) >= 3 and has_place(head)) or len(head) >= 4
    return head if is_name else None
