"""Rows of XML whose label is an attribute, and the name of each cell's column, too: `<row name="规章"><cell col="本年制发件数">3</cell>…</row>`.

They become the rows of a long table on a page, a row, a column and a figure each; every line keeps its number. Only where each row of that
name is so, and nearly all of them have words for their label and each of their columns and figures alone in their cells: what one says
besides is read, or doubted, as on any page. Does not belong here: rows whose columns a header names (rowattributes.py), elements that name both (namedrecords.py), and
which names are a row's and a column's (byname/).
"""

from __future__ import annotations

import re
from collections import Counter

from assets.extract.numbers import EMPTY_WORDS, looks_like_figure

_WORD = r"[A-Za-z_\u3400-\u9fff][\w.-]{0,40}"
_SAID = r"=\s*(?:\"[^\"<>]{0,200}\"|'[^'<>]{0,200}')"
_FIRST = re.compile(
    rf"<(?P<row>{_WORD})\s+(?P<label>{_WORD})\s*{_SAID}\s*>\s*+<(?P<cell>{_WORD})\s+(?P<name>{_WORD})\s*{_SAID}\s*/?>"
)
_ROW = (
    r"<{row}\s+{label}\s*=\s*(?P<said>\"[^\"<>]{{0,200}}\"|'[^'<>]{{0,200}}')\s*>"
    r"(?P<cells>(?:\s*+<{cell}\s+{name}\s*=\s*(?:\"[^\"<>]{{0,200}}\"|'[^'<>]{{0,200}}')\s*(?:/>|>[^<>]{{0,80}}</{cell}\s*>))++)"
    r"(?P<behind>\s*+)</{row}\s*>"
)
_CELL = (
    r"(?P<before>\s*+)<{cell}\s+{name}\s*=\s*(?P<column>\"[^\"<>]{{0,200}}\"|'[^'<>]{{0,200}}')\s*"
    r"(?:/>|>(?P<text>[^<>]{{0,80}})</{cell}\s*>)"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
# So many such rows are no chance.
_LEAST = 3
# Of so many rows one may be another than a label and its figures.
_ODD = 4
# What a long table says for the column of a figure that has no name, so that the figure is not passed over.
_UNNAMED = "无列名"


def with_rows_of_named_cells(text: str) -> str:
    """The text with long tables in the place of such rows; as many lines as before."""
    kinds = Counter((m["row"], m["label"], m["cell"], m["name"]) for m in _FIRST.finditer(text))
    kinds = Counter({kind: count for kind, count in kinds.items() if kind[0] != kind[2]})
    if len(kinds) != 1:
        return text
    ((row, label, cell, name), count) = kinds.most_common(1)[0]
    if count < _LEAST or len(re.findall(rf"<{re.escape(row)}(?=[\s>/])", text)) != count:
        return text
    said = {
        "row": re.escape(row),
        "label": re.escape(label),
        "cell": re.escape(cell),
        "name": re.escape(name),
    }
    each = re.compile(_CELL.format(**said))
    found = list(re.finditer(_ROW.format(**said), text))
    odd = sum(not _is_row(m, each) for m in found)
    if len(found) != count or count - odd < _LEAST or odd * _ODD > count:
        return text
    pieces, at = [], 0
    for m in found:
        goes_on = at > 0 and not text[at : m.start()].strip()
        pieces += [*([] if goes_on or not at else ["</table>"]), text[at : m.start()]]
        pieces += [*([] if goes_on else ["<table>"]), _written(m, each)]
        at = m.end()
    return "".join([*pieces, "</table>", text[at:]])


def _written(row: re.Match[str], each: re.Pattern[str]) -> str:
    """The cells of a row as rows of a long table, each on the line on which its cell begins."""
    label, made = row["said"][1:-1], "\n" * row[0].count("\n", 0, row.start("cells") - row.start())
    for cell in each.finditer(row["cells"]):
        breaks = "\n" * cell["before"].count("\n")
        text = cell["text"] or ""
        column = cell["column"][1:-1].strip() or (_UNNAMED if text.strip() else "")
        made += f"{breaks}<tr><td>{label}</td><td>{column}</td><td>{text}</td></tr>"
    return made + "\n" * (row[0].count("\n") - made.count("\n"))


def _is_row(row: re.Match[str], each: re.Pattern[str]) -> bool:
    """Whether words name it and its columns, each another one, and its cells hold nothing but figures or signs for none."""
    cells = list(each.finditer(row["cells"]))
    names = [cell["column"][1:-1].strip() for cell in cells]
    texts = [(cell["text"] or "").strip() for cell in cells]
    return (
        all(map(_HAN.search, [row["said"], *names]))
        and len({*names}) == len(names)
        and all(not text or text in EMPTY_WORDS or looks_like_figure(text) for text in texts)
    )
