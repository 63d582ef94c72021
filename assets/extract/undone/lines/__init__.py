"""Lines that hold more than a row, or less: tables on one line, rows and headings that run on, lines folded or wrapped.

Belongs here: cutting such lines where labels and figures meet, and joining them where a program wrapped them. Does not belong here: the
folded lines of drawn tables (frames/), and labels broken over lines (words/).
"""
