"""Signs other than tabs, commas and bars that a text sets between its cells or about its lines: told by their use, and made tabs or bars.

Belongs here: which sign it is, and which lines it parts. Does not belong here: bars (bars/), and marks of one format (formats/).
"""
