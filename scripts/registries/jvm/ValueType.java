import java.lang.invoke.SerializedLambda;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The type of an entry's value. Spark keeps only a chain of converter functions; each is a function literal whose name tells the
 * builder method that made it (intConf, timeConf, toSequence, checkValues …) and whose captured values hold unit and choices.
 */
final class ValueType {
  private static final int DEEPEST_CHAIN = 16;

  String type = "string";
  String unit = "";
  boolean list;
  List<String> allowed = new ArrayList<>();

  static ValueType of(Object entry) throws ReflectiveOperationException {
    Object fallback = entry.getClass().getSimpleName().startsWith("Fallback") ? Reflection.member(entry, "fallback") : null;
    if (fallback != null) {
      return of(fallback);
    }
    ValueType found = new ValueType();
    found.unwind(converter(entry), 0);
    return found;
  }

  /** The function from text to value: optional entries wrap it. */
  static Object converter(Object entry) {
    Object raw = Reflection.member(entry, "rawValueConverter");
    return raw != null ? raw : Reflection.member(entry, "valueConverter");
  }

  private boolean unwind(Object function, int depth) throws ReflectiveOperationException {
    SerializedLambda lambda = Reflection.lambda(function);
    if (lambda == null || depth > DEEPEST_CHAIN) {
      return false;
    }
    String made = lambda.getImplMethodName().replaceAll("^.*\\$anonfun\\$", "").replaceAll("(\\$adapted|\\$\\d+)+$", "");
    read(lambda);
    switch (made) {
      case "intConf", "longConf", "doubleConf", "booleanConf", "stringConf" -> type = made.substring(0, made.length() - 4);
      case "regexConf" -> type = "string";
      case "timeConf" -> type = "duration";
      case "bytesConf" -> type = "bytes";
      case "enumConf" -> {
        type = "string";
        enumerated(lambda);
      }
      default -> {
        list |= made.startsWith("toSequence");
        return inner(lambda, depth);
      }
    }
    return true;
  }

  private boolean inner(SerializedLambda lambda, int depth) throws ReflectiveOperationException {
    for (int i = 0; i < lambda.getCapturedArgCount(); i++) {
      Object captured = lambda.getCapturedArg(i);
      boolean builder = captured != null && captured.getClass().getName().endsWith("TypedConfigBuilder");
      if (unwind(builder ? Reflection.member(captured, "converter") : captured, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private void read(SerializedLambda lambda) throws ReflectiveOperationException {
    for (int i = 0; i < lambda.getCapturedArgCount(); i++) {
      Object captured = lambda.getCapturedArg(i);
      if (captured instanceof Enum<?> named && unit.isEmpty()) {
        unit = named.name();
      }
      SerializedLambda check = Reflection.lambda(captured);
      if (check != null && check.getImplMethodName().contains("checkValues") && allowed.isEmpty()) {
        choices(check);
      }
    }
  }

  private void choices(SerializedLambda check) throws ReflectiveOperationException {
    for (int i = 0; i < check.getCapturedArgCount(); i++) {
      Object captured = check.getCapturedArg(i);
      if (captured != null && isA("scala.collection.Set", captured)) {
        TreeSet<String> sorted = new TreeSet<>();
        for (Object each : Reflection.elements(captured)) {
          sorted.add(String.valueOf(each));
        }
        allowed.addAll(sorted);
      }
    }
  }

  private void enumerated(SerializedLambda lambda) throws ReflectiveOperationException {
    for (int i = 0; i < lambda.getCapturedArgCount(); i++) {
      Object captured = lambda.getCapturedArg(i);
      if (captured instanceof Class<?> javaEnum && javaEnum.isEnum()) {
        for (Object constant : javaEnum.getEnumConstants()) {
          allowed.add(((Enum<?>) constant).name());
        }
      } else if (captured != null && isA("scala.Enumeration", captured)) {
        for (Object each : Reflection.elements(Reflection.member(captured, "values"))) {
          allowed.add(each.toString());
        }
      }
    }
  }

  private static boolean isA(String type, Object value) {
    try {
      return Class.forName(type).isInstance(value);
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }
}
