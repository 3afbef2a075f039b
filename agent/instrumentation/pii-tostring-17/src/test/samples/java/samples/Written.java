package samples;

import com.google.auto.value.AutoValue;
import com.google.common.base.MoreObjects;
import dev.bauta.annotations.Pii;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lombok.Builder;
import lombok.Data;
import lombok.EqualsAndHashCode;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import lombok.ToString;
import lombok.Value;
import lombok.With;
import lombok.experimental.SuperBuilder;
import org.apache.commons.lang3.builder.ReflectionToStringBuilder;
import org.apache.commons.lang3.builder.ToStringBuilder;
import org.apache.commons.lang3.builder.ToStringStyle;
import org.immutables.value.Value.Immutable;

/** Classes whose toString() a tool or a helper writes. Compiled by the tests, in several ways. */
public final class Written implements Function<String, Object> {

  @Override
  public Object apply(String name) {
    LocalDate born = LocalDate.of(1815, 12, 10);
    return switch (name) {
      case "lombok data" -> new LombokData(7, "Ada Lovelace", 36, born, List.of("Ada", "Ad"));
      case "lombok value" -> new LombokValue(7, "Ada Lovelace");
      case "lombok fields" -> new LombokFields();
      case "lombok included" -> new LombokIncluded();
      case "lombok super" -> new LombokSub();
      case "lombok built" -> LombokBuilt.builder().id(7).name("Ada Lovelace").age(36).build();
      case "lombok builder" -> LombokBuilt.builder().id(7).name("Ada Lovelace").age(36);
      case "lombok super built" -> SuperSub.builder().name("Ada Lovelace").city("London").build();
      case "lombok super builder" -> SuperSub.builder().name("Ada Lovelace").city("London");
      case "lombok default builder" -> LombokDefault.builder().name("Ada").tag("Lovelace");
      case "lombok nested" ->
          new LombokNested(List.of(new LombokValue(7, "Ada Lovelace")),
              Map.of("k", new LombokValue(8, "Bob Lovelace")),
              Optional.of(new LombokValue(9, "Eve Lovelace")));
      case "builder by hand" -> new ByHand.Builder().id(7).name("Ada Lovelace");
      case "built by hand" -> new ByHand.Builder().id(7).name("Ada Lovelace").build();
      case "commons" -> new Commons();
      case "commons styles" -> new CommonsStyles();
      case "commons reflection" -> new CommonsReflection();
      case "commons reflection builder" -> new CommonsReflectionBuilder();
      case "guava" -> new Guava();
      case "auto value" -> Auto.of(7, "Ada Lovelace", 36);
      case "immutables" -> ImmutablePlain.builder().id(7).name("Ada Lovelace").age(36).build();
      case "sub" -> new Sub();
      case "sub super" -> new SubSuper();
      default -> throw new IllegalArgumentException(name);
    };
  }

  @Data
  @RequiredArgsConstructor
  static class LombokData {
    private final int id;

    @Pii("name")
    private final String name;

    @Pii("age")
    private final int age;

    @Pii("birthday")
    private final LocalDate born;

    @Pii("name")
    private final List<String> names;

    private String note;
  }

  @Value
  static class LombokValue {
    int id;

    @With
    @Pii("name")
    String name;
  }

  @ToString(includeFieldNames = false, doNotUseGetters = true)
  @Getter
  static class LombokFields {
    int id = 7;

    @Pii("name")
    String[] names = {"Ada Lovelace", "Ad"};

    @Pii("code")
    char[] code = {'x', 'y', 'z'};

    @Pii("pins")
    int[] pins = {1234, 4321};
  }

  @ToString(onlyExplicitlyIncluded = true)
  static class LombokIncluded {
    @ToString.Include int id = 7;

    @Pii("name")
    String name = "Ada Lovelace";

    @ToString.Include(name = "shown")
    String shown() {
      return "<" + name + ">";
    }
  }

  @ToString
  static class LombokBase {
    @Pii("city")
    protected String city = "London";
  }

  @ToString(callSuper = true)
  @EqualsAndHashCode(callSuper = true)
  static class LombokSub extends LombokBase {
    @Pii("name")
    private String name = "Ada Lovelace";
  }

  @Builder
  @ToString
  static class LombokBuilt {
    int id;

    @Pii("name")
    String name;

    @Pii("age")
    int age;
  }

  @Builder
  static class LombokDefault {
    @Builder.Default int id = 7;

    @Pii("name")
    @Builder.Default
    String name = "?";

    @Pii("tag")
    @lombok.Singular
    List<String> tags;
  }

  @SuperBuilder
  @ToString
  static class SuperBase {
    @Pii("city")
    String city;
  }

  @SuperBuilder
  @ToString(callSuper = true)
  static class SuperSub extends SuperBase {
    @Pii("name")
    String name;
  }

