# Кому какое обращение досталось.

staff-assigned = { $name }, обращение #{ $number } ваше. Возьмите его или откажитесь.
staff-assigned-by-lead = { $name }, обращение #{ $number } ваше. Кто назначил: { $by }.
staff-reassigned-by-desk = { $name }, обращение #{ $number } теперь у вас. Нет на месте: { $before }.
staff-declined = <b>{ $name }: отказ от обращения #{ $number }.</b> Сейчас оно ни у кого: назначить может руководитель.
staff-stranded = <b>В службе «{ $service }» сейчас никто не может взять ещё одно обращение.</b> Ждут: { $numbers }. Как только кто-то освободится, бот их раздаст.

card-button-assign = Назначить…
card-button-decline = Отказаться
card-person = { $away ->
    [1] { $name } · { $active } · нет на месте
   *[0] { $active ->
        [0] { $name }
       *[other] { $name } · { $active }
    }
}
