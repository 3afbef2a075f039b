/**
 * Requests, approvals, grants and the rules for them. Imports the JDK and {@code rules/grants}
 * only: no SQL, no HTTP, no chat platform, no clock of its own. Everything that changes state is
 * one class with one method, and runs in one transaction of the {@link
 * dev.bauta.service.access.Store} together with its audit record and its notices.
 */
package dev.bauta.service.access;
