"""What a report itself shows to be inconsistent, implausible or said twice."""
