package dev.bauta.service.chat.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * A message as it is to be posted.
 *
 * @param text what notifications and screen readers get
 */
record Rendered(String text, List<LayoutBlock> blocks) {}
