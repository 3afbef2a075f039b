/** Check digits: the families that numbers of cards, accounts and persons are protected by. */
package dev.bauta.engine.checks;
