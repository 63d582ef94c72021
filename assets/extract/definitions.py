"""A label that goes on into what its words mean by law: 规范性文件：是指各级人民政府…依照法定程序制定…的行政规范.

Who prints a form with its instructions sets the definition behind the label, with a colon or without, and not in brackets. It says nothing of
the figures. What stands there may as well restrict the row (规范性文件：其中县政府办制发), so it counts as a definition only where it says what
a word means, by whom in general and by which law or procedure, and names no body, no place, no year and no part. Belongs here: telling the two apart. Does not
belong here: glosses in brackets (labels.py), words that turn a label around (meaning.py).
"""

from __future__ import annotations

import re

from assets.extract.labels import normalize, squash
from assets.extract.memory import remembering
from schemas.meaning import TURNS
from schemas.whose import WORDS, any_of

_LONGEST_LABEL, _LONGEST_HEAD, _LONGEST = 12, 40, 1200
_DEFINING = re.compile(any_of(sorted(TURNS.defining, key=len, reverse=True)))
# What parts a label from its definition, where anything does.
_MARK = re.compile("[:,—-]+")
_BY_LAW, _BY_ANY = re.compile(any_of(TURNS.by_law)), re.compile(any_of(TURNS.by_any))
_PART = re.compile(
    any_of(
        WORDS.last_year,
        WORDS.earlier_years,
        WORDS.this_year,
        TURNS.other_years,
        TURNS.of_all,
        TURNS.leaving_out,
        TURNS.parts_of_kinds,
    )
    + f"|(?<!政府){any_of(WORDS.under_body)}|[0-9]"
)
# A government, a place or an office that is one of its kind, and no general word for them: 县政府办, 北山县, but 县级以上, 直辖市, 设区的市.
_NO_PLACE = "各治辖区、的级或和及乡族城市"
_BODY = re.compile(
    rf"(?<![{_NO_PLACE}])(?:[县市镇州旗盟](?![级、场民])|[省区乡](?:人民)?政府)|政府办|(?<![本我])[局厅]|(?<![各、部])委(?![托任派])|办公室|[大支总]队|中心"
)


@remembering
def defined(text: str) -> str | None:
    """The letters of the label that a text defines; None where it defines none, or where what it says may restrict it."""
    if len(text) > _LONGEST:
        return None
    text = squash(text)
    found = _DEFINING.search(text, 1)
    if found is None or found.start() > _LONGEST_HEAD:
        return None
    head, meaning = text[: found.start()], text[found.end() :]
    if "(" in head or not (_BY_LAW.search(meaning) and _BY_ANY.search(meaning)):
        return None
    if _PART.search(meaning) or _BODY.search(meaning):
        return None
    label, *subject = (normalize(piece) for piece in _MARK.split(head, maxsplit=1))
    # the words that are explained may be said again: 规章：地方行政规章指…
    is_again = all(said == "" or said.endswith(label) for said in subject)
    return label if label and len(label) <= _LONGEST_LABEL and is_again else None
