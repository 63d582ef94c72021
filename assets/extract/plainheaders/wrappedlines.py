"""A plain header whose words are shuffled by nothing but the lines into which its cells are wrapped, its columns in the form's order.

Cells of two levels and of one to three lines each stand centred beside each other, so that a page read line by line tears their labels:
`自然 社会 法律 总计`, then `人 商业 科研 公益 服务 其他`. Every line still goes from left to right. So where the letters of the header are
those of the form's columns and no others, and they can be given to these so that each line keeps the form's order and each label is
spelled from the top down, no columns are exchanged: of two that are, one stands before the other on a line that both share.
Only labels of different heights may share none; of these nothing is known in any header, and those are taken to be in their places.
Belongs here: that proof, which stands against what words one behind the other seem to say, for lines (`_in_lines`), for lines
that a program ran into one (`_on_one_line`), and for blocks that it gave by their heights (`_in_blocks`). Does not belong here: headers
with other words among theirs, which anyorder.py refuses, and orders other than the form's (printedorder.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, permutations

from assets.extract.labels import squash
from assets.extract.memory import remembering_header
from assets.extract.plainheaders.stackedheader import is_spaced
from schemas.form import Block, Table

_LETTER = re.compile("[\u3400-\u9fff]")
# Stands for the label of a group, which is no letter of a column's.
_GROUP = "|"
# A piece of the note beside the header. More ways to give the letters to labels than these leave a doubt.
_LEAST_NOTE, _MOST_WAYS = 2, 40
# Blocks of a header; labels that one of them holds, the sum's and others of the lower level, to tell that it goes on from cell to cell.
_MOST_BLOCKS, _LEAST_GONE_ON = 16, 3

# The columns on each line, by their places in the form.
_Lines = list[list[int]]


@remembering_header
def is_only_wrapped(lines: tuple[str, ...], table: Table, block: Block) -> bool:
    """Whether the lines of a header, which has the letters of the form's columns and no others, have these in the form's order."""
    labels = [squash(c.zh) for c in block.columns]
    lower = [at for at, c in enumerate(block.columns) if c.group]
    if table.one_row or not lower or lower[0] != 1 or lower[-1] != len(labels) - 2:
        return False
    told = [text for line in lines if (text := _letters_of(line, table))]
    own = [text for line in told if (text := line.replace(_GROUP, ""))]
    if sorted("".join(own)) != sorted("".join(labels)):
        return False
    return (
        any(_on_one_line(line, labels) for line in own)
        or _in_lines(own, labels, strictly=is_spaced(lines))
        or _in_blocks(told, labels)
    )


def _letters_of(line: str, table: Table) -> str:
    """The letters of a line that are of columns' labels, and a sign for the group's."""
    note = squash(table.note or "")
    titles = [squash(name) for name in (table.zh, *table.aliases)]
    kept = []
    for word in map(squash, line.split()):
        letters = "".join(_LETTER.findall(word))
        if any(title in word for title in titles) or (len(word) >= _LEAST_NOTE and word in note):
            continue
        letters = letters.replace(squash(table.header), "")
        for wording in sorted((squash(w) for g in table.groups for w in g.wordings), key=len, reverse=True):
            letters = letters.replace(wording, _GROUP)
        kept.append(letters)
    return "".join(kept)


def _in_lines(lines: Sequence[str], labels: Sequence[str], *, strictly: bool) -> bool:
    """Whether lines that go from left to right have the columns in the form's order, however their letters are given to labels."""
    ways = list(islice(_ways(lines, labels), _MOST_WAYS + 1))
    if not 0 < len(ways) <= _MOST_WAYS:
        return False
    ask = _is_proved if strictly else _is_kept
    return all(_is_proved(way, len(labels)) or ask(way, len(labels)) for way in ways)


