import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** Reads Scala objects of any Spark version without being compiled against one. */
final class Reflection {
  private Reflection() {}

  /** The singleton of a Scala object, initialised. */
  static Object module(String name) throws ReflectiveOperationException {
    return Class.forName(name + "$").getField("MODULE$").get(null);
  }

  /** The value of a member: a method without parameters, or else a field, also when Scala mangled its name. */
  static Object member(Object target, String name) {
    for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getParameterCount() == 0 && isNamed(method.getName(), name)) {
          return quietly(() -> {
            method.setAccessible(true);
            return method.invoke(target);
          });
        }
      }
      for (Field field : type.getDeclaredFields()) {
        if (isNamed(field.getName(), name)) {
          return quietly(() -> {
            field.setAccessible(true);
            return field.get(target);
          });
        }
      }
    }
    return null;
  }

  /** The elements of a Scala collection or map. */
  static List<Object> elements(Object collection) throws ReflectiveOperationException {
    List<Object> found = new ArrayList<>();
    if (collection == null) {
      return found;
    }
    Object iterator = member(collection, "iterator");
    Class<?> type = Class.forName("scala.collection.Iterator");
    Method hasNext = type.getMethod("hasNext");
    Method next = type.getMethod("next");
    while ((Boolean) hasNext.invoke(iterator)) {
      found.add(next.invoke(iterator));
    }
    return found;
  }

  /** What a compiled Scala function literal captured; null for everything else. Scala's function literals are serialisable. */
  static SerializedLambda lambda(Object function) {
    return function == null ? null : (SerializedLambda) quietly(() -> {
      Method write = function.getClass().getDeclaredMethod("writeReplace");
      write.setAccessible(true);
      Object written = write.invoke(function);
      return written instanceof SerializedLambda ? written : null;
    });
  }

  /** Calls a Scala function of one argument. Throws what the function throws. */
  static Object apply(Object function, Object argument) throws ReflectiveOperationException {
    return Class.forName("scala.Function1").getMethod("apply", Object.class).invoke(function, argument);
  }

  private static boolean isNamed(String actual, String name) {
    return actual.equals(name) || actual.endsWith("$$" + name);
  }

  private interface Attempt {
    Object get() throws ReflectiveOperationException;
  }

  private static Object quietly(Attempt attempt) {
    try {
      return attempt.get();
    } catch (ReflectiveOperationException absent) {
      return null;
    }
  }
}
