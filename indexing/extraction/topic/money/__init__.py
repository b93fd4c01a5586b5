"""Sums of money: which way they flowed, for what, from whom and to whom."""
