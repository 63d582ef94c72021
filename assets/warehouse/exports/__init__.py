"""What is taken away from a published build: Parquet, CSV with a data package, workbooks. Nothing here changes the build."""
