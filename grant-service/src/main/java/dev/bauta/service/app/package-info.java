/**
 * Puts the service together: command line, configuration, keys, start and stop. Nothing points at
 * this package.
 */
package dev.bauta.service.app;
