"""Where a desk keeps what it must not lose; the only package that knows the database."""
