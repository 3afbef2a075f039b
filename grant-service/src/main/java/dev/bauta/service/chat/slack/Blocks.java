package dev.bauta.service.chat.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import java.util.List;

/** Block Kit's parts as we use them, with Slack's limits. */
final class Blocks {
  static final int SECTION = 3000;
  static final int FIELD = 2000;
  static final int HEADER = 150;
  static final int LABEL = 75;
  static final int FALLBACK = 1000;

  private Blocks() {}

  /** Text without any formatting: for what people wrote. */
  static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(text).emoji(false).build();
  }

  /** Our own words. Verbatim, so that nothing in a name becomes a link or a mention. */
  static MarkdownTextObject marked(String text) {
    return MarkdownTextObject.builder().text(text).verbatim(true).build();
  }

  static HeaderBlock header(String text) {
    return HeaderBlock.builder().text(plain(text)).build();
  }

  static SectionBlock section(TextObject text) {
    return SectionBlock.builder().text(text).build();
  }

  static SectionBlock fields(List<TextObject> fields) {
    return SectionBlock.builder().fields(fields).build();
  }

  static ContextBlock context(TextObject text) {
    return ContextBlock.builder()
        .elements(List.of((com.slack.api.model.block.ContextBlockElement) text))
        .build();
  }

  static ActionsBlock actions(BlockElement... buttons) {
    return named("decision", buttons);
  }

  /** Where there are several of them. */
  static ActionsBlock named(String id, BlockElement... buttons) {
    return ActionsBlock.builder().blockId(id).elements(List.of(buttons)).build();
  }

  /**
   * @param style {@code primary}, {@code danger} or null
   */
  static ButtonElement button(String action, String label, String style, String requestId) {
    return ButtonElement.builder()
        .actionId(action)
        .text(plain(label))
        .style(style)
        .value(requestId)
        .build();
  }

  static OptionObject option(String label, String value) {
    return OptionObject.builder().text(plain(SlackText.escaped(label, LABEL))).value(value).build();
  }

  static InputBlock input(String id, String label, BlockElement element) {
    return InputBlock.builder().blockId(id).label(plain(label)).element(element).build();
  }

  static InputBlock optional(String id, String label, String hint, BlockElement element) {
    return InputBlock.builder()
        .blockId(id)
        .label(plain(label))
        .hint(plain(hint))
        .optional(true)
        .element(element)
        .build();
  }

  static PlainTextInputElement line(int longest) {
    return PlainTextInputElement.builder().actionId(Ids.VALUE).maxLength(longest).build();
  }

  /**
   * @param written at first; empty for nothing
   */
  static PlainTextInputElement line(int longest, String written) {
    PlainTextInputElement line = line(longest);
    if (!written.isEmpty()) line.setInitialValue(written);
    return line;
  }

  static PlainTextInputElement lines(int shortest, int longest) {
    return PlainTextInputElement.builder()
        .actionId(Ids.VALUE)
        .multiline(true)
        .minLength(shortest)
        .maxLength(longest)
        .build();
  }
}
