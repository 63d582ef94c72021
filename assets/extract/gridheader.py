"""The header of a table whose cells are set apart: what its rows of labels say of the columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from rapidfuzz import fuzz

from assets.extract.labels import LabelMatcher, normalize, squash
from assets.extract.model import GridRow
from assets.extract.numbers import looks_like_figure
from assets.extract.otherlabels import is_anothers, is_part_sum, out_of_place
from schemas.form import Column, Label, Table, forms

# A column of the text that is not one of the form's.
UNKNOWN = "?"
# What filers write over the column of labels, and over one of units, which holds no figures either.
UNIT_HEADERS = {"单位", "计量单位"}
_CORNERS = UNIT_HEADERS | {
    "项目",
    "类别",
    "类型",
    "种类",
    "内容",
    "事项",
    "指标",
    "名称",
    "情况",
    "案件类型",
    "案件类别",
}
# Likeness, in percent, up to which a text is no damaged label.
_UNLIKE = 50
# So alike to the label in whose place it stands a text is another's.
_OTHER = 40
# Labels of a row, whole or in pieces, that tell their order.
_LEAST_SEEN = 3
# Letters beyond which a text is no name of a column.
_LONGEST_NAME = 30
# Letters that make a text a piece of the note beside the header.
_LEAST_PIECE = 4


@dataclass
class Header:
    """What header rows say of the columns.

    `order` are the column keys from left to right (UNKNOWN for a strange one), None where no header was
    recognised. `places` are grid column indexes per key, where all header rows share one grid of `width` columns.
    `covered` are the grid indexes from which to which (exclusive) the label of each column reaches, where one row names them all.
    `strange` are grid indexes of columns that the form does not have. `conflict` tells what is wrong with the
    header. `texts` holds the printed text of each matched label, `at` the index at which it stands in its row.
    """

    order: list[str] | None = None
    places: dict[str, list[int]] = field(default_factory=dict)
    width: int = 0
    covered: dict[str, range] = field(default_factory=dict)
    strange: set[int] = field(default_factory=set)
    conflict: str | None = None
    texts: dict[str, str] = field(default_factory=dict)
    at: dict[str, int] = field(default_factory=dict)


@cache
def column_matcher(form_id: str, table_no: str) -> LabelMatcher:
    """The matcher of a table's column labels, column groups as decoys."""
    table = forms()[form_id].table(table_no)
    return LabelMatcher(table.columns, [g for g in table.groups if _is_column_group(table, g.key)])


@cache
def group_matcher(form_id: str, table_no: str) -> LabelMatcher:
    """The matcher of the labels that span columns."""
    table = forms()[form_id].table(table_no)
    return LabelMatcher([g for g in table.groups if _is_column_group(table, g.key)])


@cache
def other_header_matcher(form_id: str, table_no: str) -> LabelMatcher:
    """The matcher of header texts that are no column: the corner, the caption, the note, clauses, titles."""
    table = forms()[form_id].table(table_no)
    texts = [table.header, table.zh, *table.aliases, *([table.note] if table.note else [])]
    texts += [b.clause.zh for b in table.blocks if b.clause]
    return LabelMatcher([Label(key="header", zh=texts[0], en="", aliases=tuple(texts[1:]))])


def _is_column_group(table: Table, key: str) -> bool:
    return any(c.group == key for c in table.columns)


def grid_header(
    rows: Sequence[GridRow], form_id: str, table: Table, columns: Sequence[Column], labels: tuple[int, int]
) -> Header:
    """Read the header rows that stand above the first row of figures.

    `labels` are the index of the label in that row and the number of its cells: in header rows of as many cells,
    what stands there or before is a word over the labels and no column.
    """
    label_at, width = labels
    named = [(row, _named(row, form_id, table, {c.key for c in columns})) for row in rows]
    named = [
        (row, [(at, k) for at, k in names if k != UNKNOWN or at > label_at or len(row.cells) != width])
        for row, names in named
    ]
    foreign = _foreign(named, form_id, table, columns, labels)
    named = [(row, names) for row, names in named if any(k not in (None, UNKNOWN) for _, k in names)]
    if not named:
        return Header(conflict=foreign)
    header = Header()
    for row, names in named:
        for at, key in names:
            if key is not None and key != UNKNOWN:
                header.texts.setdefault(key, row.cells[at].text)
                header.at.setdefault(key, at)
    wanted = [c.key for c in columns]
    header.order = _order(named, wanted) or _beside_header(named, table, wanted)
    own = named[-1:] if _order(named[-1:], wanted) else named[-2:]
    if header.order == wanted and (other := _in_place_of_another(own, columns)):
        header.order, foreign = None, other
    elif header.order == wanted:
        header.order = _without_others(own, columns)
    if header.order is None:
        seen = [k for _, names in named[-1:] for _, k in names if k in wanted]
        if seen != sorted(seen, key=wanted.index):
            header.conflict = " ".join(header.texts.values())
        header.conflict = header.conflict or foreign or _pieces_displaced(named, columns)
        header.conflict = header.conflict or _whole_displaced(named, columns, labels)
    header.places, header.width = _places(named, wanted)
    header.covered = _covered(*named[-1], wanted)
    header.strange = {at for _, names in named for at, key in names if key == UNKNOWN}
    return header