def _ways(lines: Sequence[str], labels: Sequence[str]) -> Iterator[_Lines]:
    """The ways to give each letter to a label, in the form's order on each line and in that of the label from the top down."""
    letters = [(number, letter) for number, line in enumerate(lines) for letter in line]
    spelled = [0] * len(labels)
    given: list[int] = []

    def give(at: int) -> Iterator[_Lines]:
        if at == len(letters):
            found: _Lines = [[] for _ in lines]
            for (number, _), column in zip(letters, given, strict=True):
                if column not in found[number]:
                    found[number].append(column)
            yield found
            return
        number, letter = letters[at]
        first = given[-1] if at and letters[at - 1][0] == number else 0
        for column in range(first, len(labels)):
            if labels[column][spelled[column] : spelled[column] + 1] == letter:
                spelled[column] += 1
                given.append(column)
                yield from give(at + 1)
                given.pop()
                spelled[column] -= 1

    yield from give(0)


def _is_proved(lines: _Lines, columns: int) -> bool:
    """Whether lines show that each column of the group stands left of the next, the first left of one of them, and the sum right."""
    shared = {pair for line in lines for pair in pairwise(line)}
    beside = [{*line} for line in lines]
    group = {*range(1, columns - 1)}
    in_turn = all((at, at + 1) in shared for at in range(1, columns - 2))
    return in_turn and all(any(end in line and line & group for line in beside) for end in (0, columns - 1))


def _is_kept(lines: _Lines, columns: int) -> bool:
    """Whether lines show the order of labels of one kind: those of the upper level, of the lower on one line, and on more.

    A page gives those of two lines above and below those of one; so read other headers, too. The first column's begins no lower
    than those of the group, and each of these stands beside another.
    """
    group = range(1, columns - 1)
    at = {column: [n for n, line in enumerate(lines) if column in line] for column in range(columns)}
    if not any({0, columns - 1} <= {*line} for line in lines) or at[0][0] > min(at[c][0] for c in group):
        return False
    if not all(any(c in line and len(line) > 1 for line in lines) for c in group):
        return False
    kinds = [[c for c in group if (len(at[c]) > 1) is broken] for broken in (True, False)]
    return all(any({a, b} <= {*line} for line in lines) for kind in kinds for a, b in pairwise(kind))


def _on_one_line(line: str, labels: Sequence[str]) -> bool:
    """Whether a line has all labels in the form's order, the letters of each in its order or in that of two lines run into one.

    So does a program that takes what stands close above each other for one line: 社会公益 over 组织 becomes 社会组公织益.
    """
    for label in labels:
        own, line = line[: len(label)], line[len(label) :]
        if not any(_is_merged(own, label[:cut], label[cut:]) for cut in range(len(label))):
            return False
    return not line


def _is_merged(text: str, upper: str, lower: str) -> bool:
    """Whether the letters of two lines, each in its order, make up a text."""
    if not upper or not lower:
        return text == upper + lower
    return (text[:1] == upper[0] and _is_merged(text[1:], upper[1:], lower)) or (
        text[:1] == lower[0] and _is_merged(text[1:], upper, lower[1:])
    )


def _in_blocks(lines: Sequence[str], labels: Sequence[str]) -> bool:
    """Whether lines are blocks of a header from cell to cell, which can be put together in the form's order and in no other.

    A program that gives a page in blocks goes on in one while what comes next stands at the height of the last or close below: from
    the sum, at the end of the upper level, to the first columns of the group (总计 商业企业 科研机构). So it would have gone on from
    the first column's label to the sum's, too, were those side by side: between them stood the group's, which is higher.
    """
    first, *group, total = labels
    if not 0 < len(lines) <= _MOST_BLOCKS or lines.count(first) != 1 or lines.count(_GROUP) != 1:
        return False
    gone_on = total + "".join(group[: _LEAST_GONE_ON - 1])
    if sum(line.startswith(gone_on) for line in lines) != 1 or any(line.endswith(total) for line in lines):
        return False
    own = [line for line in lines if line not in (first, _GROUP)]
    orders = [order for order in permutations(group) if _is_tiled(total + "".join(order), own)]
    top = min(n for n, line in enumerate(lines) if line not in (first, _GROUP))
    return orders == [tuple(group)] and lines.index(first) < top and lines.index(_GROUP) < top


def _is_tiled(text: str, blocks: Sequence[str]) -> bool:
    """Whether blocks, each once, make up a text."""
    if not blocks:
        return not text
    return any(
        text.startswith(block) and _is_tiled(text[len(block) :], [*blocks[:n], *blocks[n + 1 :]])
        for n, block in enumerate(blocks)
    )
