/**
 * The HTTP side: the API for people, the one for agents with its stream, and what is open to
 * everybody.
 */
package dev.bauta.service.http;
