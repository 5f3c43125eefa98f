"""Deskgram, a service desk that lives in Telegram: the application."""
