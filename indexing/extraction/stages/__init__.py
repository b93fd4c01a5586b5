"""The stages that a sentence goes through, in their order: from its figures to their rows."""
