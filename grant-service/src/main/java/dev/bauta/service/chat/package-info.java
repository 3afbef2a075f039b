/**
 * What a chat platform plugs into. A platform lives in a package of its own below this one,
 * implements {@link dev.bauta.service.chat.ChatPlatform}, is found through a {@code
 * META-INF/services} line for {@link dev.bauta.service.chat.ChatPlatformProvider}, and shows none
 * of its SDK's types to anybody.
 *
 * <p><b>In:</b> the platform's route checks the signature, calls {@link
 * dev.bauta.service.chat.Inbox#accept} (unique by platform, team, user, action time and action id)
 * and answers only then. An inbox worker hands the entry to {@link
 * dev.bauta.service.chat.ChatPlatform#handle}; an entry that was accepted before a crash is handed
 * over after the restart. Who clicked is looked up by {@code Directory.byChat(platform, team,
 * user)}; somebody unknown acts as {@code Actor.stranger} and is refused by the use case, which
 * records it.
 *
 * <p><b>Out:</b> every change of a request puts a notice into the outbox in its own transaction.
 * The outbox worker loads the request as it is stored at that moment and calls {@link
 * dev.bauta.service.chat.ChatPlatform#deliver}, in order per request, again with growing pauses
 * when it throws. Messages are rendered from the request only. What was posted is remembered
 * through {@link dev.bauta.service.chat.MessageRefs} right after each post, so that a repeated
 * delivery posts nothing twice and every later change can update every message.
 */
package dev.bauta.service.chat;
