r"""Marks of a program that wrote a text into something else: ``\n`` as two characters, ``1\.``, ``&nbsp;``, ``%20``.

They are turned back before anything else reads the text. Every line keeps the number it has in the file. What the marks
stood for decides nothing here.
"""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

from assets.extract.formats.blocks import without_tags
from assets.extract.formats.wholecharacters import whole_characters

# So many written-out line breaks on one line are those of a whole text in a string.
_LEAST_BREAKS = 5
_BREAK = re.compile(r"(?:\\{1,4}r)?\\{1,4}n")
# A string's end, the name of the next, and its start.
_FIELD = re.compile(r'(?<!\\)"\s*[:,]\s*"?|^\s*[\[{]+\s*"|"\s*[\]}]+,?\s*$')
# Rows of cells as a program prints them, one or a whole table on the line: line breaks are those within their cells.
_CELLS = r"\[(?:(?:'(?:[^'\\]|\\.)*+'|\"(?:[^\"\\]|\\.)*+\"|None|null|[\d.]++)(?:, ?)?)++\]"
_ROW = re.compile(rf"\s*\[?{_CELLS}(?:, ?{_CELLS})*+\]?,?\s*")
_UNICODE = re.compile(r"\\{1,4}u([0-9a-fA-F]{4})")
_LETTER = re.compile(r"\\{1,4}([rt\"/])")
_LETTERS = {"t": "\t", "r": ""}
# So many characters by their numbers are those of a text that was written in ASCII.
# So many ``%20`` are those of a text that was made an address; so often may an entity be one of another.
_LEAST_PERCENTS, _MOST_ESCAPED = 20, 3
# A row of LaTeX ends with two of them, and a length may follow.
_MARKDOWN = re.compile(r"\\([-+.#_()\]<>~`!/])|(?<!\\)\\([\[*])")
# A character as man writes it.
_ROFF = re.compile(r"\\\[u(?!D[89A-F])([0-9A-F]{4,5})\]")
_GAP = re.compile(r"( {2,})")
# A character by its number; those of ASCII may be marks of a page, and are read with it.
_NUMBERED = re.compile(r"&(?:amp;){0,2}#(?:0{0,3}([1-9][0-9]{2,5})|[xX]0{0,3}([1-9a-fA-F][0-9a-fA-F]{1,4}));")
_FIRST_NUMBERED, _LINE_ENDS = 0xA0, (0x2028, 0x2029)
# A text in which a character stands as its number of ten, as RTF has it.
_OF_TEN = "{\\rtf"
# A row of a table whose tags were escaped, too.
_ESCAPED_ROW = re.compile(r"(?:&(?:amp;){0,2}lt;|\\{1,4}[ux](?:00)?3c)\\{0,4}/t[rd]\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{2,5}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});")


def with_characters(text: str) -> str:
    """The text with characters for their numbers, in tables and out of them; no tag and no line break comes of one."""
    if "#" in text and _NUMBERED.search(text):
        text = _NUMBERED.sub(_numbered, text)
    if "\\u" in text and _OF_TEN not in text:
        # the marks of a page may be read before the strings in which it stands
        text = whole_characters(_UNICODE.sub(_of_string, text))
    return text


def _numbered(found: re.Match[str]) -> str:
    code = int(found[1]) if found[1] else int(found[2], 16)
    return whole_characters(chr(code)) if _is_no_mark(code) else found[0]


def _of_string(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return chr(code) if _is_no_mark(code) else found[0]


def _is_no_mark(code: int) -> bool:
    return code >= _FIRST_NUMBERED and code not in _LINE_ENDS


def unescape(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines without such marks, and the number of each in the text; None where no line was cut."""
    lines = _without_percents(lines)
    text = "\n".join(lines)
    if "\\" not in text and "&" not in text:
        return lines, None
    count = len(lines)
    is_page = any(_ESCAPED_ROW.search(line) for line in lines if "/t" in line)
    out: list[str] = []
    numbers: list[int] = []
    for number, line in enumerate(lines, 1):
        pieces = _written_out(_of_roff(line)) if "\\" in line else [line]
        out += [_without_entities(p) if "&" in p and "<t" not in p else p for p in pieces]
        numbers += [number] * len(pieces)
    if is_page:
        out, again = without_tags(out)
        numbers = [numbers[number - 1] for number in again] if again is not None else numbers
    return out, numbers if len(out) != count or is_page else None


def _of_roff(line: str) -> str:
    return _ROFF.sub(lambda found: chr(int(found[1], 16)), line) if "\\[u" in line else line


def _written_out(line: str) -> list[str]:
    text = whole_characters(_UNICODE.sub(lambda found: chr(int(found[1], 16)), line))
    if len(_BREAK.findall(text)) < _LEAST_BREAKS or _ROW.fullmatch(text):
        return [_in_place(line)]
    fields = [field for field in _FIELD.split(text) if field]
    pieces = [piece for field in fields for piece in _BREAK.split(field)]
    return [_LETTER.sub(lambda found: _LETTERS.get(found[1], found[1]), piece) for piece in pieces]


def _in_place(line: str) -> str:
    """The line without backslashes; the gap behind each takes up its place, so that columns stay where they are."""
    pieces = _GAP.split(line)
    for index in range(0, len(pieces), 2):
        bare = _MARKDOWN.sub(r"\1\2", pieces[index])
        if index + 1 < len(pieces):
            pieces[index + 1] += " " * (len(pieces[index]) - len(bare))
        pieces[index] = bare
    return "".join(pieces)


def _without_percents(lines: list[str]) -> list[str]:
    """The lines as they were before spaces became ``%20``, where many did and none is left beside them."""
    coded = [line for line in lines if "%20" in line]
    if sum(line.count("%20") for line in coded) < _LEAST_PERCENTS or any(" " in line for line in coded):
        return lines
    return [" ".join(unquote(line).split("\n")) if "%20" in line else line for line in lines]


def _without_entities(line: str) -> str:
    """The line with characters for their names; what was escaped twice is turned back twice."""
    for _ in range(_MOST_ESCAPED):
        before, line = line, _ENTITY.sub(_char, line)
        if line == before or "&" not in line:
            break
    return line


def _char(found: re.Match[str]) -> str:
    return " ".join(html.unescape(found[0]).split("\n"))  # a line stays one
