"""An invented report as sites of agencies have it: Word pasted into an editor, so that cells hold paragraphs and spans.

Does not belong here: the plain page (render.py).
"""

from __future__ import annotations

import html
from collections.abc import Callable
from random import Random

from tests.conformance.model import Box, Case, Para

_Words = Callable[[list[str], Random], str]


def _paragraphs(words: list[str], _: Random) -> str:
    return "".join(f"<p>{w}</p>" for w in words)


def _spans(words: list[str], _: Random) -> str:
    return (
        "\n"
        + "\n".join(
            f'<p style="text-align:center"><span style="font-size:14px">{w}</span></p>' for w in words
        )
        + "\n"
    )


def _broken(words: list[str], rng: Random) -> str:
    """Labels in two pieces, as paragraphs or as spans."""
    made = ""
    for word in words:
        half = len(word) // 2 if len(word) > 3 and not word[0].isdigit() else 0
        between = rng.choice(("</span></p><p><span>", "</span><span>")) if half else ""
        made += f"<p><span>{word[:half]}{between}{word[half:]}</span></p>"
    return made


def _indented(words: list[str], _: Random) -> str:
    return "\n        " + "<br/>".join(words) + "\n      "


def _divisions(words: list[str], _: Random) -> str:
    return "".join(f"<div>{w}</div>" for w in words)


def _fonts(words: list[str], _: Random) -> str:
    return "".join(f'<p><font face="仿宋">{w}</font>&nbsp;</p>' for w in words)


# How words stand in a cell, and how a blank cell is written.
EDITORS: tuple[tuple[_Words, str], ...] = (
    (_paragraphs, "<p>&nbsp;</p>"),
    (_spans, "\n<p></p>\n"),
    (_broken, "<p><span>&nbsp;</span></p>"),
    (_indented, "\n      "),
    (_divisions, "<div><br></div>"),
    (_fonts, "<p></p>"),
)


def to_pasted(case: Case) -> str:
    """The page; which editor it went through is told by the case's name."""
    rng = Random(case.name)  # noqa: S311 - the same page everywhere
    words, blank = rng.choice(EDITORS)
    newline = rng.choice(("", "\n", "\n"))
    parts = [
        "<!DOCTYPE html><html lang='zh'><head><meta charset='utf-8'><title></title></head><body>"
        "<div class='nav'><a href='/'>首页</a> &gt; <a href='/zwgk'>政务公开</a></div><div id='zoom'>"
    ]
    for block in case.blocks:
        if isinstance(block, Para):
            tag, mark = (
                ("h1", "span")
                if block.style == "title"
                else ("p", "strong" if block.style == "heading" else "span")
            )
            if block.text:
                parts.append(
                    f"<{tag} style='text-indent:2em'><{mark}>{html.escape(block.text)}</{mark}></{tag}>"
                )
            continue
        parts.append("<div><table border='1' cellspacing='0'><tbody>" + newline)
        for row in block.rows:
            cells = newline.join(_cell(box, words, blank, rng) for box in row)
            parts.append(f"<tr>{newline}{cells}{newline}</tr>{newline}")
        parts.append("</tbody></table></div>")
    return "\n".join([*parts, "</div><div class='foot'><p>版权所有</p></div></body></html>"])


def _cell(box: Box, words: _Words, blank: str, rng: Random) -> str:
    spans = (f" rowspan='{box.rows}'" if box.rows > 1 else "") + (
        f" colspan='{box.cols}'" if box.cols > 1 else ""
    )
    inside = words(html.escape(box.text).split("\n"), rng) if box.text.strip() else blank
    return f"<td{spans}>{inside}</td>"
