"""What a question asks, slot by slot: its metrics, places and periods, and in which manner."""
