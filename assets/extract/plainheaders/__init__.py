"""Headers of plain text, whose labels no wall parts: in which order they stand, by their words, their pieces and their places.

Belongs here: labels that lines break, spaces part, or that run together, and columns that the form lacks among them. Does not belong
here: headers of cells, and what follows from the order (headers/).
"""
