# Слова, общие для многих экранов. Язык появляется вместе с этим файлом.

language-name = Русский

kind = { $kind ->
    [stopped] Работа стоит
    [wrong] Что-то не так
    [question] Вопрос
   *[change] Доработка
}
field = { $field ->
    [kind] Вид
    [subject] Тема
    [description] Описание
    [stand] Стенд
    [component] Компонент
    [period] Когда
    [log] Лог
    [follow_up] Продолжение
   *[files] Вложения
}
content = { $kind ->
    [photo] Фото
    [video] Видео
    [animation] Анимация
    [audio] Аудио
    [voice] Голосовое сообщение
    [video_note] Видеосообщение
    [document] Файл
    [sticker] Стикер
    [location] Геопозиция
    [venue] Место
    [contact] Контакт
    [poll] Опрос
    [dice] Кубик
   *[other] Сообщение
}

count-messages = { $count ->
    [one] { $count } сообщение
    [few] { $count } сообщения
   *[many] { $count } сообщений
}
count-files = { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
}

## Тем, кто отвечает за работу бота

owner-set-aside = { $count ->
    [1] ⚠️ <b>Обновление { $update } не удалось обработать, оно отложено.</b>
   *[other] ⚠️ <b>Не удалось обработать и отложено обновлений: { $count };</b> первое – { $update }.
}
    Ничего не потеряно, остальное идёт своим чередом. На машине бота:
    <code>deskgram inbox list</code> – что это
    <code>deskgram inbox replay { $update }</code> – ещё раз, когда причина устранена

## Время

weekday = { $weekday ->
    [1] пн
    [2] вт
    [3] ср
    [4] чт
    [5] пт
    [6] сб
   *[7] вс
}
time-day = { $day } { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
} { $year }, { weekday }
time-point = { $day }, { $time }

period-unknown = неизвестно
period-ongoing = продолжается
period-since = началось { $start }, и продолжается ({ $zone })
period-moment = { $at } ({ $zone })
period-day = { $day }, весь день ({ $zone })
period-days = { $first } – { $last }, целые дни ({ $zone })
period-hours = { $day }, { $start }–{ $end } ({ $zone })
period-span = { $start } – { $end } ({ $zone })

## Кнопки

button-new = Новое обращение
button-solved = Решено
button-not-solved = Не решено
button-close = Закрыть обращение
button-close-sure = Да, закрыть
button-close-keep = Нет, оставить
button-rate = { $value } ⭐
button-retry = Отправить ещё раз
button-page-before = ‹ Предыдущие
button-page-after = Следующие ›
