"""Made-up collections of reports in which every figure is known."""