  @Data
  static class LombokNested {
    private final List<LombokValue> list;
    private final Map<String, LombokValue> map;
    private final Optional<LombokValue> optional;
  }

  static class ByHand {
    private final int id;

    @Pii("name")
    private final String name;

    ByHand(int id, String name) {
      this.id = id;
      this.name = name;
    }

    @Override
    public String toString() {
      StringBuilder out = new StringBuilder("ByHand{");
      out.append("id=").append(id).append(", name='").append(name).append('\'');
      return out.append('}').toString();
    }

    static class Builder {
      private int id;

      @Pii("name")
      private String name;

      Builder id(int id) {
        this.id = id;
        return this;
      }

      Builder name(String name) {
        this.name = name;
        return this;
      }

      ByHand build() {
        return new ByHand(id, name);
      }

      @Override
      public String toString() {
        return String.format("Builder{id=%d, name=%s}", id, name);
      }
    }
  }

  static class Commons {
    int id = 7;

    @Pii("name")
    String name = "Ada Lovelace";

    @Pii("age")
    int age = 36;

    @Pii("salary")
    double salary = 12345.5;

    @Pii("name")
    List<String> names = List.of("Ada", "Ad");

    @Pii("names")
    String[] array = {"Ada Lovelace", "Ad"};

    @Pii("vip")
    boolean vip = true;

    @Pii("pins")
    int[] pins = {1234, 4321};

    @Override
    public String toString() {
      return new ToStringBuilder(this, ToStringStyle.SHORT_PREFIX_STYLE)
          .append("id", id)
          .append("name", name)
          .append("age", age)
          .append("salary", salary)
          .append("names", names)
          .append("array", array)
          .append("vip", vip)
          .append("pins", pins)
          .append(name)
          .toString();
    }
  }

  static class CommonsStyles {
    @Pii("name")
    String name = "Ada Lovelace";

    @Pii("name")
    String[] names = {"Ada", "Ad"};

    @Override
    public String toString() {
      return new ToStringBuilder(this, ToStringStyle.JSON_STYLE).append("name", name).build()
          + new ToStringBuilder(this, ToStringStyle.NO_CLASS_NAME_STYLE)
              .append("names", names, true);
    }
  }

  static class CommonsReflection {
    int id = 7;

    @Pii("name")
    String name = "Ada Lovelace";

    @Pii("nick")
    String nick = "Ad";

    @Pii("age")
    int age = 36;

    @Pii("salary")
    double salary = 12345.5;

    @Pii("born")
    LocalDate born = LocalDate.of(1815, 12, 10);

    @Pii("pins")
    int[] pins = {1234, 4321};

    @Override
    public String toString() {
      return ToStringBuilder.reflectionToString(this, ToStringStyle.SHORT_PREFIX_STYLE);
    }
  }

  static class CommonsReflectionBuilder {
    int id = 7;

    @Pii("name")
    String name = "Ada Lovelace";

    @Pii("nick")
    String nick = "Ad";

    @Override
    public String toString() {
      return new ReflectionToStringBuilder(this, ToStringStyle.SIMPLE_STYLE).toString();
    }
  }

  static class Guava {
    int id = 7;

    @Pii("name")
    String name = "Ada Lovelace";

    @Pii("age")
    int age = 36;

    @Pii("salary")
    double salary = 12345.5;

    @Pii("initial")
    char initial = 'A';

    @Pii("vip")
    boolean vip = true;

    @Override
    public String toString() {
      return MoreObjects.toStringHelper(this)
          .add("id", id)
          .add("name", name)
          .add("age", age)
          .add("salary", salary)
          .add("initial", initial)
          .add("vip", vip)
          .addValue(name)
          .addValue(age)
          .omitNullValues()
          .toString();
    }
  }

  @AutoValue
  abstract static class Auto {
    abstract int id();

    @Pii("name")
    abstract String name();

    @Pii("age")
    abstract int age();

    static Auto of(int id, String name, int age) {
      return new AutoValue_Written_Auto(id, name, age);
    }
  }

  static class Base {
    @Pii("city")
    protected String city = "London";

    @Pii("name")
    private final String name = "Ada Lovelace";

    public String getName() {
      return name;
    }

    @Override
    public String toString() {
      return "Base " + city;
    }
  }

  /** Prints what it inherits, and has nothing marked of its own. */
  static class Sub extends Base {
    int id = 7;

    @Override
    public String toString() {
      return "Sub " + id + " " + city + " " + getName();
    }
  }

  static class SubSuper extends Base {
    int id = 7;

    @Override
    public String toString() {
      return "Sub " + id + " " + super.toString();
    }
  }
}

@Immutable
@org.immutables.value.Value.Style(passAnnotations = Pii.class)
interface Plain {
  int id();

  @Pii("name")
  String name();

  @Pii("age")
  int age();
}
