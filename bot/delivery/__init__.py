"""Between Telegram and the desk: stored updates in, stored statements and views out."""
