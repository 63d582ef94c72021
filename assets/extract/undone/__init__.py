"""What happened to lines, cells and letters on their way from the page to the text, undone: bars, frames, spaces, breaks, letters lost.

Belongs here: steps of asprinted.py, and what they share, that go by how lines look, whatever program made them; each lies with what it
undoes (bars/, signs/, frames/, spaces/, numbering/, lines/, words/). Does not belong here: marks of one format (formats/), and what becomes
of a table's lines (readers/).
"""
