/** Forked JVMs with the shipped agent jar: what it promises, tried on every JDK that is found. */
package dev.bauta.it;
