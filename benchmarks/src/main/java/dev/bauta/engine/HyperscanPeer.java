package dev.bauta.engine;

import com.gliwka.hyperscan.wrapper.CompileErrorException;
import com.gliwka.hyperscan.wrapper.Database;
import com.gliwka.hyperscan.wrapper.Expression;
import com.gliwka.hyperscan.wrapper.ExpressionFlag;
import com.gliwka.hyperscan.wrapper.Match;
import com.gliwka.hyperscan.wrapper.Scanner;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hyperscan through its JNI wrapper: all patterns in one pass of native code, with the start of
 * each match, which masking needs. It reports every end of a match; {@link #types} keeps one a
 * start.
 */
final class HyperscanPeer implements LinePeer {

  private final List<String> types = List.copyOf(Patterns.BY_TYPE.keySet());
  private final Scanner scanner = new Scanner();
  private final Database database;

  HyperscanPeer() {
    List<Expression> expressions = new ArrayList<>();
    for (String pattern : Patterns.BY_TYPE.values()) {
      expressions.add(
          new Expression(pattern, EnumSet.of(ExpressionFlag.SOM_LEFTMOST), expressions.size()));
    }
    try {
      database = Database.compile(expressions);
    } catch (CompileErrorException e) {
      throw new IllegalStateException(e);
    }
    scanner.allocScratch(database);
  }

  @Override
  public int count(String text) {
    return scanner.scan(database, text).size();
  }

  @Override
  public List<String> types(String text) {
    Map<Integer, String> found = new TreeMap<>();
    for (Match match : scanner.scan(database, text)) {
      found.put((int) match.getStartPosition(), types.get(match.getMatchedExpression().getId()));
    }
    return List.copyOf(found.values());
  }
}
