"""`make torture`: runs killed at any moment, readers meanwhile, mangled texts, hostile shapes.

Everything random comes from one seed, which is printed. The parts are kills.py (with readers.py beside it), fuzz.py and
growth.py; a short version of each runs under pytest. Does not belong here: whether figures are read right (tests/extract).
"""
