"""Words of the form that were broken, translated, exchanged or lost letters: they are made those of the form again.

Belongs here: labels broken over lines, the label of a group beside that of a row, words of another language or region. Does not belong
here: labels as the matcher takes them without this (labels.py).
"""
