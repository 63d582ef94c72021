"""Labels and figures out of step: rows that may have their neighbour's figures, figures and labels that are left over.

Belongs here: what labels and structure say of that; sums are never looked at. Does not belong here: labels printed twice (twice/), and
rows cut in two (cut/).
"""
