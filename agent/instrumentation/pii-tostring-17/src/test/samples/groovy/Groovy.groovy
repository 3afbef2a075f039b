package samples

import dev.bauta.annotations.Pii
import groovy.transform.Canonical
import groovy.transform.CompileStatic
import groovy.transform.ToString
import java.util.function.Function

@Canonical
class Canon {
  int id
  @Pii('name') String name
  @Pii('age') int age
}

@ToString(includeNames = true)
@CompileStatic
class Named {
  int id
  @Pii('name') String name
}

@CompileStatic
class Gs {
  int id = 7
  @Pii('name') String name = 'Ada Lovelace'

  @Override
  String toString() { "G $id $name" }
}

class Dynamic {
  int id = 7
  @Pii('name') String name = 'Ada Lovelace'
  @Pii('nick') String nick = 'Ad'

  @Override
  String toString() { "G $id $name " + nick }
}

class Groovy implements Function<String, Object> {
  Object apply(String name) {
    switch (name) {
      case 'canonical': return new Canon(7, 'Ada Lovelace', 36)
      case 'named': return new Named(id: 7, name: 'Ada Lovelace')
      case 'static string': return new Gs()
      case 'dynamic string': return new Dynamic()
      default: throw new IllegalArgumentException(name)
    }
  }
}
