"""Evidence to a draft: sentences whose figures carry the rows they come from."""
