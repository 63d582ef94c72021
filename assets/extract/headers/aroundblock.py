"""What stands about one block of a table in a text: its rows, and the items and lines in which its header is sought.

Belongs here: where other rows end above a header, which words stand over the first row, and whether columns are named anew
below it. Does not belong here: what the header says (blockheader.py).
"""

from __future__ import annotations

from functools import cached_property

from assets.extract.headers.headeronline import header_on_line
from assets.extract.headers.headerplace import below_title, header_start, last_line_of_figures
from assets.extract.headers.headerprint import header_words
from assets.extract.labels import squash, squash_lines
from assets.extract.model import GridRow, Item, Run
from assets.extract.plainheaders.stackedheader import Words
from assets.extract.rows.finding.candidates import Candidate
from schemas.form import Block, Form, Table

# So many columns named between rows are a header.
LEAST_NAMED = 3


class Around:
    """The block, its rows, and what stands above and below them.

    `as_printed` are the lines of the text, `lines` those in which pieces of labels are set apart, `header_rows` the rows of
    cells over the first row.
    """

    def __init__(  # noqa: PLR0913 - the whole context of a block
        self,
        block: Block,
        rows: list[Candidate],
        items: list[Item],
        lines: list[str],
        form: Form,
        table: Table,
    ) -> None:
        self.block, self.table, self.form_id = block, table, form.id
        self.items, self.rows = items, rows
        self.as_printed = self.lines = lines
        self.standard = [c.key for c in block.columns]
        self.header_rows: list[GridRow] = []

    @cached_property
    def words(self) -> Words:
        """What the header may print."""
        return header_words(self.table, self.block.columns)

    @cached_property
    def top(self) -> int:
        """The line below which the header begins."""
        return header_start(self.as_printed, self.rows[0].line)

    @cached_property
    def on_line(self) -> list[list[str]]:
        """The words of the header on the line of the first row."""
        return header_on_line(self.items, self.rows[0], self.table, self.block)

    @cached_property
    def last_figures(self) -> int:
        """The line on which the last figures above the first row end."""
        return last_line_of_figures(self.items, self.rows[0], self.table)

    def last_row_of_others(self, above: int) -> int:
        """The line of the last figures above a header, whose labels are none of it: 其他 begins those of other tables, too."""
        last = self.last_figures
        below = squash_lines(self.lines[last : self.rows[0].line - 1])
        named = [c for c in self.block.columns if any(squash(w) in below for w in c.wordings)]
        return last if len(named) >= LEAST_NAMED else above

    def words_over(self, lines: list[str], floor: int, end: int) -> list[str]:
        """The words of the header in some lines, one space between them where no columns stand below."""
        words = below_title(lines[floor:end], self.table)
        is_running = all(isinstance(row.item, Run) and row.item.layout == "running" for row in self.rows)
        return [" ".join(line.split()) for line in words] if is_running else list(words)

    def is_named_anew(self) -> bool:
        """Whether rows of cells below the first row name other columns than those above it."""
        keys = self.words.by_wording
        named = {key for row in self.header_rows for c in row.cells if (key := keys.get(squash(c.text)))}
        for item in self.items[self.rows[0].index : self.rows[-1].index]:
            if isinstance(item, GridRow) and len(item.words) == len(item.written) >= LEAST_NAMED:
                below = [keys.get(squash(item.cells[at].text)) for at in item.written]
                if len({key for key in below if key}) >= LEAST_NAMED and not named >= {*below} - {None}:
                    return True
        return False
