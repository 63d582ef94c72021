"""Space and readings that a program added all over a text: an indent, a blank line behind every line, pinyin, marks of no width.

They are taken off where the whole text has them. Does not belong here: figures on every line (everyline.py), marks of
quoting and tags (marks.py).
"""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from assets.extract.undone.frames.drawnblanks import with_columns_of_marks
from assets.extract.undone.spaces.barecells import bare_cells

# Characters that show nothing; the two that join and part letters of other scripts stay behind such letters. LaTeX has
# a space of no width, too.
_NO_WIDTH = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]"
    "(?<![\u0590-\u109f\u1780-\u18af\u2600-\u27bf\ufe0f\U0001f000-\U0001faff][\u200c\u200d])"
)
_NO_SPACE = re.compile(r"\\hspace\*?\{0(?:pt|em|ex|cm|mm)\}")
_PINYIN = re.compile(
    r"(?<=[\u3400-\u9fff])[(（\[][ ]?[a-zA-Züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿêɡ][a-zA-Z1-5üāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿêɡ '·-]{0,200}[)）\]]"
)
_LEAST_PINYIN = 40
# A syllable of pinyin, as pages gloss single characters: with its tone it is nothing else, without it only beside such.
_TONES = "[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ\u0300-\u030c]"
_TONED = re.compile(
    rf"(?<=[\u3400-\u9fff])[(（](?=[^)）]{{0,8}}{_TONES})(?:[a-zü\u0261]|{_TONES}){{1,9}}[)）]"
)
_SYLLABLE = re.compile(rf"(?<=[\u3400-\u9fff])[(（](?:[a-zü\u0261]|{_TONES}){{1,6}}[)）]")
_TONE = re.compile(_TONES)
_NEXT_GAP = re.compile(r" {2,}")
_GAP = re.compile(r"\S {2,}\S")
_LEAST_LINES, _LEAST_SHARE, _LEAST_INDENTED = 20, 0.98, 0.9
# So many lines of a source are indented by several tabs where only the smallest table stands.
_LEAST_TABBED = 10
# Lines that have cells, a space that is one's only text among them: words with a blank line behind each are read as they stand.
_BAR, _MARK, _SEPARATOR = re.compile("^\t|[|｜│┌├└]|^\u00a0+$"), re.compile('[,;"]'), re.compile("[,;]")


def without_marks_of_no_width(text: str) -> str:
    """The text without them; line breaks stay."""
    if "\\hspace" in text:
        text = _NO_SPACE.sub("", text)
    if text.isascii():
        return text
    return _NO_WIDTH.sub("", with_columns_of_marks(text, _NO_WIDTH))


def without_indent(lines: list[str]) -> list[str]:
    """The lines without the white space that all written ones begin with."""
    if not all(line.startswith((" ", "\t")) for line in lines if line.strip()):
        return lines
    written = [line for line in lines if line.strip()]
    if len(written) < _LEAST_LINES:
        return lines
    indents = [line[: len(line) - len(line.lstrip(" \t"))] for line in written]
    first, last = min(indents), max(indents)  # what these share is shared by all between
    shared = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))))
    return [line[shared:] for line in lines] if shared else lines


def without_tabs_of_source(lines: list[str]) -> list[str]:
    """The lines without tabs around their texts, where these can only be those that a page's source was indented with.

    Then no tab stands between two texts, and nearly all lines that begin with one begin with several.
    """
    tabbed = [line.strip(" \r") for line in lines if "\t" in line]
    begun = [line for line in tabbed if line[:1] == "\t" and line.strip()]
    several = len([line for line in begun if line[:2] == "\t\t"])
    if several < max(_LEAST_TABBED, _LEAST_INDENTED * len(begun)) or any(
        "\t" in line.strip() for line in tabbed
    ):
        return lines
    return [line.strip("\t \r") if "\t" in line else line for line in lines]


def without_pinyin(lines: list[str]) -> list[str]:
    """The lines without readings in brackets behind characters; where columns are set by spaces, these fill their place."""
    whole = "".join(lines)
    if _TONE.search(whole) and _TONED.search(whole):
        lines = [_without_syllables(line) if "(" in line or "（" in line else line for line in lines]
    if sum(map(whole.count, "(（[")) < _LEAST_PINYIN:
        return lines
    if (
        sum(len(_PINYIN.findall(line)) for line in lines if "(" in line or "（" in line or "[" in line)
        < _LEAST_PINYIN
    ):
        return lines
    return [
        _PINYIN.sub(lambda found: " " * len(found[0]), line) if _GAP.search(line) else _PINYIN.sub("", line)
        for line in lines
    ]


def _without_syllables(line: str) -> str:
    """The line without syllables of pinyin; the next gap of spaces grows by what is left out, so that columns stay in place."""
    if not _GAP.search(line):
        return _SYLLABLE.sub("", line)
    kept, at, left_out = [], 0, 0
    for found in re.finditer(rf"{_SYLLABLE.pattern}|{_NEXT_GAP.pattern}", line):
        kept.append(line[at : found.start()])
        at = found.end()
        if found[0].isspace():
            kept.append(found[0] + " " * left_out)
            left_out = 0
        else:
            left_out += len(found[0])
    return "".join([*kept, line[at:]])


def without_double_spacing(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines without blank ones between all lines of cells; the number of each, None if all are left."""
    if lines.count("") < _LEAST_LINES:
        return lines, None
    cells = [i for i, line in enumerate(lines) if line and (line[0] == "\t" or _is_of_cells(line))]
    gaps = [(a, b) for a, b in pairwise(cells) if b == a + 1 or not any(lines[a + 1 : b])]
    bare = bare_cells(lines, gaps)
    gaps = [(a, b) for a, b in gaps if lines[a] not in bare]
    if len(gaps) < _LEAST_LINES or sum(b > a + 1 for a, b in gaps) < _LEAST_SHARE * len(gaps):
        return lines, None
    # where most rows begin with a line that is none of cells, blank lines tell its rows (copied.py)
    written, of_cells = [i for i, line in enumerate(lines) if line], set(cells)
    if sum(b in of_cells and a not in of_cells and b > a + 1 for a, b in pairwise(written)) >= _LEAST_LINES:
        return lines, None
    least = min(b - a - 1 for a, b in gaps if b > a + 1)
    gone = {a + 1 + n for a, b in gaps if b > a + 1 for n in range(least)}
    kept = [i for i in range(len(lines)) if i not in gone]
    return [lines[i] for i in kept], [i + 1 for i in kept]


def _is_of_cells(line: str) -> bool:
    if _BAR.search(line):
        return True
    mark = _MARK.search(line)
    return mark is not None and "  " not in line and _SEPARATOR.search(line, mark.end()) is not None
