"""Rows and labels that are printed more than once: further prints of a table, labels copied, rows that stand beside themselves.

Belongs here: finding them, and the doubt which one is the form's. Does not belong here: tables that a caption gives to another (anothers/).
"""
