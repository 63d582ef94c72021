"""Stage 4: dimension, fact and view tables in DuckDB, published whole or not at all."""
