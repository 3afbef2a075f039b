package dev.bauta.it.probe;

import com.alibaba.fastjson2.JSON;

/** Writes planted values with fastjson 2. */
public final class Fastjson2Probe {

  private Fastjson2Probe() {}

  public static void main(String[] args) throws Exception {
    JsonShapes.print(JSON::toJSONString);
  }
}
