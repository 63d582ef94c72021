"""Notations that have marks for rows and cells: HTML, AsciiDoc, LaTeX, Typst, tbl, fenced blocks.

Belongs here: what a notation's marks are, merged cells, and what of a page's cell a reader sees. Does not belong here: documents and
pages around their tables (formats/), and lists that a program printed as its own (dumps/).
"""
