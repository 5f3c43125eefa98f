"""What people do with the desk: one verb a file, plain functions over a unit of work."""
