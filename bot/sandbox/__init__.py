"""The local Telegram: a strict Bot API server on the loopback, with people, faults and a clock to turn."""
