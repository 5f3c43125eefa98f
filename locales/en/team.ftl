# Services, their members, and who is away.

team-joined = <b>You have joined { $service }.</b> { team-services }
team-left = <b>You have left { $service }.</b> { team-services }
team-services = { $count ->
    [0] You are in no service.
    [one] Your service: { $services }.
   *[other] Your services: { $services }.
}
team = <b>Who works where</b>
team-service = <b>{ $service }</b>
team-nobody = nobody yet
team-member = • { $name }{ team-hands }
team-member-away = • { $name }{ team-hands } – away
team-member-away-until = • { $name }{ team-hands } – away until { $until }
team-hands = { $count ->
    [0] { "" }
    [one] { ": " }{ $count } ticket
   *[other] { ": " }{ $count } tickets
}
team-more = … and { $count } more

away = <b>You are away</b> until you say /here.
away-until = <b>You are away</b> until { $until }. Back earlier? /here
away-tickets = <b>{ $name } is away.</b> Open tickets: { $numbers }. A lead can give them to somebody else.
here = <b>You are here.</b> Welcome back.
