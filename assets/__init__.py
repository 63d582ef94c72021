"""What gouji makes, one folder a stage, in the order in which data passes: crawl, extract, check, warehouse."""
