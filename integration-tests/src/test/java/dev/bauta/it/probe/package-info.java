/**
 * Small programs that run in a forked JVM, each sending planted values through every way out of one
 * library. They use the library's own calls only, so that one compiled probe runs with every
 * version put on its class path.
 */
package dev.bauta.it.probe;
