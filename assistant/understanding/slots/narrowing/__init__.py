"""Words of a question that narrow what it asks, so that the figure of the whole is no answer."""
