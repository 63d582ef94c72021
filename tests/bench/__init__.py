"""How long gouji takes, and where: a corpus of any size made by seed, runs measured on it, a page and a chart of the docs."""
