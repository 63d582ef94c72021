"""Characters that XML forbids: the trees that pages are parsed into refuse them in a text that is set, though pages hold them.

White space among them becomes a space, any other the sign of a lost character: what stood around it is no figure then.
Belongs here: which they are. Does not belong here: what else of a page is not read (shown.py), and marks of no width (spacing.py).
"""

from __future__ import annotations

import re

_SPACE = re.compile("[\x0b\x0c\x1c-\x1f]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1b\ud800-\udfff\ufffe\uffff]")
_LOST = "\ufffd"


def as_xml_allows(text: str) -> str:
    """The text without characters that XML forbids."""
    return _FORBIDDEN.sub(_LOST, _SPACE.sub(" ", text))
