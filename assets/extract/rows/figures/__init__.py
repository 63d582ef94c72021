"""Which figures of its line or lines a row has, and whether they are as many as it seems.

Belongs here: marks, words and thousands among the figures of a row, figures that touch its label, rows told by being full. Does not belong
here: which column each figure has (places/), and figures that no row has (outofstep/).
"""
