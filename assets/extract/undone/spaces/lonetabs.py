"""Lines of a page's end that hold nothing but a tab, in a text whose other lines have none: they are blank.

A program that writes a page's pieces of text one a line writes its empty ones, too; such a tab opens no cell. Does not belong here: tabs before texts
(spacing.py), and one that stands alone for a blank cell among lines with figures.
"""

from __future__ import annotations

from itertools import groupby

# More lines than this share of those written are the tabs between the cells of a page, each a paragraph.
_MOST = 0.1


def without_lone_tabs(lines: list[str]) -> list[str]:
    """The lines, those blank that hold only a tab beside blank ones, where no tab stands on a line with a text."""
    tabbed = [line for line in lines if "\t" in line]
    written = sum(map(bool, map(str.strip, lines)))
    if not tabbed or any(line.strip() for line in tabbed) or len(tabbed) > _MOST * written:
        return lines
    out: list[str] = []
    for is_blank, run in groupby(lines, key=lambda line: not line.strip()):
        stretch = list(run)
        # cells without text stand between figures, with no blank line among them
        is_page = is_blank and (not out or any("\t" not in line for line in stretch))
        out += [""] * len(stretch) if is_page else stretch
    return out
