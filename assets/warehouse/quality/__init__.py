"""The page `quality.html`: how far a warehouse reaches, how far it can be trusted, and what is to be mended."""
