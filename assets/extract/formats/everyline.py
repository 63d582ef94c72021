"""What a program printed before or behind every line of a text: its number, its place on the page, how sure it was.

Such a figure is none of the report, and is taken off where nearly all lines have one. Every line keeps its number. Does not
belong here: marks of quoting, tags, bars (marks.py), lines cut up (escapes.py, unfold.py), tables of such figures (tablescores.py).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable

from assets.extract.formats.tablescores import without_scores

# So many lines, and so large a share of the written ones, have what all have.
_LEAST_LINES, _LEAST_SHARE = 20, 0.9
# A number before a bar, or before one other mark.
_NUMBERS = (
    re.compile(r"[ \u3000]*([0-9]{1,6})[ ]*[|│┃](?: |$)"),
    re.compile(r"[ \u3000]*([0-9]{1,6})(?:[.)] ?|[:→\t -]|$)"),
)
# A number before a line of a stretch, what stands behind each, and the number of a heading or a label behind that.
_NUMBER = re.compile(r"[ \u3000]*([0-9]{1,6})(?![0-9])")
_MARKS = (": ", ". ", "  ", " ")
# A number behind a line, set apart by a space or a tab, in brackets, behind a bar or two strokes.
_NUMBER_BEHIND = re.compile(r"(?:^|[ \t]{1,8})(?:[(\[|]|// ?)?([0-9]{1,6})[)\]]?$")
_OWN_NUMBER, _LEAST_OWN = re.compile(r"[:.]?\s*[（(]?(?:[一二三四五六七]|[1-9])[）)、.．](?!\d)"), 3
# How sure a program was of the letters it saw: 0.98, (98%), 1.0.
_SURE = r"(?:0?\.[0-9]{1,8}|1\.0{1,8}|0\.[0-9]{1,8}|[0-9]{1,3}(?:\.[0-9]{1,4})?%)"
_SURE_BEHIND = re.compile(rf"(.*[^\s|,;])[ \t|,;]++[(（\[]?{_SURE}[)）\]]?\s*+")
_SURE_ALONE = re.compile(rf"\s*[(（\[]?{_SURE}[)）\]]?\s*")
_SIGNS_OF_SURE = ".%"
# A piece of text with the corners of its box, as tuples or lists; a string by its name among those of its place.
_IN_BOX = re.compile(
    r"\s*+\[?\[\[\[?[-0-9., \[\]]+\][,\s]+[(\[]\s*+(?:'(.*)'|\"(.*)\"),\s*+[0-9.]++[)\]]\s*+\]*+,?\s*+"
)
_NAMED = re.compile(
    r"\s*\{?\s*[\"'](?:words|text|content|DetectedText|transcription)[\"']\s*:\s*[\"'](.*)[\"']\s*\}?,?\s*"
)
_OF_PLACE = re.compile(
    r"[\s{}\[\],]*+(?:[\"']\w{1,30}[\"']\s*+:\s*+(?:[\[{]|-?[0-9.]++|true|false|null|[\"'][\w.-]*+[\"'])?[\s{}\[\],]*+)*+"
)
# A line as a string of a list of lines (notebooks hold their texts so), and what stands around such lists.
_STRING = re.compile(r"\s*(\"(?:[^\"\\]++|\\.)*+\"),?\s*")
# A line as the only field of a record, as programs write tables of one column.
_FIELD, _FIELDS = re.compile(r'\s*+"(.+)",*+\s*+'), re.compile(r'",\s?"')
_AROUND_STRINGS = re.compile(r"\s*+(?:\"[^\"]{1,60}\"\s*+:.*|[\[\]{},\s]*+)")


def without_additions(lines: list[str]) -> list[str]:
    """The lines without their numbers, without what stands behind every one of them or on every second."""
    if len(lines) < _LEAST_LINES:
        return lines
    lines = _without_numbers_behind(_without_numbers(without_scores(lines)))
    lines = _out_of_fields(_out_of_strings(lines))
    written = [index for index, text in enumerate(map(str.strip, lines)) if text]
    for expression, signs in ((_IN_BOX, "["), (_SURE_BEHIND, _SIGNS_OF_SURE)):
        if found := _of_nearly_all(expression.fullmatch, lines, len(written), signs):
            return [
                next((text for text in match.groups() if text is not None), "") if match else line
                for match, line in zip(found, lines, strict=True)
            ]
    if all(_NAMED.fullmatch(line) or _OF_PLACE.fullmatch(line) for line in lines):
        named = [_NAMED.fullmatch(line) for line in lines]
        if sum(map(bool, named)) >= _LEAST_LINES:
            return [match[1] if match else "" for match in named]
    second = written[1::2]
    if sure := _of_nearly_all(
        _SURE_ALONE.fullmatch, [lines[index] for index in second], len(second), _SIGNS_OF_SURE
    ):
        drop = {index for index, match in zip(second, sure, strict=True) if match}
        return ["" if index in drop else line for index, line in enumerate(lines)]
    return lines


_Found = re.Match[str] | None


def _of_nearly_all(
    match: Callable[[str], _Found], lines: list[str], written: int, signs: str = ""
) -> list[_Found] | None:
    """What `match`, which no blank line does, finds in each line; None as soon as too many of the `written` have nothing.

    One of `signs`, if there are any, stands in whatever matches.
    """
    least = max(_LEAST_LINES, _LEAST_SHARE * written)
    if signs and sum(map("\n".join(lines).count, signs)) < least:
        return None
    may_lack = written - least
    found: list[_Found] = []
    for line in lines:
        found.append(match(line))
        may_lack -= found[-1] is None and bool(line.strip())
        if may_lack < 0:
            return None
    return found


def _written(lines: list[str]) -> int:
    """How many lines are not blank."""
    return sum(map(bool, map(str.strip, lines)))


def _out_of_strings(lines: list[str]) -> list[str]:
    """What the strings hold where nearly all of them end a line, and the lines between are those of JSON."""
    ends = len([line for line in lines if '\\n"' in line])
    if ends < _LEAST_LINES:
        return lines
    found = [_STRING.fullmatch(line) for line in lines]
    if ends < _LEAST_SHARE * sum(map(bool, found)) or not all(
        match or _AROUND_STRINGS.fullmatch(line) for match, line in zip(found, lines, strict=True)
    ):
        return lines
    return [_held(match[1]) if match else "" for match in found]


def _out_of_fields(lines: list[str]) -> list[str]:
    """What the fields hold where every line that is written is one."""
    found = _of_nearly_all(_FIELD.fullmatch, lines, _written(lines), '"')
    if found is None or any(
        _FIELDS.search(line) or (line.strip() and not match) for line, match in zip(lines, found, strict=True)
    ):
        return lines
    return [match[1].replace('""', '"') if match else "" for match in found]


def _held(string: str) -> str:
    try:
        return str(json.loads(string)).removesuffix("\n")
    except ValueError:  # escapes that JSON does not know
        return string


def _without_numbers(lines: list[str]) -> list[str]:
    """The lines without numbers that count them, or count those that are written."""
    for expression in _NUMBERS:
        if found := _counting(expression.match, lines):
            return [line[match.end() :] if match else line for line, match in zip(lines, found, strict=True)]
    return _without_some_numbers(lines)


def _without_numbers_behind(lines: list[str]) -> list[str]:
    """The lines without numbers that count them at their ends."""
    if not (found := _counting(_NUMBER_BEHIND.search, lines)):
        return lines
    return [line[: match.start()] if match else line for line, match in zip(lines, found, strict=True)]


def _counting(match: Callable[[str], _Found], lines: list[str]) -> list[_Found] | None:
    """What `match` finds in each line, where its number counts the lines, or those that are written."""
    all_written = _written(lines)
    found = _of_nearly_all(match, lines, all_written)
    if found is None:
        return None
    written = 0
    by_line: Counter[int] = Counter()
    by_written: Counter[int] = Counter()
    for index, (line, number) in enumerate(zip(lines, found, strict=True)):
        written += bool(line.strip())
        if number:
            by_line[int(number[1]) - index] += 1
            by_written[int(number[1]) - written] += 1
    is_count = any(_are_enough(count.most_common(1)[0][1], all_written) for count in (by_line, by_written))
    return found if is_count else None


def _without_some_numbers(lines: list[str]) -> list[str]:
    """The lines without numbers that count each of a long stretch of lines, among them rows with a number of their own."""
    numbers = [int(match[1]) if match else None for match in map(_NUMBER.match, lines)]
    if len(numbers) - numbers.count(None) < _LEAST_LINES:
        return lines
    out, start = lines, 0
    for at in range(1, len(lines) + 1):
        before, here = numbers[at - 1], numbers[at] if at < len(lines) else None
        if before is not None and here == before + 1:
            continue
        if before is not None and at - start >= _LEAST_LINES:
            own = [line[match.end() :] for line in lines[start:at] if (match := _NUMBER.match(line))]
            mark = next((m for m in _MARKS if all(not line or line.startswith(m) for line in own)), None)
            if mark is not None and sum(map(bool, map(_OWN_NUMBER.match, own))) >= _LEAST_OWN:
                out = [*out[:start], *(line.removeprefix(mark) for line in own), *out[at:]]
        start = at
    return out


def _are_enough(count: int, written: int) -> bool:
    return count >= _LEAST_LINES and count >= _LEAST_SHARE * written
