"""The subject of a mail in front of a title: `主题: 转发: …年度报告`, `Subject: Re: Fwd: …`.

Belongs here: the words that mail programs set before what a mail is about. Does not belong here: signs of quoting (formats/marks.py).
"""

from __future__ import annotations

import re

_MARK = r"(?:转发|转寄|转|回复|答复|回覆|fwd?|re|aw|wg)(?:\[[0-9]{1,2}\])?:"
_BEFORE_TITLE = re.compile(
    rf"(?:(?:邮件)?(?:主题|主旨|题目)|subject):(?:{_MARK}|\[(?:转发|外部邮件|external)\])*+|(?:{_MARK})++",
    re.IGNORECASE,
)


def without_subject(text: str) -> str:
    """A squashed line without what a mail says in front of its subject."""
    found = _BEFORE_TITLE.match(text) if ":" in text[:12] else None
    return text[found.end() :] if found else text
