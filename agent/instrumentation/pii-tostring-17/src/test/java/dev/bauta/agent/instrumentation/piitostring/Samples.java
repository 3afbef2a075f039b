package dev.bauta.agent.instrumentation.piitostring;

import dev.bauta.annotations.Pii;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Function;

/** Classes of an application. The tests compile this file in several ways. */
@SuppressWarnings("all")
public final class Samples implements Function<String, Object> {

  @Override
  public Object apply(String name) {
    return switch (name) {
      case "record" ->
          new Person(7, "Ada Lovelace", 36, LocalDate.of(1815, 12, 10), null, List.of("Ada"), 2L);
      case "generic record" -> new Box<>("Ada Lovelace", 1);
      case "marked record" -> new Address("Lane 1", 12);
      case "record with own" -> new Own("Ada Lovelace", 7);
      case "empty record" -> new Nothing();
      case "concatenation" -> new Concatenated();
      case "lombok" -> new Lombok();
      case "builder" -> new Built();
      case "format" -> new Formatted();
      case "joiner" -> new Joined();
      case "helper" -> new Helped();
      case "static helper" -> new StaticHelped();
      case "guava" -> new Guava();
      case "this" -> new Reflecting();
      case "derived" -> new Derived();
      case "ternary" -> new Ternary(null);
      case "ternary with value" -> new Ternary("Ada Lovelace");
      case "local" -> new Local();
      case "lambda" -> new Lambda();
      case "loop" -> new Loop();
      case "substring" -> new Substring();
      case "marked class" -> new Marked();
      case "annotated getter" -> new Getter();
      case "enum" -> Level.ONE;
      case "abstract" -> new Concrete();
      case "nested" -> new Nested();
      case "direct" -> new Direct();
      case "no toString" -> new Plain();
      case "super" -> new Sub();
      case "wide" -> new Wide();
      case "lazy" -> new Lazy();
      case "throwing" -> new Throwing();
      default -> throw new IllegalArgumentException(name);
    };
  }

  record Person(
      int id,
      @Pii("name") String name,
      @Pii("age") int age,
      @Pii("birthday") LocalDate born,
      @Pii("email") String email,
      @Pii("name") List<String> names,
      long points) {}

  record Box<T>(@Pii("name") T content, int size) {}

  @Pii("address")
  record Address(String street, int number) {}

  record Own(@Pii("name") String name, int id) {
    @Override
    public String toString() {
      return "Own<" + name() + "," + id + ">";
    }
  }

  record Nothing() {}

  static class Concatenated {
    int id = 7;

    @Pii("name")
    String name = "Ada Lovelace";

    @Pii("age")
    int age = 36;

    @Pii("salary")
    double salary = 12345.5;

    @Pii("id")
    UUID key = new UUID(1, 2);

    @Pii("birthday")
    LocalDate born = LocalDate.of(1815, 12, 10);

    @Pii("flag")
    boolean vip = true;

    boolean active = true;

    @Pii("initial")
    char initial = 'A';

    @Pii("name")
    String none;

    @Override
    public String toString() {
      return "C{"
          + id
          + ", "
          + name
          + ", "
          + age
          + ", "
          + salary
          + ", "
          + key
          + ", "
          + born
          + ", "
          + vip
          + ", "
          + active
          + ", "
          + initial
          + ", "
          + none
          + ", "
          + (id > 3 ? "x" : "y")
          + "}";
    }
  }

  static class Lombok {
    private int id = 36;

    @Pii("name")
    private String name = "Ada Lovelace";

    @Pii("age")
    private int age = 36;

    public int getId() {
      return id;
    }

    public String getName() {
      return this.name;
    }

    public int getAge() {
      return this.age;
    }

    @Override
    public String toString() {
      return "Lombok(id="
          + this.getId()
          + ", name="
          + this.getName()
          + ", age="
          + this.getAge()
          + ")";
    }
  }

  static class Built {
    @Pii("name")
    String name = "Ada Lovelace";

    @Pii("age")
    long age = 36;

    @Pii("code")
    char[] code = {'x', 'y', 'z'};

    @Override
    public String toString() {
      StringBuilder out = new StringBuilder(name).append('|');
      out.append(name).append(", ").append(age).append(String.valueOf(code));
      out.append(code).insert(0, name);
      out.append(name, 0, 12).append((Object) name);
      return out.toString();
    }
  }

  static class Formatted {
    @Pii("name")
    String name = "Ada Lovelace";

    @Pii("age")
    int age = 36;

    @Pii("birthday")
    LocalDate born = LocalDate.of(1815, 12, 10);

