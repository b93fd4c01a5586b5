"""Question sets, scorers, baselines, reports and benchmarks: what judges the assistant."""
