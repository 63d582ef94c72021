"""Labels of rows whose gloss is as long as a sentence: `规范性文件（行政机关制定发布的决定、公告……一般情况下属于规范性文件）`.

They are no prose, however long: the label stands before the bracket to the letter, and what closes the bracket ends the line. A gloss that adds
to what the form counts, leaves something out of it or names a year does not explain the label, and its line stays what it was. Does not
belong here: glosses over several lines (rows/finding/runlabels.py), and what short ones say of a row (anothers/labelglosses.py).
"""

from __future__ import annotations

import re

from assets.extract.undone.words.brokenlabels import is_label
from schemas.meaning import TURNS
from schemas.whose import any_of

# What adds says so at the beginning with any of its words, and further on with those of more than one letter.
_ADDING = tuple(word for word in TURNS.adding if len(word) > 1)
_CHANGES = re.compile(
    rf"[0-9]|二[〇○零]|仅|\((?:{any_of(TURNS.adding)}|[只系])|{any_of(TURNS.leaving_out, _ADDING)}"
)


def is_glossed_label(words: str) -> bool:
    """Whether squashed words are the label of a row with one bracket behind it that explains it, and nothing else."""
    label, opens, _ = words.partition("(")
    if not opens or not words.endswith(")") or not is_label(label):
        return False
    depth = 0
    for at, letter in enumerate(words[len(label) :], len(label)):
        depth += (letter == "(") - (letter == ")")
        if not depth:
            return at == len(words) - 1 and not _CHANGES.search(words)
    return False
