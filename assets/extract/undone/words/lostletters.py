"""Letters that a program lost and marked (`结\ufffd维持`, `规\ufffd`): those of the form's own words are put back.

Only where a whole word between signs is, letter for letter, one word of the forms and no other, and no more than half of it is
lost. What else was lost stays lost; figures above all. Does not belong here: letters that are other ones (labels.py).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from assets.extract.labels import squash
from schemas.form import forms

_LOST = "\ufffd"
_WORD = re.compile(rf"[\u3400-\u9fff{_LOST}]++")
_PIECE = re.compile(r"[\u3400-\u9fff]{2,}")
# A word without one of these may have been another that says the contrary, or is of another year.
_TURNING = frozenset("本上去前今不未新")
# A word of the forms, and what it is a piece of.
_Words = Mapping[int, Mapping[str, frozenset[str]]]


def with_lost_letters(lines: list[str]) -> list[str]:
    """The lines with the letters that the words of the forms have lost."""
    return [_WORD.sub(_mended, line) if _LOST in line else line for line in lines]


def _mended(found: re.Match[str]) -> str:
    text = found[0]
    lost = text.count(_LOST)
    if not 0 < lost <= len(text) / 2:
        return text
    words = _words().get(len(text), {})
    fit = [word for word in words if all(a in (b, _LOST) for a, b in zip(squash(text), word, strict=True))]
    same = frozenset.intersection(*(words[word] for word in fit)) if fit else frozenset()
    if not fit or (len(fit) > 1 and not same):
        return text
    turns = any(b in _TURNING for a, b in zip(text, fit[0], strict=True) if a == _LOST)
    return text if turns else fit[0]


@cache
def _words() -> _Words:
    words: dict[int, dict[str, frozenset[str]]] = defaultdict(dict)
    for form in forms().values():
        for table in form.tables:
            clauses = [b.clause for b in table.blocks if b.clause]
            texts = [
                (w, f"{table.no}.{x.key}")
                for x in (*table.columns, *table.rows, *table.groups)
                for w in x.wordings
            ]
            texts += [(w, f"{table.no}.clause") for c in clauses for w in c.wordings]
            texts += [(w, f"{table.no}.") for w in (table.zh, *table.aliases, table.header, table.note or "")]
            for text, key in texts:
                for piece in _PIECE.findall(text):
                    own = words[len(piece)]
                    # a piece of a label is none by itself
                    keys = (
                        {key}
                        if _PIECE.sub("", text, count=1).strip("0123456789.、（）()一二三四五六七") == ""
                        else set()
                    )
                    own[piece] = own.get(piece, frozenset()) | keys
    return words
