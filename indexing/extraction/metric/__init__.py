"""What a figure counts: its metric, by the topic of its own words or one taken over from before."""
