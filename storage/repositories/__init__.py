"""One repository a file; every statement is built once, when its file is imported."""
