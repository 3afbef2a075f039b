package dev.bauta.agent.instrumentation.jackson;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.instrumentation.json.Mark;
import dev.bauta.agent.instrumentation.json.PiiMembers;
import dev.bauta.agent.instrumentation.json.RuledMembers;
import java.lang.reflect.Member;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rules for members that came into use after the writers of their properties were made: those
 * writers have no mark, so each is asked whether a rule names its member. Only while there are such
 * rules. Thread-safe.
 */
final class LateRules {

  /**
   * What was decided about a property.
   *
   * @param mark null where no rule names it
   * @param changes how often the rules had changed by then
   */
  private record Decision(Mark mark, int changes) {}

  private final Masking masking;
  private final RuledMembers ruled;
  private final ClassValue<Map<String, Decision>> known =
      new ClassValue<>() {
        @Override
        protected Map<String, Decision> computeValue(Class<?> owner) {
          return new ConcurrentHashMap<>();
        }
      };

  LateRules(Masking masking, RuledMembers ruled) {
    this.masking = masking;
    this.ruled = ruled;
  }

  /** The form of the value that the unmarked writer may write; a failure hides it. */
  Object hide(Object writer, Object value) {
    try {
      Databind databind = Databind.of(writer);
      Member member = databind.member(writer);
      if (member == null) {
        return value;
      }
      Map<String, Decision> decisions = known.get(member.getDeclaringClass());
      String name = databind.writtenName(writer);
      int changes = masking.memberRulesChanges();
      Decision decision = decisions.get(name);
      if (decision == null || decision.changes != changes) {
        decision = new Decision(decide(databind, writer, member, name), changes);
        decisions.put(name, decision);
      }
      return decision.mark == null ? value : decision.mark.hide(value);
    } catch (ReflectiveOperationException failure) {
      masking.failed(failure);
      return null;
    }
  }

  private Mark decide(Databind databind, Object writer, Member member, String name)
      throws ReflectiveOperationException {
    String memberName = member.getName();
    Place place =
        ruled.of(member.getDeclaringClass(), name, memberName, PiiMembers.propertyOf(memberName));
    return place == null ? null : databind.mark(writer, place);
  }
}
