"""Rows and cells set apart by bars: Markdown and its like, one cell a line, cells that keep the line breaks of their page.

Belongs here: where rows between bars begin and end, their cells, and bars that part nothing. Does not belong here: bars that are
the walls of a drawn table (drawn/), and notations that say how many columns they have (notations/).
"""
