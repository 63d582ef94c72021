"""The lines of a text that hold words: headings, captions and names of columns are sought among them, by several modules.

Belongs here: which lines these are, found once for a text. Does not belong here: what they say.
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.memory import remembering_lines


@remembering_lines
def word_lines(lines: Sequence[str]) -> list[tuple[int, str]]:
    """The lines with anything beyond ASCII, which every word of a form is, each with its number from 1."""
    is_ascii = map(str.isascii, lines)
    return [
        (number, line) for (number, line), bare in zip(enumerate(lines, 1), is_ascii, strict=True) if not bare
    ]
