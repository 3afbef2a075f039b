package dev.bauta.engine;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadataCollection;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneNumberDesc;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes {@link PhonePlanTable} from libphonenumber's metadata: for each calling code and length,
 * the first three digits a number may have; the first two where three would fill the table.
 */
final class PhonePlanTableMaker {

  private static final String METADATA =
      "/com/google/i18n/phonenumbers/data/PhoneNumberMetadataProto_";
  private static final int LONGEST_LINE = 151;
  private static final int NORTH_AMERICA = 1; // its area codes are three digits
  private static final int LONGEST = 17;

  private PhonePlanTableMaker() {}

  static String make() throws IOException {
    Map<Integer, List<PhoneMetadata>> plans = plans();
    StringBuilder table = new StringBuilder();
    for (Map.Entry<Integer, List<PhoneMetadata>> plan : plans.entrySet()) {
      String line = line(plan.getValue(), 3);
      boolean fits = line.length() <= LONGEST_LINE || plan.getKey() == NORTH_AMERICA;
      table.append(plan.getKey()).append(fits ? line : line(plan.getValue(), 2)).append('\n');
    }
    return table.toString();
  }

  private static Map<Integer, List<PhoneMetadata>> plans() throws IOException {
    List<String> names = new ArrayList<>(PhoneNumberUtil.getInstance().getSupportedRegions());
    for (int code : PhoneNumberUtil.getInstance().getSupportedGlobalNetworkCallingCodes()) {
      names.add(Integer.toString(code));
    }
    Map<Integer, List<PhoneMetadata>> plans = new TreeMap<>();
    for (String name : names) {
      PhoneMetadataCollection read = new PhoneMetadataCollection();
      try (InputStream in = PhoneNumberUtil.class.getResourceAsStream(METADATA + name);
          ObjectInputStream objects = new ObjectInputStream(in)) {
        read.readExternal(objects);
      }
      for (PhoneMetadata plan : read.getMetadataList()) {
        plans.computeIfAbsent(plan.getCountryCode(), code -> new ArrayList<>()).add(plan);
      }
    }
    return plans;
  }

  private static String line(List<PhoneMetadata> plans, int headDigits) {
    int[] lengths = new int[headDigits == 3 ? 1000 : 100];
    for (PhoneMetadata plan : plans) {
      for (PhoneNumberDesc kind : kinds(plan)) {
        if (!kind.getNationalNumberPattern().isEmpty()) {
          add(lengths, headDigits, kind, plan.getGeneralDesc());
        }
      }
    }
    Map<String, String> byRanges = new LinkedHashMap<>();
    for (int length = 2; length <= LONGEST; length++) {
      String ranges = ranges(lengths, length, headDigits);
      if (!ranges.isEmpty()) {
        byRanges.merge(ranges, Integer.toString(length), (a, b) -> a + "," + b);
      }
    }
    StringBuilder line = new StringBuilder();
    byRanges.forEach((ranges, all) -> line.append(' ').append(all).append(':').append(ranges));
    return line.toString();
  }

  private static PhoneNumberDesc[] kinds(PhoneMetadata plan) {
    return new PhoneNumberDesc[] {
      plan.getFixedLine(),
      plan.getMobile(),
      plan.getTollFree(),
      plan.getPremiumRate(),
      plan.getSharedCost(),
      plan.getPersonalNumber(),
      plan.getVoip(),
      plan.getPager(),
      plan.getUan(),
      plan.getVoicemail()
    };
  }

  private static void add(
      int[] lengths, int headDigits, PhoneNumberDesc kind, PhoneNumberDesc general) {
    int possible = 0;
    List<Integer> own = kind.getPossibleLengthList();
    for (int length : own.isEmpty() ? general.getPossibleLengthList() : own) {
      possible |= length > 0 ? 1 << length : 0; // -1: the country has no numbers of this kind
    }
    DigitPattern pattern = new DigitPattern(kind.getNationalNumberPattern());
    for (int head = 0; head < lengths.length; head++) {
      lengths[head] |= pattern.lengths(name(head, headDigits)) & possible;
    }
  }

  private static String ranges(int[] lengths, int length, int headDigits) {
    StringBuilder ranges = new StringBuilder();
    for (int from = 0; from < lengths.length; from++) {
      int to = from;
      while (to < lengths.length && (lengths[to] >>> length & 1) != 0) {
        to++;
      }
      if (to > from) {
        ranges.append(ranges.isEmpty() ? "" : ",").append(range(from, to - 1, headDigits));
        from = to;
      }
    }
    return ranges.toString();
  }

  private static String range(int from, int to, int headDigits) {
    String low = name(from, headDigits);
    String high = name(to, headDigits);
    while (low.length() > 1 && low.endsWith("0") && high.endsWith("9")) {
      low = low.substring(0, low.length() - 1);
      high = high.substring(0, high.length() - 1);
    }
    return low.equals(high) ? low : low + "-" + high;
  }

  private static String name(int head, int digits) {
    return String.format(Locale.ROOT, "%0" + digits + "d", head);
  }
}
