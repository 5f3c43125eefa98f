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
command-staff-decline = Decline a ticket that was given to me
command-staff-team = Who works in which service
command-staff-join = Join a service
command-staff-leave = Leave a service
command-staff-away = I am away (until …)
command-staff-here = I am back
command-staff-help = Help
command-owners-reload = Read the desk file again
command-staff-releases = Releases
command-leads-release = Plan a release, or move its date: 1.4.1 PROD 2026-12-01
command-leads-publish = Publish a release: 1.4.1 PROD
command-leads-withdraw = Withdraw a release: 1.4.1 PROD
