"""The rules of the desk: plain data and functions, without I/O, clock or framework."""
