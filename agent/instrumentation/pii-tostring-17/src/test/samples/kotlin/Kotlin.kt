package samples

import dev.bauta.annotations.Pii
import java.util.function.Function

data class Person(
    val id: Int,
    @Pii("name") val name: String,
    @field:Pii("age") val age: Int,
    @get:Pii("salary") val salary: Double,
    @Pii("nick") val nick: String?,
    @Pii("name") val names: List<String>,
    @Pii("tags") val tags: Array<String>,
    var plain: String = "plain",
)

data class Wrapped<T>(@Pii("name") val content: T, val inner: List<Address>)

@Pii("address") data class Address(val street: String, val number: Int)

@JvmInline value class Name(val text: String)

data class WithValueClass(@Pii("name") val name: Name, val id: Int)

open class Base(@Pii("name") open val name: String) {
  override fun toString() = "Base $name"
}

class Sub(name: String, val id: Int) : Base(name) {
  override fun toString() = "Sub $id ${super.toString()}"
}

class Templates(@Pii("name") val name: String, @Pii("age") val age: Int?, val id: Long) {
  override fun toString() =
      "T $id ${name.uppercase()} ${age ?: "-"} " + name + buildString { append(name) } + "$age"
}

class Kotlin : Function<String, Any> {
  override fun apply(name: String): Any =
      when (name) {
        "data" ->
            Person(
                7, "Ada Lovelace", 36, 12345.5, "Ad", listOf("Ada", "Ad"), arrayOf("Ada Lovelace"))
        "wrapped" -> Wrapped("Ada Lovelace", listOf(Address("Lane 1", 12)))
        "value class" -> WithValueClass(Name("Ada Lovelace"), 7)
        "sub" -> Sub("Ada Lovelace", 7)
        "templates" -> Templates("Ada Lovelace", 36, 7)
        else -> throw IllegalArgumentException(name)
      }
}
