"""Shapes that a text may have without end: one unit again and again, after the head of a report."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from tests.reports import text

HEAD = "青岚县林业局2021年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
_REPORT = text()
_ROW = "1.属于国家秘密"


def _numbered(unit: str) -> Callable[[int], str]:
    """Units that hold a number each, so many characters of them."""

    def shape(size: int) -> str:
        made: list[str] = []
        length = 0
        for number in count():
            if length >= size:
                return "".join(made)
            made.append(unit.format(number))
            length += len(made[-1])
        return ""

    return shape


_UNITS = {
    "a line of dashes": "-",
    "lines of dashes": "----- x\n",
    "a ruled line": "+---+---",
    "ruled lines": "+---+---+\n",
    "box drawing": "│ 1 │ 2 │\n├───┼───┤\n",
    "pipes": "|",
    "rows of pipes": "a|b|c\n",
    "wide rows of pipes": "|1" * 99 + "|\n",
    "rules of Markdown": "|---|---|\n",
    "numbers, one a line": "1\n",
    "numbers in a line": "1 ",
    "one long number": "7",
    "a label and its row": f"{_ROW} 1 2 3 4 5 6 7\n",
    "a label": f"{_ROW}\n",
    "labels in a line": _ROW,
    "a label and tabs": f"{_ROW}\t",
    "a label and numbers, one a line": f"{_ROW}\n0\n",
    "part of a label": "三安全\n",
    "brackets that open": "（",
    "brackets": "（）",
    "square brackets": "[",
    "tabs": "\t",
    "empty cells": "\t0\n",
    "empty cells and lines": "\t0\n\n",
    "cells in a line": "\t0",
    "tables in tables": "<table>",
    "a table's cells": "<td>1",
    "a table's rows": "<tr><td>1</td><td>2</td></tr>\n",
    "whole tables": f"<table><tr><td>{_ROW}</td><td>1</td></tr></table>\n",
    "divisions": "<div>",
    "comments that open": "<!--",
    "less than": "<",
    "entities": "&amp;",
    "ampersands": "&",
    "chapters": "一、",
    "titles": "青岚县林业局2021年政府信息公开工作年度报告\n",
    "headings": "一、总体情况\n",
    "all headings": "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n",
    "header words": "自然人\t商业企业\t科研机构\t总计\n",
    "header words, one a line": "自然人\n商业企业\n科研机构\n总计\n",
    "commas and lines": "a,b,c\n",
    "commas": "1,",
    "quotes": '"',
    "periods": "自2021年1月1日至12月31日",
    "dates": "2021年1月20日\n",
    "spaces": " ",
    "wide spaces": "　",
    "numbers far apart": "1" + " " * 50,
    "characters apart": "政 府 信 息 公 开 ",
    "empty lines": "\n",
    "form feeds": "\x0c",
    "agencies": "青岚县林业局",
    "sentences": "收到政府信息公开申请12件，予以公开3件。",
    "a sentence without end": "收到政府信息公开申请12件、",
    "zero width": "\u200b",
    "rows of LaTeX": f"\\hline {_ROW} & 1 & 2 \\\\\n",
    "tables of LaTeX that open": "\\begin{tabular}{ll}\n",
    "backslashes": "\\",
    "braces": "{",
    "rows of a wiki": f"|-\n| {_ROW} || 1\n",
    "tables of a wiki that open": "{|\n",
    "cells of BBCode": f"[tr][td]{_ROW}[/td][td]1[/td]",
    "lists as tables": f"   * - {_ROW}\n     - 1\n",
    "AsciiDoc": f"|===\n|{_ROW} |1\n",
    "parts of a mail": "--x\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n=E4=BD=20=\n",
    "heads of a mail": "Content-Transfer-Encoding: base64\n",
    "a script that opens": '<script>{"content":"<table><tr><td>1',
    "tables in scripts": '<script>{"content":"\\u003ctable\\u003e<tr><td>1<\\/td>"}</script>\n',
    "spaces of an address": "%20",
    "records": f'{{"{_ROW}": {{"自然人": 1}}, ',
    "records, one a line": f'{{"{_ROW}": {{"自然人": 1}}}}\n',
    "YAML": f"- {_ROW}:\n    自然人: 1\n",
    "deep names": "  - a:\n",
    "paths": f"三、本年度办理结果/（三）不予公开/{_ROW}/自然人: 1\n",
    "places of a sheet": f"A5: {_ROW}\nB5: 1\n",
    "long tables": f"{_ROW}\t自然人\t1\n",
    "figures with names": f"{_ROW}：自然人 1 件，总计 1 件\n",
    "lines of no-break spaces": "\u00a0\n",
    "copied cells": f"{_ROW}\n\t\n1\n\t\n",
    "numbers of rows": "1.\n",
    "numbers of rows, run on": "1 属于国家秘密 0 0 ",
    "captions": "2022年：\n",
    "links": "[1](https://example.org) ",
    "marks behind figures": "1* 2① 3（注1）",
    "broken labels": "属于\n国家\n秘密\t1\t2\t3\n",
    "letters for noughts": f"{_ROW} O o 〇\n",
}
SHAPES: dict[str, Callable[[int], str]] = {
    **{name: lambda size, unit=unit: unit * (size // len(unit) + 1) for name, unit in _UNITS.items()},  # type: ignore[misc]
    "spaces, then a number": lambda size: " " * size + "1",
    "whole reports": lambda size: _REPORT * (size // len(_REPORT) + 1),
    "cut reports": lambda size: _REPORT[: len(_REPORT) // 2] * (2 * size // len(_REPORT) + 1),
    "pages": _numbered("{}\n文字\n"),
    "different reports": _numbered("甲{}局2021年政府信息公开工作年度报告\n一、总体情况\n"),
    "different labels": _numbered("第{}项\t1\t2\t3\n"),
    "different agencies": _numbered("甲{0}局乙{0}委员会"),
    "wider and wider rows": lambda size: "".join("\t0" * n + "\n" for n in range(1, int(size**0.5))),
    "deeper and deeper": lambda size: "".join(" " * n + "1\n" for n in range(1, int((2 * size) ** 0.5))),
}
