"""What leaves the index: the metric table, audits and conflicts as text, JSON and files."""
