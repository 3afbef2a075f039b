/**
 * The numbers that states give to persons and companies: a table of formats, and what checks them.
 */
package dev.bauta.engine.ids;
