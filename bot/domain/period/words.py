"""The vocabulary, English and Russian side by side. Written as the scanner sees it: small letters, е for ё."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from bot.domain.period.syntax import (
    Amount,
    Calendar,
    Clock,
    DaysAgo,
    HalfDay,
    Mark,
    Month,
    Number,
    Part,
    Stretch,
    Token,
    Unit,
    Weekday,
)

# Words that change nothing.
NOISE = """
    the, a, an, of, about, around, approximately, roughly, approx, oclock, just,
    около, примерно, приблизительно, где-то, где то, в районе, г, года, году, самого, числа
"""

MARKS = {
    Mark.SINCE: "since, from, starting, starting from, с, со, от, начиная с, c",  # the last one is Latin
    Mark.FOR: "for, already, уже, вот уже",
    Mark.BETWEEN: "between, между",
    Mark.UNTIL: "until, till, til, to, up to, до",
    Mark.THROUGH: "through, thru, по",
    Mark.AND: "and, и",
    Mark.AT: "at, in, в, во",
    Mark.ON: "on",
    Mark.OVER: "over, during, within, за, в течение, на протяжении",
    Mark.AGO: "ago, назад, тому назад",
    Mark.LAST: "last, previous, прошлый, прошлая, прошлое, прошлую, прошлой, прошлого, прошлом",
    Mark.RECENT: "the last, the past, past, последний, последняя, последнее, последнюю, последние, последних, "
    "последнего, последней",
    Mark.THIS: "this, этот, эта, это, эту, этой, этого",
    Mark.NOW: "now, just now, right now, at the moment, сейчас, прямо сейчас, только что, "
    "в данный момент, в настоящее время",
    Mark.STILL: "still, still happening, still happens, still going on, still ongoing, still going, "
    "its still happening, still not working, still broken, до сих пор не работает, все еще не работает, "
    "ongoing, happening now, until now, till now, up to now, to this day, "
    "до сих пор, по сей день, по сей час, по настоящее время, до настоящего времени, до сейчас, по сейчас, "
    "все еще, еще продолжается, все еще продолжается, до сих пор продолжается, продолжается, "
    "еще происходит, происходит сейчас, сейчас происходит, продолжается до сих пор, продолжается сейчас",
    Mark.UNKNOWN: "dont know, i dont know, do not know, i do not know, unknown, not sure, im not sure, no idea, idk, "
    "dont remember, i dont remember, cant remember, i cant remember, "
    "не знаю, я не знаю, неизвестно, не помню, я не помню, не могу вспомнить, "
    "не уверен, не уверена, точно не знаю, не знаю точно, незнаю",
}

HALVES = {
    HalfDay.AM: "am",
    HalfDay.PM: "pm",
    HalfDay.UTRA: "утра",
    HalfDay.DNYA: "дня",
    HalfDay.VECHERA: "вечера",
    HalfDay.NOCHI: "ночи",
}

PARTS = {
    Part.MORNING: "morning, утро, утром, поутру",
    Part.LUNCH: "lunch, lunchtime, lunch time, обед, обеда",
    Part.AFTERNOON: "afternoon, after lunch, днем, после обеда",
    Part.EVENING: "evening, вечер, вечером",
    Part.NIGHT: "overnight, ночь, ночью",
    Part.DAY_NIGHT: "night",
    Part.EVE: "в ночь на",
    Part.ALL_DAY: "all day, all day long, the whole day, весь день, целый день",
}

DAYS_AGO = {
    -2: "day after tomorrow, послезавтра",
    -1: "tomorrow, завтра",
    0: "today, earlier today, сегодня, сегодняшний день, сегодняшнего дня, сегодняшнего, сегодняшним, сегодняшней",
    1: "yesterday, вчера, вчерашний день, вчерашнего дня, вчерашнего, вчерашним",
    2: "day before yesterday, позавчера, позавчерашнего дня, позавчерашнего, вчерашним",
}

WEEKDAYS = {
    0: "monday, mon, понедельник, понедельника, понедельнику, пн",
    1: "tuesday, tues, tue, вторник, вторника, вторнику, вт",
    2: "wednesday, wed, среда, среду, среды, среде, ср",
    3: "thursday, thurs, thur, thu, четверг, четверга, четвергу, чт",
    4: "friday, fri, пятница, пятницу, пятницы, пятнице, пт",
    5: "saturday, sat, суббота, субботу, субботы, субботе, сб",
    6: "sunday, sun, воскресенье, воскресенья, воскресенью, вс",
}

MONTHS = {
    1: "january, jan, январь, января, январе, янв",
    2: "february, feb, февраль, февраля, феврале, фев, февр",
    3: "march, mar, март, марта, марте, мар",
    4: "april, apr, апрель, апреля, апреле, апр",
    5: "may, май, мая, мае",
    6: "june, jun, июнь, июня, июне, июн",
    7: "july, jul, июль, июля, июле, июл",
    8: "august, aug, август, августа, августе, авг",
    9: "september, sept, sep, сентябрь, сентября, сентябре, сент, сен",
    10: "october, oct, октябрь, октября, октябре, окт",
    11: "november, nov, ноябрь, ноября, ноябре, нояб, ноя",
    12: "december, dec, декабрь, декабря, декабре, дек",
}

CALENDAR = {
    (Stretch.WEEK, 0): "this week, на этой неделе, эта неделя, эту неделю, start of the week, beginning of the week, "
    "начала недели, этой недели",
    (Stretch.WEEK, 1): "last week, previous week, на прошлой неделе, прошлая неделя, прошлую неделю, прошлой недели",
    (Stretch.WEEKEND, 0): "weekend, this weekend, на выходных, выходные, выходных",
    (Stretch.WEEKEND, 1): "last weekend, previous weekend, на прошлых выходных, прошлые выходные, прошлых выходных",
    (Stretch.MONTH, 0): "this month, в этом месяце, этот месяц, start of the month, beginning of the month, "
    "начала месяца, этого месяца",
    (Stretch.MONTH, 1): "last month, previous month, в прошлом месяце, прошлый месяц, прошлого месяца",
}

NUMBERS = {
    1: "one, один, одну, одна, одного, одной",
    2: "two, couple, два, две, двух, пара, пару, пары",
    3: "three, три, трех",
    4: "four, четыре, четырех",
    5: "five, пять, пяти",
    6: "six, шесть, шести",
    7: "seven, семь, семи",
    8: "eight, восемь, восьми",
    9: "nine, девять, девяти",
    10: "ten, десять, десяти",
    11: "eleven, одиннадцать, одиннадцати",
    12: "twelve, двенадцать, двенадцати",
    15: "fifteen, пятнадцать, пятнадцати",
    20: "twenty, двадцать, двадцати",
    30: "thirty, тридцать, тридцати",
}

MINUTE, HOUR, DAY = Amount(timedelta(minutes=1)), Amount(timedelta(hours=1)), Amount(days=1)
UNITS = {
    Unit(MINUTE): "minute, minutes, min, mins, m, минута, минуту, минуты, минут, минутку, мин, м",
    Unit(HOUR): "hour, hours, hr, hrs, h",
    Unit(HOUR, oclock=True): "час, часа, часов, часу, часами, ч",
    Unit(Amount(timedelta(hours=24))): "сутки, суток",
    Unit(DAY): "day, days, d, день, дней, дн, д",
    Unit(Amount(days=7)): "week, weeks, w, неделя, неделю, недели, недель, нед, н",
}
AMOUNTS = {
    Amount(timedelta(minutes=15)): "quarter of an hour, четверть часа",
    Amount(timedelta(minutes=30)): "half an hour, half hour, полчаса, пол часа, получаса",
    Amount(timedelta(minutes=90)): "hour and a half, полтора часа, полутора часов",
}

NOON = Clock(timedelta(hours=12), spoken=True)
MIDNIGHT = Clock(timedelta(), spoken=True, midnight=True)

# Phrases that say several things at once.
COMPOUNDS: Mapping[tuple[Token, ...], str] = {
    (DaysAgo(0), Part.MORNING): "this morning",
    (DaysAgo(0), Part.AFTERNOON): "this afternoon",
    (DaysAgo(0), Part.EVENING): "this evening",
    (DaysAgo(0), Part.DAY_NIGHT): "tonight",
    (DaysAgo(1), Part.EVENING): "last evening, прошлым вечером",
    (DaysAgo(1), Part.DAY_NIGHT): "last night, yesterday night",
    (DaysAgo(0), Part.NIGHT): "this night, этой ночью, прошлой ночью, эту ночь, прошлую ночь, этой ночи, прошлой ночи",
    (NOON,): "noon, midday, полдень, полудня",
    (MIDNIGHT,): "midnight, полночь, полночи, полуночи",
}

# The hours that go with am, утра…, on the 24 hour clock.
HALF_HOURS: Mapping[HalfDay, Mapping[int, int]] = {
    HalfDay.AM: {12: 0} | {hour: hour for hour in range(1, 12)},
    HalfDay.PM: {12: 12} | {hour: hour + 12 for hour in range(1, 12)} | {hour: hour for hour in range(13, 24)},
    HalfDay.UTRA: {hour: hour for hour in range(1, 12)},
    HalfDay.DNYA: {12: 12} | {hour: hour + 12 for hour in range(1, 7)} | {hour: hour for hour in range(13, 19)},
    HalfDay.VECHERA: {hour: hour + 12 for hour in range(4, 12)} | {hour: hour for hour in range(16, 24)},
    HalfDay.NOCHI: {12: 0} | {hour: hour for hour in range(6)},
}

# "с утра" names the part of the day, "9 утра" the hour.
HALF_PARTS = {HalfDay.UTRA: Part.MORNING, HalfDay.VECHERA: Part.EVENING, HalfDay.NOCHI: Part.NIGHT}

# Hours after the midnight that opens the day.
PART_HOURS: Mapping[Part, tuple[int, int]] = {
    Part.MORNING: (5, 12),
    Part.LUNCH: (12, 14),
    Part.AFTERNOON: (12, 18),
    Part.EVENING: (18, 24),
    Part.NIGHT: (-2, 6),
    Part.EVE: (-2, 6),
    Part.DAY_NIGHT: (18, 30),
    Part.ALL_DAY: (0, 24),
}


def _entries() -> Iterator[tuple[str, tuple[Token, ...]]]:
    yield NOISE, ()
    for table in (MARKS, HALVES, PARTS, UNITS, AMOUNTS):
        for token, words in table.items():
            yield words, (token,)
    yield from ((words, (DaysAgo(days),)) for days, words in DAYS_AGO.items())
    yield from ((words, (Weekday(number),)) for number, words in WEEKDAYS.items())
    yield from ((words, (Month(number),)) for number, words in MONTHS.items())
    yield from ((words, (Calendar(*which),)) for which, words in CALENDAR.items())
    yield from ((words, (Number(value),)) for value, words in NUMBERS.items())
    yield from ((words, tokens) for tokens, words in COMPOUNDS.items())


VOCABULARY: Mapping[tuple[str, ...], tuple[Token, ...]] = {
    tuple(words.split()): tokens for line, tokens in _entries() for words in line.split(",")
}
LONGEST = max(map(len, VOCABULARY))
