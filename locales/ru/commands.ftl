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
command-staff-decline = Отказаться от назначенного обращения
command-staff-team = Кто в какой службе
command-staff-join = Войти в службу
command-staff-leave = Выйти из службы
command-staff-away = Меня нет (до …)
command-staff-here = Снова на месте
command-staff-help = Помощь
command-owners-reload = Перечитать desk.toml
command-staff-releases = Релизы
command-leads-release = Запланировать релиз или перенести дату: 1.4.1 PROD 2026-12-01
command-leads-publish = Опубликовать релиз: 1.4.1 PROD
command-leads-withdraw = Отозвать релиз: 1.4.1 PROD
