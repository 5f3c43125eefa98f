"""Who writes too fast is told so once, and only for what was written fast."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.delivery.tempo import Tempo

NOW = datetime(2026, 11, 21, 10, 5, tzinfo=UTC)
ANNA, BORIS = 11, 12


def told(tempo: Tempo, *seconds: float, who: int = ANNA) -> list[float]:
    """At which of these seconds a word was due."""
    return [second for second in seconds if tempo.too_fast(who, NOW + timedelta(seconds=second))]


def test_the_message_that_is_too_many_is_answered_once() -> None:
    assert told(Tempo(3), *range(20)) == [3]


def test_as_many_as_are_allowed_are_no_burst() -> None:
    assert told(Tempo(3), 0, 1, 2, 60, 61, 62, 120, 121, 122) == []


def test_a_burst_of_minutes_is_one_burst() -> None:
    assert told(Tempo(3), *range(0, 300, 5)) == [15]


def test_a_calm_minute_ends_the_burst() -> None:
    assert told(Tempo(3), *range(10), 60, 120, *range(180, 190)) == [3, 183]
    assert told(Tempo(3), *range(10), *range(200, 210)) == [3, 203]


def test_what_piled_up_while_the_desk_was_away_was_not_written_fast() -> None:
    assert told(Tempo(3), *range(0, 36_000, 30)) == []


def test_everybody_has_a_tempo_of_their_own() -> None:
    tempo = Tempo(3)
    assert told(tempo, 0, 1, 2) == told(tempo, 0, 1, 2, who=BORIS) == []
    assert told(tempo, 3, who=BORIS) == [3]


def test_nothing_is_too_fast_where_there_is_no_limit() -> None:
    assert told(Tempo(0), *range(1000)) == []


def test_who_has_not_written_lately_is_forgotten() -> None:
    tempo = Tempo(3)
    for person in range(500):
        tempo.too_fast(person, NOW + timedelta(seconds=person))
    assert len(tempo) <= 121
