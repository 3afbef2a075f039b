/**
 * The database: SQLite or PostgreSQL through the same statements. Nothing outside this package
 * knows SQL.
 */
package dev.bauta.service.store;
