"""Characters that stand for simplified ones: traditional forms, which some sites show, and radicals, which some fonts give.

One to one, so that places on a line stay. Does not belong here: a dictionary of the language, or other looks of a letter
(assets/extract/labels.py).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("traditional.txt")

# Radicals that look like a character (民 in the font of a PDF), which NFKC leaves alone: those of Unicode's block from U+2E80 on
# whose name is that of a character of simplified texts.
_RADICALS = dict(
    zip(
        "⺁⺊⺒⺓⺝⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰",
        "厂卜巳幺月民虎西见角贝车长长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙",
        strict=True,
    )
)

# GB 2312 holds it, but no simplified text and no name prints it.
_BEHIND = {"後": "后"}


@cache
def simplified() -> dict[str, str]:
    """Traditional character, or radical that looks like a character -> simplified one."""
    rows = [line for line in _TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    letters = "".join(rows)
    return _RADICALS | _BEHIND | dict(zip(letters[::2], letters[1::2], strict=True))
