"""Rows of cells put right once they are read, whichever reader gave them: cells that share one, blanks lost or added, headers joined.

Belongs here: steps of `items` that go through all rows of a text. Does not belong here: what one reader does with its own rows.
"""
