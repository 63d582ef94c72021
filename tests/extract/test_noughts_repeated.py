"""Merged cells printed again for each column: noughts too many make up for cells of words."""

from __future__ import annotations

from schemas.form import forms
from tests.extract.printed import TITLE, read, reported

WORDS = ("好多", "没数")


def _text(word: str, times: int) -> str:
    lines = [TITLE, "", "一、总体情况", "工作平稳。", "", "二、主动公开政府信息情况", ""]
    for block in forms()["2021"].table("2").blocks:
        width = 4
        lines += [block.clause.zh] * (width if times > 1 else 1) if block.clause else []
        lines += [
            "信息内容",
            *[c.zh for c in block.columns for _ in range(times if len(block.columns) == 1 else 1)],
        ]
        for row in block.rows:
            own = ["0"] * len(block.columns)
            if row.key in ("regulations", "permits"):
                own[0] = word
            lines += [row.zh, *(own if len(own) > 1 else own * times)]
    return "\n\n".join([*lines, "三、收到和处理政府信息公开申请情况", "没有。"])


def test_noughts_printed_again_prove_nothing() -> None:
    """Two cells of words, and each single nought three times."""
    assert not reported(read(_text(WORDS[0], 3)), "2") & {
        key for key in forms()["2021"].cells if key.row_key == "permits"
    }
