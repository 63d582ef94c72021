"""What stands on a title's own line in front of it, or about it, and is none of its words: a letter's number, who signed it, whence a page has it.

    莆二中 [2015] 3号 签发人:… 2014年莆田第二中学政府信息公开工作年度报告
    来源:… 作者:… 海淀区教育局2022年政府信息公开工作年度报告
    【海淀区教育局】2022年政府信息公开工作年度报告
    关于报送2022年政府信息公开工作年度报告的报告
    关于海淀区教育局2022年政府信息公开工作年度报告的公示

Read as one, they glue a person's name to the agency's, and a letter's year stands before the report's. A person's name ends where a space
does; where none stands behind it, nothing tells where the agency's begins. Belongs here: taking them off. Does not belong here: what other
lines of a page's head say (headlines.py), marks of markup (titles.py, linemarkup.py).
"""

from __future__ import annotations

import re

from assets.extract.dates import YEAR
from assets.extract.labels import ascii_width, squash
from assets.extract.whose.names import is_government, is_own_name

_LONGEST = 200
# When a browser printed a page, in front of its title: 2024/1/18 09:26, 1/18/24, 9:26 AM.
PRINTED_AT = re.compile(
    r"^(?:20[0-9]{2}[/-][0-9]{1,2}[/-][0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}),?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[AP]M)?(?![0-9])"
)
# 政政发〔2023〕3号, 莆二中 [2015] 3号.
_NUMBER = re.compile(
    r"\s*[\u3400-\u9fff]{1,12}\s{0,4}[\[〔(（【［]\s?20[0-9]{2}\s?[\]〕)）】］]\s{0,4}第?\s?[0-9]{1,4}\s?[号號]\s*"
)
_DAY = re.compile(
    r"\s*20[0-9]{2}[-/.年]\s?[0-9]{1,2}[-/.月]\s?[0-9]{1,2}日?(?:\s{1,4}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?(?![0-9起至到—~～-])\s*"
)
_PERSON = r"签发人?|作者|责任编辑|编辑|审核人?|校对|撰稿人?|供稿人?|发布人|发布者|录入人?|联系人|责编|拟稿人?|核稿人?"
_LABELLED = re.compile(
    rf"\s*[【\[（(]?(?:(?:信息|稿件|文章)?来源|{_PERSON}|(?:发布|发文|公开)(?:机构|机关|单位)|(?:发布|发文|成文)?(?:时间|日期)|点击(?:量|数|率|次数)?|(?:浏览|阅读)(?:量|数|次数)?|字[体号]|(?:发文)?(?:文号|字号)|索引号)[】\]）)]?\s?[:：]\s{{0,4}}"
    r"(?:\[[^\[\]]{0,20}\]|【[^【】]{0,20}】|[^\s:：]{1,40}(?:\s{1,4}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?)\s+"
)
# Another article that a page leads to.
_LINK = re.compile(r"\W*(?:[上下前后]一|相关|链接|更多|推荐)")
# Whose name is all that the line says of the agency.
_PUBLISHER = re.compile(r"\s*(?:发布|发文|公开)(?:机构|机关|单位)")
# The same without a space behind the name.
_GLUED = re.compile(rf"\s*(?:{_PERSON})\s?[:：]\s{{0,4}}[\u3400-\u9fff]{{2,40}}?(?={YEAR}\s?年)")
_BRACKETS = re.compile(r"\s*[【\[（(〖]([^【】\[\]()（）〖〗]{2,30})[】\]）)〗]\s*")
_SUBJECT = r"(?:政[府务]?信息|政务|信息)公开"
_ONLY_SUBJECT = re.compile(rf"(?:关[于於])?(?:{YEAR}年?度?)?{_SUBJECT}")
# A letter that sends the report, or makes it public, by its subject: whoever does asks nobody for one.
_SENT = re.compile(
    rf"(?P<who>[^。,;:|]{{0,40}}?)关[于於](?:(?:报送|上报|呈报|呈送|报告|编制)(?=.{{8,60}}的(?:情况)?(?:报告|函|请示)$)|(?:印发|公布|发布|公开|公示)(?=.{{8,60}}的(?:情况)?(?:报告|函|请示|通知|公告|通告|公示)$)|(?!做好|征求|开展|进一步)对?(?=.{{8,60}}的(?:公告|通告|公示)$))"
    rf"《?(?P<title>(?![全各我本])[^。,;:|《》]{{0,30}}?{YEAR}年?度?[^。,;:|《》年]{{0,20}}?公开(?:工作)?(?:情况)?(?:的?年度)?报告)》?的(?:情况)?(?:报告|函|请示|通知|公告|通告|公示)"
)


def without_front(line: str) -> str:
    """The line of a title without what stands before its words; any other line as it is."""
    if len(line) > _LONGEST or "公" not in line or not _names_report(printed := ascii_width(line)):
        return line
    if _LINK.match(printed):
        return line
    text = _sent(printed)
    while True:
        found = next((m for at in (_NUMBER, _DAY, _LABELLED) if (m := at.match(text))), None)
        if found is None or not _names_report(text[found.end() :]):
            break
        if _PUBLISHER.match(text) and _ONLY_SUBJECT.match(squash(text[found.end() :])):
            break
        text = text[found.end() :]
    if (glued := _GLUED.match(text)) and _names_report(text[glued.end() :]):
        text = text[glued.end() :]
    if (inside := _BRACKETS.match(text)) and _names_report(rest := text[inside.end() :]):
        name = squash(inside[1])
        is_named = _ONLY_SUBJECT.match(squash(rest)) and (is_own_name(name) or is_government(name))
        text = name + rest if is_named else rest
    return line if text == printed else text


def _sent(line: str) -> str:
    """A title for the subject of the letter with which the report is sent: 关于2022年…报告 for 关于报送2022年…报告的函."""
    if "关" not in line:
        return line
    found = _SENT.fullmatch(squash(line).strip("#*《》"))
    return f"{found['who']}关于{found['title']}" if found else line


def _names_report(text: str) -> bool:
    return "公开" in text and ("报告" in text or "年报" in text)
