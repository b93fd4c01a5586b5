"""The gate that every figure passes: re-read, read back, judged; no tolerance, no judge model."""
