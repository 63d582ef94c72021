"""A table that is printed as several small ones, or turned with its rows as columns, and the one reading that is made of them.

Belongs here: rows of small tables, what their captions and labels name, and putting them together. Does not belong here: pieces of table 4
(sidebyside/).
"""
