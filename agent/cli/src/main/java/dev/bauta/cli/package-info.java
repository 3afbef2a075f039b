/** The command line of {@code bauta-agent.jar}: the rules engine on files and streams. */
package dev.bauta.cli;
