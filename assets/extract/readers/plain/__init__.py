"""Plain text: runs of figures with the words around them, and the lines among them that belong to the page.

Belongs here: what is left where no other reader finds a block, words and letters in the place of a figure, page numbers, drawn
rules and running heads. Does not belong here: whose row a run of figures is (rows/).
"""
