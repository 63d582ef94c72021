"""Tables whose columns are seen: drawn with lines or box characters, shown by a rule of dashes, or set flush with spaces by a program.

Belongs here: where a drawn table begins and ends, its walls and borders, its rows and what stands in its cells. Does not belong here:
spaces between the columns of plain text (plain/), and bars without borders (bars/).
"""
