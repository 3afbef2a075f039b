/** The report of what was seen where nothing is hidden: names of places and numbers, no value. */
package dev.bauta.report;
