"""The heads of table 4 broken over lines, which a page gives by their heights, where one group's cells are higher than the others'.

    结果 结果 其他 尚未
    总计 结果 结果 其他 尚未 结果 结果 其他 尚未
    维持 纠正 结果 审结 总计 总计
    维持 纠正 结果 审结 维持 纠正 结果 审结

The heads of 行政复议 reach over two rows of the header, so that their lines stand half a line above those of the suits, and the sum of
one group beside the pieces of another. Each line still goes from left to right. So where each has but whole sets of pieces, each
set in the form's order, and sums, and they can be given to the groups from left to right, no columns of one height are exchanged. The
place of a sum that shares no line with pieces of its group is known of no header that lines break, and it is taken to be in its place.
So it is where the sums of the suits stand behind all other pieces of their line, one behind the other, as no columns do.
Where a program gives such heads whole, from block to block by their heights, sums or groups stand one behind the other: so no columns
do, and of a sum's place nothing is told, either. Does not belong here: pieces put together by their places
(plainheaders/stackedheader.py), labels that are whole (labelgroups.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from assets.extract.labels import squash
from assets.extract.readers.plain.pages import is_furniture
from schemas.form import Table

# Written lines of such a header; letters and all of one that gives a line to each.
_MOST_LINES, _MOST_LETTERS = 12, 90


def come_by_height(lines: Sequence[str], table: Table) -> bool:
    """Whether the last lines are all heads of all groups as their heights sort them, those of more lines in the form's order.

    Rows of cells in a text tell their places themselves.
    """
    *broken, total = [squash(c.zh) for c in table.columns]
    length = len(broken[0])
    written = [line for line in lines if line.strip() and not is_furniture(line)][-_MOST_LETTERS:]
    if len(total) >= length or any(len(label) != length for label in broken):
        return False
    if any("\t" in line for line in written):
        return False
    texts = [squash(line) for line in written]
    if _come_in_blocks("".join(texts), "".join(broken), total, table):
        return True
    return any(_are_all(texts[-_MOST_LINES:], sets, total, table) for sets in _cuts(broken, length))


def _come_in_blocks(text: str, block: str, total: str, table: Table) -> bool:
    """Whether all heads come whole, those of more lines of a group in a block, and not from group to group."""
    groups = len(table.rows)
    text = re.sub("|".join(re.escape(squash(row.zh)) for row in table.rows), "", text)
    found = re.search(rf"(?:{block}|{total}){{{2 * groups}}}$", text)
    told = re.findall(f"{block}|{total}", found[0]) if found else []
    return told.count(total) == groups and any(a == b for a, b in zip(told[::2], told[1::2], strict=True))


def _cuts(labels: Sequence[str], length: int) -> Iterator[list[str]]:
    """The sets of pieces, from the top down, that labels of one length are when all break behind the same letters."""
    for count in range(1, length):
        for at in combinations(range(1, length), count):
            yield ["".join(label[a:b] for label in labels) for a, b in pairwise((0, *at, length))]


def _are_all(lines: Sequence[str], sets: Sequence[str], total: str, table: Table) -> bool:
    """Whether the last lines have each set and the sum once for each group, the sets of each from the top down."""
    over = {squash(row.zh): at for at, row in enumerate(table.rows)}
    words = "|".join(map(re.escape, (*sets, total, *over)))
    wanted = {(word, group) for word in (*sets, total) for group in range(len(table.rows))}
    line_of: dict[tuple[str, int], int] = {}
    for number in range(len(lines) - 1, -1, -1):
        if not re.fullmatch(f"(?:{words})+", lines[number]):
            break
        given = _given(re.findall(words, lines[number]), total, over)
        if given is None or line_of.keys() & given:
            return False
        line_of.update(dict.fromkeys(given, number))
        if line_of.keys() == wanted:
            return all(
                line_of[upper, group] < line_of[lower, group]
                for upper, lower in pairwise(sets)
                for group in over.values()
            )
    return False


def _given(found: Sequence[str], total: str, over: dict[str, int]) -> list[tuple[str, int]] | None:
    """The words of a line with the groups they are of, from left to right, a group's sum behind its pieces; None where they cannot be.

    What stands once is the first group's, which differs from the others in height; what stands for each but one is of those.
    """
    counts = Counter(found)
    given: list[tuple[str, int]] = []
    places = []
    for word in found:
        first = {len(over): 0, len(over) - 1: 1, 1: 0}.get(counts[word])
        if word not in over and first is None:
            return None
        group = over[word] if word in over else (first or 0) + sum(word == other for other, _ in given)
        given.append((word, group))
        places.append((group, word == total))
    # the sums of all groups of one height one behind the other, behind all else: no columns stand so
    sums = len(over) - 1
    if counts[total] == sums and [word for word, _ in given[-sums:]] == [total] * sums:
        places = places[:-sums]
    in_turn = all(a <= b for a, b in pairwise(places))
    return [(word, group) for word, group in given if word not in over] if in_turn else None
