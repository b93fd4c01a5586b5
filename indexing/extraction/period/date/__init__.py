"""Which date of its sentence a figure speaks of."""
