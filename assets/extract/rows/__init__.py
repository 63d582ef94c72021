"""The rows of a table whose rows carry labels (tables 2 and 3): which items of the text are they, and are labels and figures in step.

Belongs here: from items to the rows of the form and to the reading of the table (rowtable.py), labels that are broken, lacking or
printed twice, rows cut, shifted or without a label. Does not belong here: which column a figure of a row has (places/).
"""
