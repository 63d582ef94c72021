"""Frames and drawn lines around tables and pages: taken off, joined where they were folded, or drawn as others are.

Belongs here: walls, borders, and lines across a page. Does not belong here: rows and cells of drawn tables (readers/drawn/).
"""
