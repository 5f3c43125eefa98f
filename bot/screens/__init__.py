"""What people see: buttons, keyboards, cards and windows, rendered through the catalogue."""
