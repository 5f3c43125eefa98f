"""Private chats: the customers' side."""
