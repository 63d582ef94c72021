"""Table 4, whose rows are printed side by side: one row of figures under three groups of columns.

Belongs here: finding that row, the header over it, and tables that print it in parts, turned or once for each year. Does not belong
here: a table 4 that prints rows with labels, which is read as the others are (rows/).
"""
