"""Whose report of which year a text is.

Belongs here: titles, names of agencies, periods, sentences and signatures that tell, and the order in which they are asked
(identity.py). Does not belong here: tables of another year or agency within a report (anothers/).
"""
