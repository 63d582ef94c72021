"""Words of the form as they are said where traditional characters are written: 政府資訊公開 for 政府信息公开.

Sites that show a page in traditional characters may exchange words, too, not only letters. Belongs here: the words of the form and
of titles, in texts that say 資訊公開. Does not belong here: single letters (schemas/characters.py).
"""

from __future__ import annotations

_SIGNS = ("資訊公開", "资讯公开")
# Each as long as what it stands for, so that places on a line stay.
_WORDS = {
    "資訊": "信息",
    "资讯": "信息",
    "規範性檔案": "規範性文件",
    "规范性档案": "规范性文件",
    "專案數量": "項目數量",
}


def with_words_of_the_form(lines: list[str]) -> list[str]:
    """The lines with the words that the form has for these."""
    if not any(sign in line for line in lines for sign in _SIGNS):
        return lines
    for word, own in _WORDS.items():
        lines = [line.replace(word, own) if word in line else line for line in lines]
    return lines