def _named(row: GridRow, form_id: str, table: Table, wanted: set[str]) -> list[tuple[int, str | None]]:
    """Each written header cell with its column key; None for a group of columns, corner and captions left out."""
    matcher = column_matcher(form_id, table.no)
    names: list[tuple[int, str | None]] = []
    for at, cell in enumerate(row.cells):
        text = squash(cell.text)
        if not text or looks_like_figure(text):
            continue
        match = matcher.match(text)
        if match and match.key in wanted:
            column = next(c for c in table.columns if c.key == match.key)
            names.append((at, UNKNOWN if is_anothers(text, column) else match.key))
        elif group_matcher(form_id, table.no).match(text) and not is_part_sum(text):
            names.append((at, None))
        elif text in _CORNERS:
            continue
        elif (
            text == table.header and len(table.blocks) > 1
        ):  # over the labels: nothing left of it is over figures
            names = [(before, key) for before, key in names if key != UNKNOWN]
        elif not other_header_matcher(form_id, table.no).match(text) and not _is_caption(text, table):
            names.append((at, UNKNOWN))
    return names


def _foreign(
    named: Sequence[tuple[GridRow, list[tuple[int, str | None]]]],
    form_id: str,
    table: Table,
    columns: Sequence[Column],
    labels: tuple[int, int],
) -> str | None:
    """The words over figures that are no wording of a column, damaged or whole, nor a piece of one.

    Sought in the last row of words that stands over the figures: a row as long as that of the figures, or one that names
    a column. What stands above it may be another table.
    """
    _, width = labels
    for row, names in reversed(named):
        known = any(k not in (None, UNKNOWN) for _, k in names)
        if not names or not (known or (len(row.cells) == width and len(names) >= len(columns))):
            continue
        texts = [row.cells[at].text for at, key in names if key == UNKNOWN]
        if any(len(squash(text)) > _LONGEST_NAME for text in texts):
            continue  # words of the page ran into the header
        strange = [text for text in texts if _is_foreign(squash(text), form_id, table, columns)]
        return " ".join(strange) or None
    return None


def _pieces_displaced(
    named: Sequence[tuple[GridRow, list[tuple[int, str | None]]]], columns: Sequence[Column]
) -> str | None:
    """The labels of a header row, whole or cut behind their first letters, that stand in another order than the form's."""
    for row, names in named:
        seen: list[int] = []
        for at, key in names:
            text = squash(row.cells[at].text)
            fits = [
                i
                for i, c in enumerate(columns)
                if c.key == key or (key == UNKNOWN and len(text) > 1 and squash(c.zh).startswith(text))
            ]
            if len(fits) == 1 and fits[0] not in seen:
                seen.append(fits[0])
        if len(seen) >= _LEAST_SEEN and seen != sorted(seen):
            return " ".join(row.cells[at].text for at, _ in names)
    return None


def _whole_displaced(
    named: Sequence[tuple[GridRow, list[tuple[int, str | None]]]],
    columns: Sequence[Column],
    labels: tuple[int, int],
) -> str | None:
    """The label in a header row as long as that of the figures that stands over the figures of another column."""
    label_at, width = labels
    for row, _ in named:
        texts = [cell.text for cell in row.cells]
        if len(texts) < width and squash(texts[min(label_at, len(texts) - 1)]) in _CORNERS:
            texts += [""] * (width - len(texts))  # without the blank cells at its end
        over = texts[label_at + 1 : label_at + 1 + len(columns)]
        if len(texts) == width and (told := out_of_place(over, columns)):
            return told
    return None


def _without_others(
    named: Sequence[tuple[GridRow, list[tuple[int, str | None]]]], columns: Sequence[Column]
) -> list[str]:
    """The form's order, UNKNOWN where a text in the place of one of its columns says another's."""
    texts = [row.cells[at].text for row, names in named for at, key in names if key == UNKNOWN]
    known = {key for _, names in named for _, key in names}
    return [
        UNKNOWN if c.key not in known and any(is_anothers(text, c) for text in texts) else c.key
        for c in columns
    ]


def _in_place_of_another(
    named: Sequence[tuple[GridRow, list[tuple[int, str | None]]]], columns: Sequence[Column]
) -> str | None:
    """The text that stands where a column of the form does, between its neighbours, and is nothing like its label."""
    keys = [c.key for c in columns]
    for row, names in named:
        for (_, left), (at, key), (_, right) in zip(
            [(-1, None), *names], names, [*names[1:], (-1, None)], strict=False
        ):
            if key != UNKNOWN or not {left, right} & set(keys):
                continue
            place = keys.index(left) + 1 if left in keys else keys.index(str(right)) - 1
            text = normalize(row.cells[at].text)
            if 0 <= place < len(keys) and is_anothers(row.cells[at].text, columns[place]):
                continue  # that column only is another (_without_others)
            if 0 <= place < len(keys) and all(
                fuzz.ratio(text, normalize(w)) <= _OTHER and not _is_part(text, normalize(w))
                for w in columns[place].wordings
            ):
                return row.cells[at].text
    return None


