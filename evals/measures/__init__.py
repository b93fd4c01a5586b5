"""From scores to measures, each with how certain it is."""
