package dev.bauta.agent.core;

import dev.bauta.agent.api.ViewerSources;

/**
 * Where principals come from.
 *
 * @param sources what instrumentations ask
 * @param osUser who is looking where nobody else is known, or null for nobody
 */
record PrincipalSettings(ViewerSources sources, String osUser) {

  static final PrincipalSettings NONE = new PrincipalSettings(ViewerSources.NONE, null);
}
