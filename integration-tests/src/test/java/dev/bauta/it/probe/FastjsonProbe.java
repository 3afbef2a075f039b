package dev.bauta.it.probe;

import com.alibaba.fastjson.JSON;

/** Writes planted values with fastjson 1.2. */
public final class FastjsonProbe {

  private FastjsonProbe() {}

  public static void main(String[] args) throws Exception {
    JsonShapes.print(JSON::toJSONString);
  }
}
