/**
 * What instrumentations of loggers share: how values, texts and throwables of events are masked.
 */
package dev.bauta.agent.api.log;
