"""What Telegram sends us, one thin sentence each."""