    @Pii("salary")
    BigDecimal salary = new BigDecimal("12345.50");

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "F[%s %d %tB %,.2f %s]", name, age, born, salary, 7);
    }
  }

  static class Joined {
    @Pii("name")
    String name = "Ada Lovelace";

    @Pii("born")
    LocalDate born = LocalDate.of(1815, 12, 10);

    @Override
    public String toString() {
      return new StringJoiner(", ", "[", "]").add(name).add("born " + Objects.toString(born, "?"))
          + String.join("-", name, "end").concat(name);
    }
  }

  static class Helped {
    @Pii("name")
    String name = "Ada Lovelace";

    @Pii("age")
    int age = 36;

    @Pii("nick")
    String nick = "Ad";

    @Override
    public String toString() {
      return "H" + describe();
    }

    private String describe() {
      return "<" + name + "|" + age + "y|" + nick + "|Adder>";
    }
  }

  static class StaticHelped {
    @Pii("name")
    String name = "Ada Lovelace";

    @Override
    public String toString() {
      return "S " + shout(name);
    }

    private static String shout(String text) {
      return text.toUpperCase(Locale.ROOT) + "!";
    }
  }

  static class MyToStringHelper {
    private final StringBuilder out = new StringBuilder();

    MyToStringHelper add(String name, Object value) {
      out.append(name).append('=').append(value).append(' ');
      return this;
    }

    MyToStringHelper add(String name, int value) {
      out.append(name).append('=').append(value).append(' ');
      return this;
    }

    @Override
    public String toString() {
      return out.toString();
    }
  }

  static class Guava {
    @Pii("name")
    String name = "Ada Lovelace";

    @Pii("age")
    int age = 36;

    @Override
    public String toString() {
      return new MyToStringHelper().add("name", name).add("age", age).add("id", 7).toString();
    }
  }

  static class Reflecting {
    @Pii("name")
    String name = "Ada Lovelace";

    @Pii("names")
    List<String> names = List.of("Augusta Ada", "King");

    @Override
    public String toString() {
      return print(this);
    }

    private static String print(Object any) {
      Reflecting self = (Reflecting) any;
      return "R " + self.name + " " + String.join("+", self.names);
    }
  }

  static class Derived {
    @Pii("name")
    String name = "Ada Lovelace";

    @Pii("birthday")
    LocalDate born = LocalDate.of(1815, 12, 10);

    @Pii("name")
    Optional<String> maybe = Optional.of("Ada");

    @Override
    public String toString() {
      return "D "
          + name.toUpperCase(Locale.ROOT).trim()
          + " "
          + born.format(DateTimeFormatter.BASIC_ISO_DATE)
          + " "
          + born.getYear()
          + " "
          + (name + "!").length()
          + " "
          + maybe.orElse("-")
          + " "
          + maybe.map(String::length).get();
    }
  }

  static class Ternary {
    @Pii("name")
    final String name;

    Ternary(String name) {
      this.name = name;
    }

    @Override
    public String toString() {
      return "T " + (name == null ? "?" : name) + (name == null ? "" : ".");
    }
  }

  static class Local {
    @Pii("name")
    String name = "Ada Lovelace";

    @Override
    public String toString() {
      String copy = name;
      Object other = copy;
      String text = "L " + (String) other;
      return text;
    }
  }

  static class Lambda {
    @Pii("name")
    String name = "Ada Lovelace";

    @Override
    public String toString() {
      java.util.function.Supplier<String> supplier = () -> "l " + name;
      return supplier.get();
    }
  }

  static class Loop {
    @Pii("name")
    String[] names = {"Ada Lovelace", "Bob Who"};

    @Pii("number")
    int[] numbers = {123, 456};

    @Override
    public String toString() {
      StringBuilder out = new StringBuilder("L");
      for (String name : names) {
        out.append(' ').append(name);
      }
      for (int number : numbers) {
        out.append(' ').append(number);
      }
      return out.append(names.length).toString();
    }
  }

  static class Substring {
    @Pii("ssn")
    String ssn = "123456789";

    @Override
    public String toString() {
      return "S ***" + ssn.substring(5);
    }
  }

  @Pii
  static class Marked {
    static String shared = "shared";
    String name = "Ada Lovelace";
    int age = 36;

    @Pii("email")
    String email = "x";

    @Override
    public String toString() {
      return "M " + name + " " + age + " " + email + " " + shared;
    }
  }

  static class Getter {
    private final String first = "Ada";

    @Pii("name")
    public String getName() {
      return first + " Lovelace";
    }

    @Override
    public String toString() {
      return "G " + getName();
    }
  }

  enum Level {
    ONE("Ada Lovelace");

    @Pii("name")
    private final String owner;

    Level(String owner) {
      this.owner = owner;
    }

    @Override
    public String toString() {
      return name() + " of " + owner;
    }
  }

  abstract static class Base {
    @Pii("name")
    String name = "Ada Lovelace";

    abstract int id();

    @Override
    public String toString() {
      return "B " + id() + " " + name;
    }
  }

  static class Concrete extends Base {
    @Override
    int id() {
      return 7;
    }
  }

  static class Unmarked {
    String city = "London";

    @Override
    public String toString() {
      return "in " + city;
    }
  }

  static class Nested {
    @Pii("address")
    Unmarked address = new Unmarked();

    @Override
    public String toString() {
      return "N " + address + " " + address.city;
    }
  }

  static class Direct {
    @Pii("name")
    String name = "Ada Lovelace";

    @Override
    public String toString() {
      return name;
    }
  }

  static class Plain {
    @Pii("name")
    String name = "Ada Lovelace";
  }

  static class Sub extends Unmarked {
    @Pii("city")
    String same = city;

    @Override
    public String toString() {
      return super.toString() + "/" + same;
    }
  }

  static class Wide {
    long a = 1;
    double b = 2;

    @Pii("long")
    long c = 3;

    @Pii("double")
    double d = 4;

    long e = 5;

    @Pii("name")
    String f = "Ada";

    double g = 6;

    @Override
    public String toString() {
      return "" + a + b + c + d + e + f + g + (a > 0 ? c : d);
    }
  }

  static class Orders {
    @Override
    public String toString() {
      throw new IllegalStateException("no session");
    }
  }

  static class Lazy {
    @Pii("orders")
    Orders orders = new Orders();

    int id = 7;

    @Override
    public String toString() {
      return "Lazy " + id + more();
    }

    private String more() {
      return "";
    }
  }

  static class Throwing {
    @Pii("name")
    String name;

    @Override
    public String toString() {
      return "T " + name.length();
    }
  }
}
