"""Texts in which all tables of a report stand before its paragraphs: where the report's text begins.

Programs that read documents list the tables, and then the paragraphs, or the other way round. Belongs here: whether a title far
below is the report's. Does not belong here: which title of a page is (identity.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from assets.extract.sections import numbered_heading
from assets.extract.whose.titles import titles

# Lines below the title down to the first heading, with the paragraph of the report's period between.
_DOWN_TO_HEADING = 6
# What a line of a table has and no line above a title but that of a table.
_ENDS_SENTENCE = "。"


def first_line_below(lines: Sequence[str], first_table_line: int) -> int | None:
    """The index of the title below the tables; None where nothing but tables does not stand above it.

    It is the only one of its kind in the text, names agency or year, and the first section begins right below.
    """
    found = [title for title in titles(list(lines)) if title.year or title.agency]
    if len({title.text for title in found}) != 1 or found[0].first < first_table_line:
        return None
    title = found[0]
    below = islice((line for line in lines[title.last + 1 :] if line.strip()), _DOWN_TO_HEADING)
    if not any(numbered_heading(line) == 1 for line in below):
        return None
    above = lines[: title.first]
    if any(_ENDS_SENTENCE in line or numbered_heading(line) == 1 for line in above):
        return None
    return title.first
