# Уровень обслуживания: что и к какому сроку. Где цели нет, ничего из этого не говорится.

goal = { $goal ->
    [first_response] Первый ответ
    [next_reply] Следующий ответ
   *[resolution] Решение
}

# Клиенту.
answered-by = Ответим до { $answer }.
answered-when-open = Сейчас мы не работаем, откроемся { $opens }. Ответим до { $answer }.
ticket-received-by = <b>Обращение #{ $number } получено.</b> { answered-by } Дополнить можно прямо здесь.
ticket-received-closed = <b>Обращение #{ $number } получено.</b> { answered-when-open } Дополнить можно прямо здесь.
ticket-filed-by = Для вас создано обращение <b>#{ $number } · { $subject }</b>. Кто создал: { $by }. { answered-by } Дополнить можно прямо здесь.
ticket-filed-closed = Для вас создано обращение <b>#{ $number } · { $subject }</b>. Кто создал: { $by }. { answered-when-open } Дополнить можно прямо здесь.
mine-answer = Ответим до: { $at }

# Сотрудникам.
level-due = { goal } до { $at }
level-left = { $line }, { $left }
level-overdue = ❗ { goal }: просрочено с { $at }
level-next = { $overdue ->
    [1] ❗ просрочено с { $at }
   *[0] до { $at }
}
list-due = { $line }, { $due }
staff-level-warned = { $taken ->
    [1] { $name }, по обращению #{ $number } время на исходе.
   *[0] <b>По обращению #{ $number } время на исходе, и никто им не занят.</b>
} { goal } до { $due }.
staff-level-breached = <b>Обращение #{ $number } просрочено.</b> { goal }: срок прошёл { $due }. { $taken ->
    [1] Исполнитель: { $name }.
   *[0] Им никто не занят.
}
fact-level-warned = время на исходе. { goal } до { $due_at }
fact-level-breached = срок прошёл. { goal } до { $due_at }
