/**
 * Slack, over HTTP: the {@code /unmask} command and its form, the approvers' card with its buttons,
 * and what people are told.
 *
 * <p><b>In:</b> {@link dev.bauta.service.chat.slack.SlackEndpoint} checks a request's signature
 * over its raw bytes, then its age, then whether it was seen before, then whose it is; it turns it
 * into {@link dev.bauta.service.chat.slack.Task}s, stores them, and only then answers. {@link
 * dev.bauta.service.chat.slack.TaskWork} does them afterwards, as often as it takes.
 *
 * <p><b>Out:</b> {@link dev.bauta.service.chat.slack.Announcer} posts and updates what {@link
 * dev.bauta.service.chat.slack.Card} and {@link dev.bauta.service.chat.slack.Story} render from the
 * stored request. Nothing that comes back from Slack is used as text; a button carries a request's
 * id and no more.
 *
 * <p>The types of Slack's client stay inside this package.
 */
package dev.bauta.service.chat.slack;
