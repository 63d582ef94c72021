"""Numbers that count rows and columns and are no figures of the report: a column 序号, a list's numbers, a program's own.

Belongs here: the proof that they count, and taking them off. Does not belong here: numbers of pages (readers/plain/pages.py) and of
lines (formats/everyline.py).
"""
