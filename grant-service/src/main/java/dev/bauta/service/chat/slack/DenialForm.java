package dev.bauta.service.chat.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.List;

/** Asks for the reason of a denial. */
final class DenialForm {
  private static final int LONGEST_REASON = 1000;

  private DenialForm() {}

  static View view(String requestId) {
    return View.builder()
        .type("modal")
        .callbackId(Ids.DENIAL_FORM)
        .privateMetadata(Carried.write(requestId))
        .title(ViewTitle.builder().type("plain_text").text("Deny").build())
        .submit(ViewSubmit.builder().type("plain_text").text("Deny").build())
        .close(ViewClose.builder().type("plain_text").text("Close").build())
        .blocks(
            List.of(
                Blocks.input(
                    "reason", "Why (the requester reads this)", Blocks.lines(1, LONGEST_REASON))))
        .build();
  }

  static String why(JsonNode view) {
    return view.path("state")
        .path("values")
        .path("reason")
        .path(Ids.VALUE)
        .path("value")
        .asText("");
  }
}