def _is_foreign(text: str, form_id: str, table: Table, columns: Sequence[Column]) -> bool:
    """Whether a text is nothing like a label of the header."""
    return (
        all(is_anothers(text, c) for c in columns)
        or is_part_sum(text)
        or all(
            fuzz.ratio(letters, normalize(text)) <= _UNLIKE and not _is_part(normalize(text), letters)
            for letters in _header_words(form_id, table.no)
        )
    )


def _is_part(piece: str, whole: str) -> bool:
    """Whether the letters of a piece stand in a text in the same order, others between them."""
    rest = iter(whole)
    return all(letter in rest for letter in piece)


@cache
def _header_words(form_id: str, table_no: str) -> tuple[str, ...]:
    """All that the header of a table may print."""
    table = forms()[form_id].table(table_no)
    texts = [w for label in (*table.columns, *table.groups) for w in label.wordings]
    texts += [table.header, table.zh, *table.aliases, *_CORNERS, *([table.note] if table.note else [])]
    texts += [b.clause.zh for b in table.blocks if b.clause]
    return tuple(dict.fromkeys(map(normalize, texts)))


def _is_caption(text: str, table: Table) -> bool:
    """The corner, the note or a clause, or a piece of the note that a page cut off."""
    if "勾稽" in text or "钩稽" in text or table.header in text or "第二十条" in text:
        return True
    letters = normalize(text)
    return len(letters) >= _LEAST_PIECE and letters in normalize(table.note or "")


def _dedupe(keys: Iterable[str | None]) -> list[str | None]:
    """Keys with direct repeats (a span printed in every column it covers) taken as one."""
    out: list[str | None] = []
    for key in keys:
        if not out or out[-1] != key or key == UNKNOWN:
            out.append(key)
    return out


def _order(named: list[tuple[GridRow, list[tuple[int, str | None]]]], wanted: list[str]) -> list[str] | None:
    """The leaf columns from left to right, a group replaced by the row of labels under it."""
    rows = [_dedupe(k for _, k in names) for _, names in named]
    for keys in reversed(rows):
        if order := _whole(keys, wanted):
            return order
    for upper, lower in pairwise(rows):
        if upper.count(None) == 1:
            at = upper.index(None)
            if order := _whole(upper[:at] + lower + upper[at + 1 :], wanted):
                return order
    return None


def _beside_header(
    named: list[tuple[GridRow, list[tuple[int, str | None]]]], table: Table, wanted: list[str]
) -> list[str] | None:
    """The leaf columns where the first row names one beside the table's header (总计 beside 申请人情况), the others below."""
    row, names = named[0]
    at = next((n for n, cell in enumerate(row.cells) if squash(cell.text) == squash(table.header)), None)
    left, right = ([k for n, k in names if k and (n < (at or 0)) is side] for side in (True, False))
    if at is None or len(left) + len(right) < len(names) or not {*left, *right} <= set(wanted):
        return None
    below = _order(named[1:], [key for key in wanted if key not in (*left, *right)])
    return [*left, *below, *right] if below else None


def _whole(keys: Sequence[str | None], wanted: list[str]) -> list[str] | None:
    """The keys, if they are all the wanted ones, strange ones besides; one damaged label in its place is mended."""
    known = [k for k in keys if k is not None]
    if len(known) < len(keys):
        return None
    if sorted(k for k in known if k != UNKNOWN) == sorted(wanted):
        return known
    if len(known) == len(wanted) and known.count(UNKNOWN) == 1:
        mended = [w if k == UNKNOWN else k for k, w in zip(known, wanted, strict=True)]
        return wanted if mended == wanted else None
    return None


def _places(
    named: list[tuple[GridRow, list[tuple[int, str | None]]]], wanted: list[str]
) -> tuple[dict[str, list[int]], int]:
    """Grid indexes of the columns, if all header rows have one width and give every column its own places."""
    widths = {len(row.cells) for row, _ in named}
    if len(widths) != 1:
        return {}, 0
    places: dict[str, list[int]] = {}
    taken: dict[int, str] = {}
    for _, names in reversed(named):
        for at, key in names:
            if (
                key is not None
                and key != UNKNOWN
                and taken.setdefault(at, key) == key
                and at not in places.get(key, [])
            ):
                places.setdefault(key, []).append(at)
    if set(places) != set(wanted):
        return {}, 0
    ordered = {key: sorted(at) for key, at in places.items()}
    return ordered, widths.pop()


def _covered(row: GridRow, names: list[tuple[int, str | None]], wanted: list[str]) -> dict[str, range]:
    """What each label of a row covers, if it names exactly the wanted columns."""
    if sorted(str(key) for _, key in names) != sorted(wanted):
        return {}
    starts = row.starts or tuple(range(len(row.cells)))
    ends = dict(pairwise((*starts, len(row.cells))))
    return {str(key): range(at, ends[at]) for at, key in names if at in ends}
