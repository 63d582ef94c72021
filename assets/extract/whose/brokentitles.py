"""A title whose last words are broken over lines: `…2023年度政府信息公开` above `工作情况的报告`.

Belongs here: which lines hold those words. Does not belong here: lines above them that name the agency or the year (titles.py), names that
break (brokennames.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

# What a title ends with that may be broken over lines, within a word, too.
_WORDS = (
    *(
        f"信息公开{end}"
        for end in (
            "工作年度报告",
            "年度报告",
            "工作报告",
            "年度工作报告",
            "报告",
            "工作情况的报告",
            "工作情况报告",
            "工作情况年度报告",
            "情况的报告",
            "情况报告",
            "情况年度报告",
            "工作的报告",
            "工作总结报告",
        )
    ),
    *(f"政务公开{end}" for end in ("工作年度报告", "年度报告")),
    *(f"政府信息公开{end}" for end in ("年报", "工作年报")),
)
_LAST_LETTERS = {words[-1] for words in _WORDS}
# Behind the year, 政府 is no agency but the first word of what a title is about.
_OPENS_SUBJECT = re.compile("年度?政府$")
# What stands in brackets behind it: （2023年）, （公开稿）.
_NOTE = re.compile(r"\([^()]{0,20}\)$")


def broken_title(
    around: Sequence[tuple[int, str]], at: int, may_be_title: Callable[[str], bool]
) -> list[tuple[int, str]]:
    """The lines over which a title's last words are broken, with the line `at` among them; none where they are whole.

    `around` are two lines above, the line itself and two below, as (index, text).
    """
    texts = [_NOTE.sub("", text) if text[-1:] == ")" else text for _, text in around]
    ends = [end for end in range(max(2, at + 1), len(texts) + 1) if texts[end - 1][-1:] in _LAST_LETTERS]
    for first in range(at + 1 if ends else 0):
        for end in [end for end in ends if end >= first + 2]:
            head, tail = texts[first], "".join(texts[first + 1 : end])
            whole = head + tail
            if not whole.endswith(_WORDS):
                continue
            is_broken = any(len(tail) < len(words) and whole.endswith(words) for words in _WORDS)
            if not is_broken and head.endswith("政"):
                is_broken = tail.startswith(("府信息公开", "务信息公开")) and tail[1:] in _WORDS
            is_broken = is_broken or (head.endswith("政务") and tail in _WORDS)
            is_broken = is_broken or bool(tail in _WORDS and _OPENS_SUBJECT.search(head))
            if is_broken and may_be_title(around[first][1]):
                return list(around[first:end])
    return []
