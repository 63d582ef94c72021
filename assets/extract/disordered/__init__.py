"""Tables whose figures a program printed in another order than in rows: a column after the other, a paragraph each, or all nought.

Belongs here: what is read of the table as a whole, where its lines are nothing else. Does not belong here: rows, however broken (rows/).
"""
