"""Which figure of a row belongs to which column: by cells of a grid, by places on the line, by full rows of the same page.

Belongs here: placing the figures of a row, and doubts about a row that has too few, too many, or digits on another line. Does not belong
here: which columns there are (headers/), which row it is (rows/).
"""
