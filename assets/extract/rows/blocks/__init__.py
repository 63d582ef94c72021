"""Reading a table and its blocks (rows under one set of column headers), once its rows are known.

Belongs here: the way through the reading of a table (rowtable.py), and what all rows of a block or a page show together. Does not belong
here: which rows these are (finding/), and which column a figure has (places/).
"""
