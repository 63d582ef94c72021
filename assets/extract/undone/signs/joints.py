"""The sign that stands between cells (` │ `, ` & `, `~`, ` :: `), told by what it does in a text, and the fields that it parts.

It is set alike between label and figure and between figure and figure, on many lines, and leaves as many fields behind the label
again and again. A sign that may be a figure's own is none. One that reports also print for a cell without a figure (`-`, `/`, `~`)
parts cells only where it cannot be one itself: with a space on both sides, or where two of it never meet. Does not belong
here: which lines are of a table (rarecells.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from assets.extract.numbers import looks_like_figure, parse_figure
from assets.extract.readers.drawn.boxblocks import CORNERS

# So many lines have it, with so many fields behind the label.
LEAST_LINES, _LEAST_FIELDS = 8, 4
# So many rows with blank cells are no chance, and no row with a label has so many.
_LEAST_BLANK, _MOST_OF_ROWS = 3, 9
# Lines with a bar between two others that a break cut apart.
_MOST_BROKEN = 0.1
_GAP = "[ \u3000\u00a0]"
# Signs of figures, sentences and brackets, and those that other readers know.
_OTHERS = r"\w\s.,，、。:：;|｜+%()（）<>\"'“”‘’《》〈〉\[\]【】{}〔〕…"
_SIGN = re.compile(f"[^{_OTHERS}]")
# Several together, which may be those of others.
_SIGNS = r"[-~*/\\:|<>=#&^@$!+·•—─═│]{2,5}"
_BEFORE_FIGURE = re.compile(rf"({_SIGNS}|[^{_OTHERS}])({_GAP}?){_GAP}*+(?=[0-9])")
_RIGHT_BEFORE = re.compile(rf"([^\w\s]|_){_GAP}*+[0-9]")
_BEHIND_GAP = re.compile(_GAP)
_WALLS, _CORNER = "│┃║", re.compile(f"[{re.escape(CORNERS[1:])}]")
# What may touch its cells though it is printed for a cell without a figure, too.
_MAY_TOUCH = "~·*"
# Rows of LaTeX, whose table says nowhere that it is one, end so.
_ROW_END = re.compile(r"(?<=\S)\s*+\\\\(?:\[[^\]]{0,20}\])?(?:\s*+\\(?:hline|[a-z]{1,12}rule))?\s*+$")
_WORD = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True)
class Joint:
    """A sign between cells, and whether a space stands on both sides of it."""

    sign: str
    spaced: bool

    @cached_property
    def may_be_a_cell(self) -> bool:
        """Whether reports print the sign for a cell without a figure."""
        return parse_figure(self.sign).status == "not_applicable"

    @cached_property
    def _apart(self) -> re.Pattern[str]:
        sign = re.escape(self.sign)
        if not self.spaced:
            return re.compile(sign if self.may_be_a_cell else f" ?{sign} ?")
        if self.may_be_a_cell:
            return re.compile(f"{_GAP}{sign}{_GAP}")
        return re.compile(f"(?:(?<={_GAP})|^){sign}(?={_GAP}|$)")

    def fields(self, line: str) -> list[str]:
        """The fields of a line, without the spaces about them; blank ones keep their place."""
        if self.sign == "&":
            line = _ROW_END.sub("", line)
        if self.spaced and self.may_be_a_cell:  # the space before the first, and behind the last, may be gone
            line = line.rstrip("\r")
            line = f" {line}" if line.startswith(self.sign) else line
            line = f"{line} " if line.endswith(self.sign) else line
        return [field.strip() for field in self._apart.split(line)]

    def is_certain(self, fields: list[str], width: int, *, blanks_are_seen: bool) -> bool:
        """Whether the sign is none of the fields, as which it may be printed, and none of them is lost.

        `width` is how many fields rows have in which all is plain; `blanks_are_seen` tells that blank cells keep their spaces.
        """
        if not self.may_be_a_cell:
            return True
        behind = fields_behind_words(fields)
        if not self.spaced and blanks_are_seen and len(behind) == width:
            return True
        if not self.spaced:  # two that meet are a blank cell, or one of three is a cell
            return all(behind) or (not any(behind) and (len(behind) == width or is_header(fields)))
        if any(self.sign in field.split() for field in fields if field != self.sign):
            return False
        return self.sign not in fields or blanks_are_seen or len(behind) == width


def is_header(fields: list[str]) -> bool:
    """Whether several fields have words, and none a figure."""
    written = [field for field in fields if field]
    return len(written) > 1 and not any(map(looks_like_figure, written))


def fields_behind_words(fields: list[str]) -> list[str]:
    """What stands behind the last words before the first figure: figures, blank cells, and what is said in place of one."""
    first = next((at for at, field in enumerate(fields) if field and looks_like_figure(field)), len(fields))
    words = [at for at, field in enumerate(fields[:first]) if field]
    return fields[words[-1] + 1 :] if words else fields


def keep_their_places(rows: Iterable[list[str]], width: int) -> bool:
    """Whether blank cells between signs that touch them are all there: no row has another number of fields for them.

    Were the sign a cell, too, rows that have it would be longer than others, and were blank cells left out, shorter.
    """
    behind = [fields_behind_words(fields) for fields in rows if _has_figure(fields)]
    of_labels = [fields for fields in behind if _LEAST_FIELDS <= len(fields) <= _MOST_OF_ROWS]
    blank = sum(not all(fields) for fields in of_labels)
    return blank >= _LEAST_BLANK and all(len(fields) == width for fields in of_labels)


def _of_width(rows: Iterable[list[str]], width: int) -> int:
    return sum(_has_figure(fields) and len(fields_behind_words(fields)) == width for fields in rows)


def _has_figure(fields: list[str]) -> bool:
    return any(map(looks_like_figure, fields))


def joints(lines: list[str]) -> list[tuple[Joint, int]]:
    """The signs that part cells, the one on most lines first, each with the number of fields that most rows have behind words."""
    text = "\n".join(lines)
    # each line that counts has the sign right before a figure
    before = Counter(_RIGHT_BEFORE.findall(text))
    often = {
        char
        for char, count in before.items()
        if count >= LEAST_LINES and text.count(char) >= LEAST_LINES * _LEAST_FIELDS
    }
    if not any(map(_SIGN.match, often)) and often.isdisjoint(":|<>+="):
        return []
    if _CORNER.search(text):  # walls of boxes; a plus is no proof
        often -= set(_WALLS)
    if not often:
        return []
    found: Counter[Joint] = Counter()
    for line in lines:
        if "\t" not in line and any(char in line for char in often):
            found.update(
                {
                    Joint(match[1], bool(match[2] and _BEHIND_GAP.match(line, match.start() - 1)))
                    for match in _BEFORE_FIGURE.finditer(line, 1)
                    if not often.isdisjoint(match[1])
                }
            )
    return [
        (joint, width)
        for joint, count in found.most_common()
        if count >= LEAST_LINES and _may_part(joint, lines) and (width := _usual_width(joint, lines))
    ]


def _may_part(joint: Joint, lines: list[str]) -> bool:
    if joint.may_be_a_cell and not joint.spaced and joint.sign not in _MAY_TOUCH:
        return False
    if "|" not in joint.sign:
        return True
    barred = [line for line in lines if "|" in line]
    single = sum(any(len(run) % 2 for run in re.findall(r"\|+", line)) for line in barred)
    return joint.sign == "||" and single <= _MOST_BROKEN * len(barred)


def _usual_width(joint: Joint, lines: list[str]) -> int:
    """How many fields most rows of words and figures have behind the words; 0 where there are too few such rows."""
    widths: Counter[int] = Counter()
    for line in lines:
        if joint.sign in line and "\t" not in line and _WORD.search(line):
            fields = joint.fields(line)
            behind = fields_behind_words(fields)
            label = fields[: len(fields) - len(behind)][-1:]
            # where a figure stands right behind the label, it is no sign that parts the two
            # of signs between spaces that are cells, four with a figure behind each would be more than a row has
            is_plain = all(behind) if joint.may_be_a_cell else any(behind)
            is_plain = is_plain and all(not field or looks_like_figure(field) for field in behind)
            if label and not label[0][-1].isdigit() and is_plain and joint.sign not in behind:
                widths[len(behind)] += 1
    width, count = max(
        ((width, count) for width, count in widths.items() if width >= _LEAST_FIELDS),
        key=lambda found: found[1],
        default=(0, 0),
    )
    if count >= LEAST_LINES:
        return width
    if joint.may_be_a_cell and not joint.spaced:
        rows = [joint.fields(line) for line in lines if joint.sign in line and _WORD.search(line)]
        width = max((len(fields_behind_words(fields)) for fields in rows if _has_figure(fields)), default=0)
        return width if _of_width(rows, width) >= LEAST_LINES and keep_their_places(rows, width) else 0
    return 1 if "|" in joint.sign else 0  # bars that nowhere stand alone part no blank cells
