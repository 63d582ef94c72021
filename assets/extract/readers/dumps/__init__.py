"""Tables as a program prints what it holds in memory: lists, records, YAML, each cell behind its place in the sheet.

Belongs here: from such prints to rows of cells. Does not belong here: files of formats with an order of their own (formats/), and figures
behind names (byname/).
"""
