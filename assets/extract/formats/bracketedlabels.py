"""Rows written on a line each, the label in brackets, behind it every column's name with its figure: `【一、本年新收…】自然人：3；总计：3`.

Lines below each other with the same names in the same order are the rows of a table of a page; groups that stand before the label,
parted by a sign, are cells of their own. Every line keeps its number. Does not belong here: other lines of names and figures (keyed.py).
"""

from __future__ import annotations

import re
from html import escape

_ROW = re.compile(
    r"\s*(?:[-*•]\s+)?(?:\*\*)?(?:【(?P<a>[^【】]{2,200})】|\[(?P<b>[^\[\]]{2,200})\]|「(?P<c>[^「」]{2,200})」|〖(?P<d>[^〖〗]{2,200})〗)"
    r"(?:\*\*)?\s*[:：]?\s*(?P<said>[^\s:：=][^:：=]{0,30}[:：=].*)"
)
_JOINT = re.compile(r"\s*[；;，,、|]\s*(?=[\u3400-\u9fff][^:：=；;，,、|]{0,30}[:：=])")
_PAIR = re.compile(
    r"(?P<name>[\u3400-\u9fff][^:：=]{0,30}?)\s*[:：=][ \t]*(?P<figure>.{0,80}?)\s*[；;。]?\s*"
)
_PATH = re.compile(r"\s+[-–—]\s+|\s*(?:→|->|＞|>|»|/|｜|\|)\s*(?=[（(一-龥0-9])")
_NUMBERED = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十]{1,2}[）)、]|[0-9]{1,2}[.、．)])")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LEAST_ROWS, _LEAST_NAMES = 3, 2

# (number of the line, the groups and the label, names, figures)
_Row = tuple[int, list[str], list[str], list[str]]


def with_rows_of_labels(lines: list[str]) -> list[str]:
    """The lines, with rows of a page for such lines."""
    runs: list[list[_Row]] = []
    for number, line in enumerate(lines):
        row = _row(number, line) if line.lstrip(" \t\u3000-*•")[:1] in set("【[「〖") else None
        if row is None:
            continue
        is_next = bool(runs) and not any(map(str.strip, lines[runs[-1][-1][0] + 1 : number]))
        if is_next and runs[-1][-1][2] == row[2]:
            runs[-1].append(row)
        else:
            runs.append([row])
    found = lines
    for run in runs:
        if len(run) >= _LEAST_ROWS:
            found = list(lines) if found is lines else found
            _write(run, found)
    return found


def _row(number: int, line: str) -> _Row | None:
    row = _ROW.fullmatch(line)
    if row is None:
        return None
    label = next(row[name] for name in "abcd" if row[name])
    pairs = [_PAIR.fullmatch(piece) for piece in _JOINT.split(row["said"])]
    told = [(pair["name"].strip(), pair["figure"].strip()) for pair in pairs if pair]
    names = [name for name, _ in told]
    if len(told) != len(pairs) or len(told) < _LEAST_NAMES or len(set(names)) != len(names):
        return None
    if not _HAN.search(label):
        return None
    return number, _path(label), names, [figure for _, figure in told]


def _path(label: str) -> list[str]:
    """The groups and the label; a sign that no number follows may be one of the label's own."""
    parts = _PATH.split(label.strip())
    return parts if all(map(_NUMBERED.match, parts)) else [label.strip()]


def _write(run: list[_Row], found: list[str]) -> None:
    depth = max(len(path) for _, path, _, _ in run)
    for n in range(run[0][0], run[-1][0] + 1):
        found[n] = ""
    names = "".join(f"<td>{escape(name, quote=False)}</td>" for name in run[0][2])
    for number, path, _, figures in run:
        cells = [f"<td>{escape(part, quote=False)}</td>" for part in path[:-1]]
        width = depth - len(path) + 1
        cells.append(f'<td colspan="{width}">{escape(path[-1], quote=False)}</td>')
        cells += [f"<td>{escape(figure, quote=False)}</td>" for figure in figures]
        found[number] = f"<tr>{''.join(cells)}</tr>"
    first = run[0][0]
    found[first] = f'<table><tr><td colspan="{depth}"></td>{names}</tr>{found[first]}'
    found[run[-1][0]] += "</table>"
