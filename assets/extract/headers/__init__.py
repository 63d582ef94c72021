"""The columns of a block of rows, as its header tells them: their order, or why it is not known.

Belongs here: where the header stands, headers of cells, what is asked of every header, and what speaks against one. Does not belong
here: how labels of plain text stand to each other (plainheaders/), the header of table 4 (sidebyside/), and the figures
(places/).
"""
