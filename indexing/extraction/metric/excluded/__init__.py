"""Figures beside words for a metric that are none of its: who is no member, what is no flow."""
