"""The readers of figures, periods, places and metrics: the same for articles, questions, drafts."""
