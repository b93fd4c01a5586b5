"""When: the period of a figure and the one it is compared with."""
