package dev.bauta.agent.instrumentation.jsonorigin;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LdcInsnNode;

/**
 * A method inside which a library writes JSON that goes a known way.
 *
 * @param traffic the way's name
 * @param className internal
 * @param method every method of this name that is no bridge
 */
record TrafficPoint(String traffic, String className, String method) implements ClassHook.Rewrite {

  private static final String SERVER = "server";
  private static final String CLIENT = "client";
  private static final String MESSAGE = "message";
  private static final String CACHE = "cache";

  private static final String CONVERTER = "org/springframework/http/converter/";
  private static final String REDIS = "org/springframework/data/redis/serializer/";
  private static final String JMS = "org/springframework/jms/support/converter/";

  static final List<TrafficPoint> ALL =
      List.of(
          // Whatever a servlet writes, unless one of the others is inside.
          new TrafficPoint(SERVER, "jakarta/servlet/http/HttpServlet", "service"),
          new TrafficPoint(SERVER, "javax/servlet/http/HttpServlet", "service"),
          // Spring's RestTemplate and RestClient; a body that is streamed is written later, by
          // whatever thread sends it
          new TrafficPoint(CLIENT, "org/springframework/web/client/RestTemplate", "doExecute"),
          new TrafficPoint(
              CLIENT,
              "org/springframework/web/client/DefaultRestClient$DefaultRequestBodyUriSpec",
              "writeWithMessageConverters"),
          new TrafficPoint(CLIENT, CONVERTER + "AbstractHttpMessageConverter$1", "writeTo"),
          new TrafficPoint(CLIENT, CONVERTER + "AbstractGenericHttpMessageConverter$1", "writeTo"),
          new TrafficPoint(CLIENT, CONVERTER + "AbstractSmartHttpMessageConverter$1", "writeTo"),
          // Feign
          new TrafficPoint(CLIENT, "feign/ReflectiveFeign$BuildEncodedTemplateFromArgs", "resolve"),
          new TrafficPoint(
              CLIENT, "feign/ReflectiveFeign$BuildFormEncodedTemplateFromArgs", "resolve"),
          new TrafficPoint(
              CLIENT,
              "feign/RequestTemplateFactoryResolver$BuildEncodedTemplateFromArgs",
              "resolve"),
          new TrafficPoint(
              CLIENT,
              "feign/RequestTemplateFactoryResolver$BuildFormEncodedTemplateFromArgs",
              "resolve"),
          // Retrofit
          new TrafficPoint(CLIENT, "retrofit2/converter/gson/GsonRequestBodyConverter", "convert"),
          new TrafficPoint(CLIENT, "retrofit2/converter/gson/GsonStreamingRequestBody", "writeTo"),
          new TrafficPoint(
              CLIENT, "retrofit2/converter/jackson/JacksonRequestBodyConverter", "convert"),
          new TrafficPoint(
              CLIENT, "retrofit2/converter/jackson/JacksonStreamingRequestBody", "writeTo"),
          new TrafficPoint(
              CLIENT, "retrofit2/converter/moshi/MoshiRequestBodyConverter", "convert"),
          new TrafficPoint(
              CLIENT, "retrofit2/converter/moshi/MoshiStreamingRequestBody", "writeTo"),
          // JAX-RS: Jersey, RESTEasy
          new TrafficPoint(CLIENT, "org/glassfish/jersey/client/ClientRequest", "doWriteEntity"),
          new TrafficPoint(
              CLIENT,
              "org/jboss/resteasy/client/jaxrs/internal/ClientInvocation",
              "writeRequestBody"),
          // Kafka, whatever serializer it has; the mock is what an application's own tests use
          new TrafficPoint(MESSAGE, "org/apache/kafka/clients/producer/KafkaProducer", "doSend"),
          new TrafficPoint(MESSAGE, "org/apache/kafka/clients/producer/MockProducer", "send"),
          // Spring's AMQP and JMS
          new TrafficPoint(
              MESSAGE,
              "org/springframework/amqp/support/converter/AbstractMessageConverter",
              "toMessage"),
          new TrafficPoint(MESSAGE, JMS + "MappingJackson2MessageConverter", "toMessage"),
          new TrafficPoint(MESSAGE, JMS + "JacksonJsonMessageConverter", "toMessage"),
          // Spring's Redis
          new TrafficPoint(CACHE, REDIS + "GenericJackson2JsonRedisSerializer", "serialize"),
          new TrafficPoint(CACHE, REDIS + "Jackson2JsonRedisSerializer", "serialize"),
          new TrafficPoint(CACHE, REDIS + "GenericJacksonJsonRedisSerializer", "serialize"),
          new TrafficPoint(CACHE, REDIS + "JacksonJsonRedisSerializer", "serialize"));

  ClassHook hook() {
    return ClassHook.ofOrigins(className, this).readingOnly(CodeFilter.methods(method));
  }

  @Override
  public void apply(ClassEditor editor) {
    int places =
        editor.bracket(
            m -> m.name.equals(method) && (m.access & Opcodes.ACC_BRIDGE) == 0,
            JsonOriginInstrumentation.PLACE,
            m -> entered(editor));
    if (!className.endsWith("$1")) { // in another version it may be another class of no name
      editor.require(method, places);
    }
  }

  private InsnList entered(ClassEditor editor) {
    InsnList code = new InsnList();
    code.add(new LdcInsnNode(traffic));
    code.add(editor.filter(JsonOriginInstrumentation.TRAFFIC, Type.getType(Object.class)));
    return code;
  }
}
