"""Spaces, tabs and blank lines that a program added, exchanged or lost: cells and rows are set apart as they were.

Belongs here: what such marks mean for cells and rows where nothing else parts these. Does not belong here: bars with tabs beside them (bars/),
and rows that a line does not hold whole (lines/).
"""
