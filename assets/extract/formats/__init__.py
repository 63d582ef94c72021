"""What formats, pages, mails and data files wrote about the lines of a report, undone: tags, escapes, scripts, records, dumps of databases, numbers of lines.

Belongs here: steps of asprinted.py, and what they share, that know one format or program by its own marks. Does not belong here: lines
and cells that came apart or ran together on their way, whatever the format (undone/), and tables that a reader takes as they
are (readers/).
"""
