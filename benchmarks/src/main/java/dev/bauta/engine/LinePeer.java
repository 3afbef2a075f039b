package dev.bauta.engine;

import java.util.List;

/** Something else that finds personal data in a line. Finding only: replacing would come on top. */
interface LinePeer {

  /** How many values are found. */
  int count(String text);

  /** The types found, in the order of their places. */
  List<String> types(String text);
}
