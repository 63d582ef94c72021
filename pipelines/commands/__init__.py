"""The commands of `gouji`, a module for each or for a few of a kind; pipelines/cli.py lists them in their sections.

Belongs here: options, arguments, help with examples, exit codes, what is refused and how that is said. Does not belong
here: the work, which stands in a module of its own (checking.py, local.py, show.py) and is imported inside the command, so
that `gouji --help` and completion answer at once.
"""
