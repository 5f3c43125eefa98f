# Меню команд.

command-customers-start = Начать
command-customers-new = Новое обращение
command-customers-my = Мои обращения
command-customers-help = Помощь
command-customers-language = Язык
command-staff-queue = Открытые обращения
command-staff-mine = Мои обращения
command-staff-history = Все шаги обращения
command-staff-confirmed = Закрыть по словам клиента (ответом)
command-staff-unsend = Забрать сообщение (ответом)
command-staff-help = Помощь
