"""Labels of rows: what stands in front of them, around them or in their place, and labels without a figure.

Belongs here: what of the words on a line is a row's label. Does not belong here: words of columns (headers/), labels printed twice
(twice/), and labels whose figures may be another's (outofstep/).
"""
