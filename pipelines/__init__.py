"""How gouji runs: the one code location, its jobs, schedule, sensor and resources, and the `gouji` command."""
