"""Rows and cells set apart by tabs, commas or semicolons, as sheets, browsers and Apache Tika leave them.

Belongs here: where such rows and cells end, quotes and thousands among them, and tabs that part no cells. Does not belong here: bars
(bars/), signs that no reader knows, which become tabs before (undone/signs/).
"""
