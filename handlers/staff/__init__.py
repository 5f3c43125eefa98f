"""The staff chat."""
