package dev.bauta.engine;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** RE2/J: linear in the length of the text, as the engine is. The matchers are kept. */
final class Re2Peer implements LinePeer {

  private final List<String> types = new ArrayList<>();
  private final List<Matcher> matchers = new ArrayList<>();

  Re2Peer() {
    Patterns.BY_TYPE.forEach(
        (type, pattern) -> {
          types.add(type);
          matchers.add(Pattern.compile(pattern).matcher(""));
        });
  }

  @Override
  public int count(String text) {
    int found = 0;
    for (Matcher matcher : matchers) {
      matcher.reset(text);
      while (matcher.find()) {
        found++;
      }
    }
    return found;
  }

  @Override
  public List<String> types(String text) {
    Map<Integer, String> found = new TreeMap<>();
    for (int i = 0; i < matchers.size(); i++) {
      Matcher matcher = matchers.get(i).reset(text);
      while (matcher.find()) {
        found.put(matcher.start(), types.get(i));
      }
    }
    return List.copyOf(found.values());
  }
}
