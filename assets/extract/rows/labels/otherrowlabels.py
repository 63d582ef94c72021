"""Labels of rows that a word or a number makes another's, where figures stand beside them and a row of the form is wanting.

予以公开比例 in the place of （一）予以公开, 9.其他 under 不予公开: the row is not the form's, however alike, and is not lost
either. Belongs here: what the words at such figures say. Does not belong here: one text by itself (meaning.py, labels.py).
"""

from __future__ import annotations

from collections.abc import Set

from assets.extract.labelmatcher import row_matcher
from assets.extract.labels import normalize, number_of, squash
from assets.extract.model import Run
from assets.extract.rows.finding.candidates import Candidate

# Letters of labels that stand in many places: 其他, 总计.
_FEW = 2


def is_of_many(candidate: Candidate) -> bool:
    """Whether a label has few letters and no number: out of the order of the form it may be any group's."""
    return len(normalize(candidate.label)) <= _FEW and number_of(candidate.label) is None


def is_under_another(candidate: Candidate, row: str, form_id: str, table_no: str) -> bool:
    """Whether figures stand behind, or on lines of their own below, a label like that of a row that is another's."""
    label = label_beside(candidate)
    return bool(normalize(label)) and row_matcher(form_id, table_no).is_anothers(squash(label), row)


def is_under_group(candidate: Candidate, groups: Set[str]) -> bool:
    """Whether figures without a label of their own stand right below that of a group: they may be the group's, whatever row of it is wanting."""
    above = "" if normalize(candidate.label) else label_beside(candidate)
    return number_of(above) is not None and normalize(above) in groups


def label_beside(candidate: Candidate) -> str:
    """The label of figures; where they have none, the words right above them."""
    label, item = candidate.label, candidate.item
    return item.before[-1].text if not normalize(label) and isinstance(item, Run) and item.before else label
