"""Bars that a program set where none belongs, or in another way than most: taken off, moved, or the rows set anew.

Belongs here: bars before cells, beside words or tabs, and rules between them. Does not belong here: other signs that part cells (signs/),
walls of drawn tables (frames/).
"""
