# Службы, их участники и кого сейчас нет.

team-joined = <b>Вы вошли в службу «{ $service }».</b> { team-services }
team-left = <b>Вы вышли из службы «{ $service }».</b> { team-services }
team-services = { $count ->
    [0] Вы не входите ни в одну службу.
    [1] Ваша служба: { $services }.
   *[other] Ваши службы: { $services }.
}
team = <b>Кто где работает</b>
team-service = <b>{ $service }</b>
team-nobody = пока никого
team-member = • { $name }{ team-hands }
team-member-away = • { $name }{ team-hands } – нет на месте
team-member-away-until = • { $name }{ team-hands } – нет до { $until }
team-hands = { $count ->
    [0] { "" }
    [one] { ": " }{ $count } обращение
    [few] { ": " }{ $count } обращения
   *[other] { ": " }{ $count } обращений
}
team-more = … и ещё { $count }

away = <b>Вас нет на месте,</b> пока не скажете /here.
away-until = <b>Вас нет на месте</b> до { $until }. Вернулись раньше? /here
away-tickets = <b>Нет на месте: { $name }.</b> Открытые обращения: { $numbers }. Руководитель может передать их другим.
here = <b>Вы на месте.</b> С возвращением!
