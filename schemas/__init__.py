"""What is true of the data, and nothing about how it is made or run: the official forms, the rules, the tables."""
