"""Documents of JSON that list the blocks of a text as pandoc knows them: paragraphs, tables, and what stands in their cells.

`{"pandoc-api-version": …, "blocks": [{"t": "Para", "c": [{"t": "Str", "c": "规章"}]}, {"t": "Table", …}]}`, or in the older way
`[{"unMeta": {}}, […]]`. Paragraphs become lines, tables those of a page, with their merged cells. Does not belong here: lists and records
that hold figures (lists.py, nestedrecords.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from assets.extract.formats.nestedrecords import Value, parsed, tokens_of

_SIGNS = ('"pandoc-api-version"', '"unMeta"')
_KIND = re.compile(r'"t"\s*:\s*"(?:Para|Plain)"')
_DEEPEST = 400
_AROUND = {"Strikeout": "del", "Superscript": "sup", "Subscript": "sub"}
# What stands between the words of a block that are none.
_BETWEEN = {"Space": " ", "SoftBreak": "\n", "LineBreak": "\n"}
# What holds more, and how many things are said of it before that.
_HOLDS = {
    **dict.fromkeys(("Emph", "Strong", "Underline", "SmallCaps"), 0),
    **dict.fromkeys(("Span", "Link", "Quoted", "Cite"), 1),
}
_TEXTS = ("Code", "Math")
_QUOTES = {"DoubleQuote": "“”", "SingleQuote": "‘’"}


# The number of the line that a line was made of, and the line.
_Lines = list[tuple[int, str]]


def with_blocks_as_page(text: str) -> tuple[str, list[int] | None]:
    """The text of such a document and the number of each of its lines; the text as it is and None where there is none."""
    if not any(sign in text for sign in _SIGNS) or text.lstrip("\ufeff \t\r\n")[:1] not in ("{", "["):
        return text, None
    if not _KIND.search(text):
        return text, None
    lines = text.lstrip("\ufeff").split("\n")
    start = next(n for n, line in enumerate(lines) if line.strip())
    document = parsed(tokens_of(lines, start), deepest=_DEEPEST)
    blocks = _blocks_of(document) if document is not None else None
    if blocks is None:
        return text, None
    page: _Lines = []
    try:
        for block in blocks:
            _write(block, page)
    except (IndexError, ValueError, RecursionError):  # blocks of another make
        return text, None
    return "\n".join(line for _, line in page), [number for number, _ in page]


def _blocks_of(document: Value) -> list[Value] | None:
    found = document if not document.is_record else _named(document, "blocks")
    if not document.is_record:
        inner = [value for _, value in document.inner]
        found = inner[1] if len(inner) == 2 and _named(inner[0], "unMeta") is not None else None
    return _all(found) if found is not None and found.text is None else None


def _named(record: Value, name: str) -> Value | None:
    return next((value for key, value in record.inner if key == name), None) if record.is_record else None


def _all(value: Value) -> list[Value]:
    return [inner for _, inner in value.inner]


def _kind(value: Value) -> tuple[str, Value]:
    kind, content = _named(value, "t"), _named(value, "c")
    if kind is None or kind.text is None:
        raise ValueError
    return kind.text, content if content is not None else Value(value.line)


def _write(block: Value, page: _Lines) -> None:
    """Write a block that stands in no table."""
    kind, content = _kind(block)
    if kind == "Table":
        page += _table(block.line, content)
    elif kind in ("Para", "Plain", "Header"):
        words = _words(_all(content)[2] if kind == "Header" else content)
        page += [(block.line, line) for line in words.split("\n")]
    elif kind == "LineBlock":
        for line in _all(content):
            page.append((line.line, _words(line)))
    elif kind in ("CodeBlock", "RawBlock"):
        page += [(block.line, line) for line in (_all(content)[-1].text or "").split("\n")]
    else:
        for inner in _within(kind, content):
            _write(inner, page)
        return
    page.append((page[-1][0] if page else block.line, ""))


def _within(kind: str, content: Value) -> list[Value]:
    """The blocks that a block holds."""
    if kind == "BlockQuote":
        return _all(content)
    if kind in ("Div", "Figure"):
        return _all(_all(content)[-1])
    if kind == "BulletList":
        return [block for item in _all(content) for block in _all(item)]
    if kind == "OrderedList":
        return [block for item in _all(_all(content)[1]) for block in _all(item)]
    if kind == "DefinitionList":
        return [
            block
            for item in _all(content)
            for block in [_paragraph(_all(item)[0]), *(b for d in _all(_all(item)[1]) for b in _all(d))]
        ]
    return []


def _paragraph(words: Value) -> Value:
    return Value(words.line, is_record=True, inner=[("t", Value(words.line, "Plain")), ("c", words)])


def _words(content: Value, written: Callable[[str], str] = str) -> str:
    """The words of a paragraph; `written` is how their letters are to be written."""
    found = []
    for inline in _all(content):
        kind, inner = _kind(inline)
        if kind == "Str":
            found.append(written(inner.text or ""))
        elif kind in _BETWEEN:
            found.append(_BETWEEN[kind])
        elif kind in _AROUND:
            found.append(f"<{_AROUND[kind]}>{_words(inner, written)}</{_AROUND[kind]}>")
        elif kind in _TEXTS:
            found.append(written(_all(inner)[-1].text or ""))
        elif kind in _HOLDS:
            said = _all(inner)
            words = _words(said[_HOLDS[kind]] if _HOLDS[kind] else inner, written)
            marks = _QUOTES.get(_kind(said[0])[0], "  ") if kind == "Quoted" else ""
            found.append(f"{marks[0]}{words}{marks[1]}" if marks else words)
    return "".join(found)


def _table(number: int, content: Value) -> _Lines:
    """The lines of a table of a page, a cell each."""
    parts = _all(content)
    if len(parts) == 5:  # as pandoc had it once: caption, sides, widths, header, rows
        rows = [parts[3], *_all(parts[4])] if any(_all(c) for c in _all(parts[3])) else _all(parts[4])
        made = [(row.line, [(c.line, 1, 1, _all(c)) for c in _all(row)]) for row in rows]
    else:
        _, _, _, head, bodies, foot = parts
        rows = _all(_all(head)[1])
        for body in _all(bodies):
            rows += _all(_all(body)[2]) + _all(_all(body)[3])
        rows += _all(_all(foot)[1])
        made = [(row.line, [_cell(c) for c in _all(_all(row)[1])]) for row in rows]
    out = [(number, "<table>")]
    for line, cells in made:
        out.append((line, "<tr>"))
        for at, height, width, blocks in cells:
            out.append((at, f'<td rowspan="{height}" colspan="{width}">'))
            out += [written for block in blocks for written in _in_cell(block, len(blocks) > 1)]
            out[-1] = (out[-1][0], out[-1][1] + "</td>")
        out.append((out[-1][0], "</tr>"))
    return [*_joined(out), (out[-1][0], "</table>")]


def _joined(pieces: _Lines) -> _Lines:
    """The pieces, the words of a cell on the line of the mark that opens it."""
    out: _Lines = []
    for number, piece in pieces:
        if out and out[-1][1].startswith("<td") and not piece.startswith("<t"):
            out[-1] = (out[-1][0], out[-1][1] + piece)
        else:
            out.append((number, piece))
    return out


def _cell(value: Value) -> tuple[int, int, int, list[Value]]:
    _, _, height, width, blocks = _all(value)
    return value.line, int(height.text or 1), int(width.text or 1), _all(blocks)


def _in_cell(block: Value, of_several: bool) -> _Lines:
    """What a block is in a cell of a page, which may hold tables."""
    kind, content = _kind(block)
    if kind == "Table":
        return _table(block.line, content)
    if kind in ("Para", "Plain", "Header"):
        words = _words(_all(content)[2] if kind == "Header" else content, lambda t: escape(t, quote=False))
        words = words.replace("\n", "<br/>")
        return [(block.line, f"<p>{words}</p>" if of_several else words)]
    if kind == "LineBlock":
        return [piece for line in _all(content) for piece in _in_cell(_paragraph(line), True)]
    if kind == "CodeBlock":
        return [(block.line, escape(_all(content)[-1].text or "", quote=False).replace("\n", "<br/>"))]
    return [piece for inner in _within(kind, content) for piece in _in_cell(inner, True)]
