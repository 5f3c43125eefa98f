"""`desk.toml`: where the team and the terms stand, as the people who run a desk write them."""
