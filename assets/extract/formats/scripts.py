"""Pages that hold their article in a script, as a string of HTML which a program would show (`{"content": "<table>…"}`).

Where a page has no table outside its scripts, the strings of a script with one take the script's place, one below the other; each
keeps the number of its line. Does not belong here: tags and what is hidden (blocks.py), escapes outside of scripts (escapes.py).
"""

from __future__ import annotations

import re

from assets.extract.formats.wholecharacters import whole_characters

_OPEN, _CLOSE = re.compile(r"<script\b[^<>]{0,2000}>", re.IGNORECASE), re.compile(r"</script", re.IGNORECASE)
_STRING = re.compile(r"\"((?:[^\"\\]++|\\.?)*+)(?:\"|$)|'((?:[^'\\]++|\\.?)*+)(?:'|$)")
_CELL = re.compile(r"(?:<|\\u003c|\\x3c)t[dh]\b", re.IGNORECASE)
_LEAST_CELLS = 20
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))")
_ESCAPED = {"n": "\n", "r": "", "t": "\t"}
_WORDS = re.compile("[\u3400-\u9fff]")


def out_of_scripts(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines with such strings in the place of their scripts, and the number of each; None where there are none."""
    text = "\n".join(lines)
    if "<script" not in text and "<SCRIPT" not in text:
        return lines, None
    pieces: list[str] = []
    scripts: list[tuple[int, str]] = []
    at = 0
    while opened := _OPEN.search(text, at):
        closed = _CLOSE.search(text, opened.end())
        stop = closed.start() if closed else len(text)
        pieces += [text[at : opened.start()], text[opened.end() : stop]]
        scripts.append((len(pieces) - 1, text[opened.start() : stop]))
        at = stop
    pieces.append(text[at:])
    if any(_CELL.search(piece) for piece in pieces[::2]):
        return lines, None
    holding = [index for index, script in scripts if sum(1 for _ in _CELL.finditer(script)) >= _LEAST_CELLS]
    if not holding:
        return lines, None
    out: list[str] = []
    numbers: list[int] = []
    line = 1
    for index, piece in enumerate(pieces):
        if index in holding:
            for number, code in enumerate(piece.split("\n"), line):
                for found in _STRING.finditer(code):
                    held = _plain(found[1] or found[2] or "").split("\n")
                    if any(map(_WORDS.search, held)):
                        out += held
                        numbers += [number] * len(held)
        elif index % 2 == 0:
            shown = piece.removeprefix("</script>").split("\n")
            out += shown
            numbers += range(line, line + len(shown))
        line += piece.count("\n")
    return out, numbers


def _plain(string: str) -> str:
    return whole_characters(_ESCAPE.sub(_escaped, string)) if "\\" in string else string


def _escaped(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _ESCAPED.get(found[3], found[3])
