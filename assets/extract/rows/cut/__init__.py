"""Rows of which a part stands elsewhere: cut in two by the end of a page, gone on with below, or cut off with the text.

Belongs here: finding the other part, and the doubt where there may be one. Does not belong here: figures that were cut within their cell or at
the width of a line (places/).
"""
