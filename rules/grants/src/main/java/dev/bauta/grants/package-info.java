/**
 * Who may see what, and the signed token that says so. The grant service signs with {@link
 * dev.bauta.grants.TokenSigner}; an agent believes what {@link dev.bauta.grants.TokenVerifier} lets
 * through. No network, no state.
 */
package dev.bauta.grants;
