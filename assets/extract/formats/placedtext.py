"""Lines of a page with their kind and place in tags around them (`<text><loc_29><loc_83>…</text>`, DocTags): the words alone are left.

Tables of such pages are read as markup (markup.py). Belongs here: headings, captions, paragraphs, what stands at the edge of a page.
"""

from __future__ import annotations

import re

_PLACE = "<loc_"
_TABLE = ("<otsl>", "<fcel>", "<ched>", "<nl>")
_TAG = re.compile(
    r"<loc_[0-9]{1,4}>|</?(?:text|title|paragraph|caption|footnote|list_item|ordered_list|unordered_list|page_header|page_footer"
    r"|section_header_level_[0-9]{1,2})>"
)


def without_places(lines: list[str]) -> list[str]:
    """The lines without such tags; those of tables as they are."""
    return [
        _TAG.sub("", line) if _PLACE in line and not any(tag in line for tag in _TABLE) else line
        for line in lines
    ]
