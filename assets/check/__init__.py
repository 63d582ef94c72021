"""Stage 3: whether the cells bear out the rules of their form, and what somebody should know."""
