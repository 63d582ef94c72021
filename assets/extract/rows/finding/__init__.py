"""Which items of a text are the rows of a table: by their labels, by the order of the form, and by the rows around them.

Belongs here: candidates, the chain of them, and rows added to it or given away. Does not belong here: how one label is told (labels/),
and whether the figures beside a label are its own (outofstep/).
"""
