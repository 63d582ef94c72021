"""Numbers of lines that an editor set before each of them with nothing between: `18规章`, `190` for the 0 on line 19.

Each number is that of its line, or counts the written ones, and every line has it: no figures of a report do so. Every line keeps its
number. Does not belong here: numbers with a mark or a space behind them (everyline.py).
"""

from __future__ import annotations

# So many lines have a number.
_LEAST_LINES = 20


def without_glued_numbers(lines: list[str]) -> list[str]:
    """The lines without such numbers."""
    written = [at for at, text in enumerate(map(str.strip, lines)) if text]
    if len(written) < _LEAST_LINES or not lines[written[0]][:1].isdecimal():
        return lines
    for first in (written[0], 0):
        # by the place of the line in the text, from one or from where it begins; or by its place among the written ones
        by_line = {at: str(at - first + 1) for at in written}
        if all(lines[at].startswith(number) for at, number in by_line.items()):
            return _without(lines, by_line)
    by_written = {at: str(n) for n, at in enumerate(written, 1)}
    if all(lines[at].startswith(number) for at, number in by_written.items()):
        return _without(lines, by_written)
    return lines


def _without(lines: list[str], numbers: dict[int, str]) -> list[str]:
    return [line.removeprefix(numbers.get(at, "")) for at, line in enumerate(lines)]
