"""The rows of a table whose rows carry labels (tables 2 and 3): which items of the text are they, and are labels and figures in step.

Belongs here: from items to the rows of the form (finding/) and to the reading of the table (blocks/), what labels and figures of a row are
(labels/, figures/), and rows that are cut, printed twice or out of step (cut/, twice/, outofstep/). Does not belong here: which column a
figure of a row has (places/).
"""
