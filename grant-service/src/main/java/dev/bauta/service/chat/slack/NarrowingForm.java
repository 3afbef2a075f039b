package dev.bauta.service.chat.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dev.bauta.service.access.AccessRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Asks an approver what to take away from a request before agreeing to it. Offers only what was
 * asked for; that a narrowing narrows is checked where it is decided.
 */
final class NarrowingForm {
  private static final int LONGEST_SUBJECT = 255;

  private NarrowingForm() {}

  static View view(AccessRequest request) {
    return View.builder()
        .type("modal")
        .callbackId(Ids.NARROW_FORM)
        .privateMetadata(Carried.write(request.id()))
        .title(ViewTitle.builder().type("plain_text").text("Approve less").build())
        .submit(ViewSubmit.builder().type("plain_text").text("Approve").build())
        .close(ViewClose.builder().type("plain_text").text("Close").build())
        .blocks(blocks(request))
        .build();
  }

  private static List<LayoutBlock> blocks(AccessRequest request) {
    List<LayoutBlock> blocks = new ArrayList<>();
    Map<String, String> types = new LinkedHashMap<>();
    new TreeSet<>(request.scope().types()).forEach(type -> types.put(type, type));
    blocks.add(Blocks.input("types", "Data types", Choices.allOf(types)));
    long asked = request.duration().toMinutes();
    Map<String, String> minutes = RequestForm.durations(Math.toIntExact(asked));
    blocks.add(Blocks.input("minutes", "For how long", Choices.one(minutes, Long.toString(asked))));
    // a subject that was asked for stays: there is nothing to narrow it to
    if (request.scope().subject().isEmpty())
      blocks.add(
          Blocks.optional(
              "subject",
              "One customer or trace",
              "An id. Empty: every customer, as was asked for.",
              Blocks.line(LONGEST_SUBJECT)));
    return blocks;
  }

  /**
   * What was filled in.
   *
   * @throws MalformedException if it is not this form
   */
  static Task.LesserApproval read(JsonNode view) {
    JsonNode values = view.path("state").path("values");
    return new Task.LesserApproval(
        Carried.request(view),
        RequestForm.number(RequestForm.chosen(values, "minutes")),
        RequestForm.severalChosen(values, "types"),
        values.path("subject").path(Ids.VALUE).path("value").asText("").strip());
  }
}
