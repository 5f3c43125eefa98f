"""What the people who run a desk type."""
