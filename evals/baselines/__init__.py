"""Other systems over the same reports, each as its own documentation shows it first."""
