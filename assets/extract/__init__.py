"""Stage 2: from text to reports, their sections and the cells of their forms. Never looks at sums."""
