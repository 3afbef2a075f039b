/**
 * The story of one unmask, told by two real processes: the grant service and the customer desk with
 * the shipped agent. Every step checks what it shows.
 */
package dev.bauta.demo;
