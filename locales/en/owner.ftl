# What the owners are told in private: only they can mend it.

owner-group = { $groups ->
    [1] the staff group
   *[other] the staff group of { $services }
}
owner-group-trouble = <b>The desk cannot write in { owner-group }:</b> { $reason ->
    [kicked] the bot was removed from it. Add it to the group again and make it an administrator who may manage topics.
    [not-a-member] the bot is no longer in it. Add it to the group again and make it an administrator who may manage topics.
    [rights] the bot lacks a right there. Make it an administrator who may manage topics.
    [topics-off] topics are switched off. Switch them on in the settings of the group.
    [group-deleted] the group was deleted. Make a new one and put its id into DESKGRAM_STAFF_CHAT_ID or the desk file.
    [chat-not-found] Telegram does not know the group. Look whether its id in DESKGRAM_STAFF_CHAT_ID or the desk file is right and the bot is in the group.
   *[forbidden] Telegram forbids it and does not say why. Look whether the bot is an administrator there who may manage topics.
}
    Nothing is lost: what is to be said there waits, customers are served meanwhile, and the desk goes on by itself as soon as it can.
owner-group-mended = <b>The desk can write in { owner-group } again.</b> What had to wait is sent now.
owner-chat-moved =
    <b>A staff group has a new id.</b> Telegram has turned it into a supergroup, and the desk goes on there; open tickets get new topics.
    Please put { $new } in the place of { $old }, in DESKGRAM_STAFF_CHAT_ID or in the desk file. Until then the desk remembers it by itself.
owner-updates-elsewhere = <b>The desk does not get all messages:</b> { $reason ->
    [webhook] a webhook is set for this bot. Remove it with the method deleteWebhook.
   *[another-poller] another program asks for the messages of this bot. Stop it, or give one of the two a bot of its own.
}
    What has come in is safe. Telegram keeps the rest for a day, and the desk asks for it again and again.
