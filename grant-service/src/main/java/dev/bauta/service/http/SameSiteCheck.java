package dev.bauta.service.http;

import dev.bauta.service.access.NotAllowedException;
import java.net.URI;

/**
 * Browsers send cookies with calls that other sites' pages make them do. A call that changes
 * something and comes with a cookie has to come from our own pages: browsers say so in {@code
 * Sec-Fetch-Site}, older ones in {@code Origin}.
 */
final class SameSiteCheck {
  private SameSiteCheck() {}

  /**
   * @param fetchSite the header Sec-Fetch-Site, or null
   * @param origin the header Origin, or null
   * @param ours where people reach us
   * @throws NotAllowedException if it does not come from there
   */
  static void require(String method, String fetchSite, String origin, URI ours) {
    if (method.equals("GET") || method.equals("HEAD")) return;
    boolean own =
        fetchSite != null
            ? fetchSite.equals("same-origin")
            : origin != null && origin.equals(ours.getScheme() + "://" + ours.getRawAuthority());
    if (!own)
      throw new NotAllowedException("This came from a page of another site; nothing was done.");
  }
}
