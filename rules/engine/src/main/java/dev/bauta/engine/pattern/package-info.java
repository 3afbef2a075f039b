/** Patterns and word lists of rule files, searched for in linear time. */
package dev.bauta.engine.pattern;
