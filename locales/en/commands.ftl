# The menu of commands.

command-customers-start = Begin
command-customers-new = New request
command-customers-my = My requests
command-customers-help = Help
command-customers-language = Language
command-staff-queue = Open tickets
command-staff-mine = My tickets
command-staff-history = All moves of a ticket
command-staff-confirmed = Close by the customer's words (as a reply)
command-staff-unsend = Take a message back (as a reply)
command-staff-help = Help
