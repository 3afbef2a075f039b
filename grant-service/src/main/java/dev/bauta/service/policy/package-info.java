/**
 * The language of policies: rules that say who may see what, when, and who has to agree. Pure: it
 * reads no file, no clock and no directory, and knows neither requests nor grants.
 */
package dev.bauta.service.policy;
