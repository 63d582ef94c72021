"""Documents of other kinds that name a yearly report: news of it, pictures that explain it, answers, lists of links, other yearly reports.

Belongs here: what such a document says in its first lines. It is asked only of texts without figures in tables. Does not belong here:
who asks for reports and how they are to be written (aboutreports.py), other forms with figures (otherforms.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise

from assets.extract.dates import DATE
from assets.extract.whose.titles import LINK, bare, titles

# In so many written lines a document says what it is.
_FIRST = 4
_LONGEST = 60
_OPENNESS = r"(?:政府信息|政务|信息)公开"
_REPORT = rf"{_OPENNESS}[^。;]{{0,14}}报告[》”\"]?"
# Titles of other documents, which have the name or the year of theirs in front.
_OTHER = re.compile(
    r"(?:.{0,30}[省市县区州旗盟镇乡])?(?:人民)?政府工作报告(?:\([^()]{0,12}\))?"
    r"|.{4,40}(?:法治政府建设|依法行政|财政预算执行|国民经济)[^。;]{0,20}报告(?:\([^()]{0,12}\))?"
    r"|(?!.*公开).{4,40}(?:工作|年度|半年)总结(?:\([^()]{0,12}\))?"
    r"|.{4,40}(?:工作要点|要点分工方案|任务分解表|评估报告|评分表|考核(?:细则|指标|办法)|测评报告)(?:\([^()]{0,12}\))?"
)
_NEWS = re.compile(
    rf".{{0,40}}{_REPORT}的?.{{0,8}}(?:发布|公布|出炉|上线|公开|(?:培训|推进|部署|座谈)会议?)(?:完毕|完成|啦|了)?!?"
)
_PICTURE = re.compile(
    rf"(?:一图|图解|图说|图文|长图|漫画|动漫|H5|h5|海报).{{0,16}}?[^。]{{0,40}}{_REPORT}.{{0,6}}"
)
_ASKED, _ANSWERED = re.compile(r"问[::].{4,}"), re.compile(r"答[::].{4,}")
_PAGER = re.compile(r"共[0-9]{1,5}条.{0,40}|.{0,30}上一页.{0,20}下一页.{0,30}")
_LISTED = re.compile(rf".{{0,40}}{_REPORT}")
_LEAST_LISTED = 3
_SENTENCE = 40


def is_other_document(lines: Sequence[str], title_line: int | None, sections: int) -> bool:
    """Whether a text without figures is a document of another kind, that has no title of a report on a line of its own.

    `title_line` is the line of one, `sections` how many headings of a report stand in the text.
    """
    written = [(i, text) for i, line in enumerate(lines) if (text := bare(line))]
    head = [(i, text) for i, text in islice(written, _FIRST) if len(text) <= _LONGEST]
    if title_line is None and any(_OTHER.fullmatch(text) for _, text in head):
        return True
    if sections > 1 or _is_told_below(lines, head):
        return False
    if any(_PICTURE.fullmatch(text) or (title_line is None and _NEWS.fullmatch(text)) for _, text in head):
        return True
    if sections == 0 and any(_ASKED.match(a) and _ANSWERED.match(b) for (_, a), (_, b) in pairwise(written)):
        return True
    return sections == 0 and _is_list_of_links([text for _, text in written])


def _is_told_below(lines: Sequence[str], head: Sequence[tuple[int, str]]) -> bool:
    """Whether a report's own title stands below the first line, with its year and its agency."""
    if not head:
        return False
    return any(
        t.first > head[0][0] and t.year and t.agency and not _PICTURE.match(t.text)
        for t in titles(list(lines))
    ) and any("。" in line and len(line) >= _SENTENCE for line in lines)


def _is_list_of_links(texts: Sequence[str]) -> bool:
    """Whether titles of reports, each with its date, or one above the number of pages, are all that a text has."""
    if any(len(text) > _SENTENCE and "。" in text for text in texts):
        return False
    listed = [
        text for text in texts if _LISTED.fullmatch(DATE.sub("", text).strip("[]()")) and not LINK.match(text)
    ]
    dated = [text for text in listed if DATE.search(text)]
    return len(dated) >= _LEAST_LISTED or (bool(listed) and any(map(_PAGER.fullmatch, texts)))
