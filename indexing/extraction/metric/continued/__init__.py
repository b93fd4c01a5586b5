"""Figures that go on with what was told before: their own words leave open what they count."""
