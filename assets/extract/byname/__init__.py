"""Figures that are named one by one instead of standing in a table: paths of names, keys with values, sentences.

Belongs here: from names and sentences to cells. Does not belong here: rows of figures under a header (rows/).
"""
