"""The sums a report must bear out, as data derived from the forms.

A rule says that the cells on its left add up to what the cells on its right add up to. Belongs here: which cells,
with which wording and on whose authority. Does not belong here: evaluation (assets/check). Extraction never
imports this module: were the reading bent to please the sums, a filer's error would vanish before it was seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from schemas.form import CellKey, Form, Table, forms


@dataclass(frozen=True)
class RuleKind:
    """A rule as a reader of the form would state it; it holds once for each column or row it is applied to.

    `source` says on whose authority: `printed` on the form itself, or `follows` from what a total means.
    """

    id: str
    table_no: str
    source: str
    zh: str
    en: str


@dataclass(frozen=True)
class Rule:
    """One equation of one form: the cells of `left` add up to the cells of `right`.

    `place` is the row or column (its key) for which the kind of rule is stated.
    """

    kind: RuleKind
    form: str
    place: str
    left: tuple[CellKey, ...]
    right: tuple[CellKey, ...]

    @property
    def cells(self) -> tuple[CellKey, ...]:
        """All cells the rule speaks of."""
        return self.left + self.right


BALANCE = RuleKind(
    id="balance",
    table_no="3",
    source="printed",
    zh="本年新收 + 上年结转 = 办理结果总计 + 结转下年度继续办理（逐列）",
    en="newly received + carried over = total handled + carried forward (each column)",
)
TOTAL_HANDLED = RuleKind(
    id="total_handled",
    table_no="3",
    source="follows",
    zh="（七）总计 = 各项办理结果之和（逐列）",
    en="total handled = sum of the handling rows (each column)",
)
ROW_TOTAL = RuleKind(
    id="row_total",
    table_no="3",
    source="follows",
    zh="总计 = 自然人与各类法人或其他组织之和（逐行）",
    en="total = sum of the six applicant columns (each row)",
)
REVIEW_TOTAL = RuleKind(
    id="review_total",
    table_no="4",
    source="follows",
    zh="总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结",
    en="total = upheld + corrected + other outcome + pending",
)

KINDS: tuple[RuleKind, ...] = (BALANCE, TOTAL_HANDLED, ROW_TOTAL, REVIEW_TOTAL)


def _column_rules(form: Form, table: Table) -> list[Rule]:
    """The rules of table 3 that are stated for each column."""
    total = next(row for row in table.rows if row.total_of is not None)
    members = [
        row
        for row in table.rows
        if row is not total and total.total_of in {group.key for group in table.ancestors(row.key)}
    ]
    rules = []
    for column in table.columns:

        def at(*row_keys: str, col_key: str = column.key) -> tuple[CellKey, ...]:
            return tuple(CellKey(table.no, row_key, col_key) for row_key in row_keys)

        rules.append(
            Rule(
                kind=BALANCE,
                form=form.id,
                place=column.key,
                left=at("new_received", "carried_over"),
                right=at("total_handled", "carried_forward"),
            )
        )
        rules.append(
            Rule(
                kind=TOTAL_HANDLED,
                form=form.id,
                place=column.key,
                left=at(total.key),
                right=at(*(row.key for row in members)),
            )
        )
    return rules


def _row_rules(form: Form, table: Table, kind: RuleKind) -> list[Rule]:
    """The total column against the others, for each row."""
    total = next(column for column in table.columns if column.total)
    parts = [column for column in table.columns if not column.total]
    return [
        Rule(
            kind=kind,
            form=form.id,
            place=row.key,
            left=(CellKey(table.no, row.key, total.key),),
            right=tuple(CellKey(table.no, row.key, column.key) for column in parts),
        )
        for row in table.rows
    ]


@cache
def rules_of(form_id: str) -> tuple[Rule, ...]:
    """Every equation that a report on the given form must bear out."""
    form = forms()[form_id]
    return tuple(
        _column_rules(form, form.table("3"))
        + _row_rules(form, form.table("3"), ROW_TOTAL)
        + _row_rules(form, form.table("4"), REVIEW_TOTAL)
    )
