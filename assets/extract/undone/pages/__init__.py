"""What a page prints on its edges amid the tables that go on over it, and rows that it cut: the table goes on as if there were one page.

Belongs here: running heads, labels cut by a page's end. Does not belong here: numbers of pages (readers/plain/pages.py), rows that a program wrapped (lines/).
"""
