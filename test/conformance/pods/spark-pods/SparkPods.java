import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkSubmit;
import org.apache.spark.deploy.SparkSubmitArguments;
import org.apache.spark.deploy.k8s.KubernetesConf$;
import org.apache.spark.deploy.k8s.KubernetesDriverConf;
import org.apache.spark.deploy.k8s.KubernetesDriverSpec;
import org.apache.spark.deploy.k8s.KubernetesExecutorConf;
import org.apache.spark.deploy.k8s.KubernetesExecutorSpec;
import org.apache.spark.deploy.k8s.submit.ClientArguments;
import org.apache.spark.deploy.k8s.submit.ClientArguments$;
import org.apache.spark.deploy.k8s.submit.KubernetesClientUtils$;
import org.apache.spark.deploy.k8s.submit.KubernetesDriverBuilder;
import org.apache.spark.resource.ResourceProfile;
import org.apache.spark.resource.ResourceProfile$;
import org.apache.spark.scheduler.cluster.k8s.KubernetesExecutorBuilder;
import scala.Option;
import scala.Tuple2;
import scala.Tuple4;
import scala.collection.JavaConverters;

/**
 * Answers which pods Spark creates on Kubernetes, by Spark's own pod builders and without an API server. One JSON question a line
 * on stdin, one JSON answer a line on stdout; the Spark that answers is the one whose jars are on the class path.
 *
 * <ul>
 *   <li>{"arguments": [spark-submit arguments]}: what the submitter does. Answer: {"driver": Pod, "preResources": [what it creates
 *       before the pod], "resources": [what it creates with the pod], "properties": {the driver's spark.properties},
 *       "executorTemplate": the file that it made the executors' template of, or null}
 *   <li>{"properties": {…}, "executorTemplate": file or null, "driver": Pod with uid, or null, "executors": count}: what the driver
 *       does. Answer: {"executors": [{"pod": Pod, "resources": [what it creates for the pod]}]}
 *   <li>{"error": "…", "errorAt": "submit", "driver" or "executor"} when Spark refused: spark-submit itself, the driver's builder or
 *       the executors' builder.
 * </ul>
 *
 * Scala's private[spark] is public in byte code, which is why Java may call it.
 */
@SuppressWarnings({"deprecation", "unchecked", "rawtypes"})
public final class SparkPods {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EXECUTOR_TEMPLATE = "spark.kubernetes.executor.podTemplateFile";
  private static final String EXECUTOR_PREFIX = "spark.kubernetes.executor.podNamePrefix";
  private static final String CONF_VOLUME = "spark-conf-volume-driver";

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.setOut(System.err); // what Spark prints itself must not mix with the answers
    // never contacts a server; an empty configuration, so that the user's kubeconfig does not reach the answers
    Config config = new ConfigBuilder(Config.empty()).withMasterUrl("https://127.0.0.1:1").withNamespace("default").build();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        out.println(JSON.writeValueAsString(answer(JSON.readTree(line), client)));
      }
    }
    System.exit(0); // Spark leaves threads behind
  }

  private static ObjectNode answer(JsonNode question, KubernetesClient client) {
    String at = question.has("arguments") ? "submit" : "executor";
    try {
      if (!question.has("arguments")) {
        return executors(question, client);
      }
      Submitted submitted = submitted(question);
      at = "driver";
      return driver(submitted, client);
    } catch (Throwable refused) {
      StringBuilder message = new StringBuilder();
      for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
        message.append(message.length() > 0 ? "; caused by " : "").append(cause.getClass().getName()).append(": ").append(cause.getMessage());
      }
      return JSON.createObjectNode().put("error", message.toString()).put("errorAt", at);
    }
  }

  /** What spark-submit hands to its Kubernetes client. */
  private static final class Submitted {
    private final SparkConf conf;
    private final ClientArguments arguments;

    private Submitted(SparkConf conf, ClientArguments arguments) {
      this.conf = conf;
      this.arguments = arguments;
    }
  }

  /** What spark-submit's cluster mode makes of its arguments. */
  private static Submitted submitted(JsonNode question) throws Exception {
    List<String> arguments = new ArrayList<>();
    question.get("arguments").forEach(argument -> arguments.add(argument.asText()));
    SparkSubmit submit = new SparkSubmit() {
      @Override
      public SparkSubmitArguments parseArguments(String[] given) {
        return super.parseArguments(given);
      }
    };
    SparkSubmitArguments parsed = submit.parseArguments(arguments.toArray(new String[0]));
    Tuple4 prepared = (Tuple4) submit.prepareSubmitEnvironment(parsed, Option.empty());
    List<String> clientArguments = list(prepared._1());
    ClientArguments client = ClientArguments$.MODULE$.fromCommandLineArgs(clientArguments.toArray(new String[0]));
    return new Submitted((SparkConf) prepared._3(), client);
  }

  /** The driver pod and what belongs to it, finished as org.apache.spark.deploy.k8s.submit.Client.run does. */
  private static ObjectNode driver(Submitted submitted, KubernetesClient client) throws Exception {
    KubernetesDriverConf conf = KubernetesConf$.MODULE$.createDriverConf(submitted.conf, KubernetesConf$.MODULE$.getKubernetesAppId(),
        submitted.arguments.mainAppResource(), submitted.arguments.mainClass(), submitted.arguments.driverArgs(), submitted.arguments.proxyUser());
    KubernetesDriverSpec spec = new KubernetesDriverBuilder().buildFromFeatures(conf, client);
    KubernetesClientUtils$ utils = KubernetesClientUtils$.MODULE$;
    String name = utils.configMapNameDriver();
    scala.collection.immutable.Map<String, String> files = utils.buildSparkConfDirFilesMap(name, conf.sparkConf(), spec.systemProperties());
    scala.collection.immutable.Map<String, String> data = (scala.collection.immutable.Map<String, String>) (Object)
        files.$plus(new Tuple2<>("spark.kubernetes.namespace", conf.namespace()));
    ConfigMap confDir = utils.buildConfigMap(name, data, utils.buildConfigMap$default$3());
    Container container = new ContainerBuilder(spec.pod().container())
        .addNewEnv().withName("SPARK_CONF_DIR").withValue("/opt/spark/conf").endEnv()
        .addNewVolumeMount().withName(CONF_VOLUME).withMountPath("/opt/spark/conf").endVolumeMount()
        .build();
    List<KeyToPath> items = list(utils.buildKeyToPathObjects(files));
    Pod pod = new PodBuilder(spec.pod().pod()).editSpec()
        .addToContainers(container)
        .addNewVolume().withName(CONF_VOLUME).withNewConfigMap().withItems(items).withName(name).endConfigMap().endVolume()
        .endSpec().build();
    ObjectNode answer = JSON.createObjectNode();
    answer.set("driver", tree(pod));
    answer.set("preResources", trees(spec.driverPreKubernetesResources()));
    answer.set("resources", trees(spec.driverKubernetesResources()).add(tree(confDir)));
    Properties properties = new Properties();
    properties.load(new StringReader(confDir.getData().get("spark.properties")));
    answer.set("properties", JSON.valueToTree(properties));
    // as the text that it was given: neither builder knows another one
    answer.put("executorTemplate", submitted.conf.contains(EXECUTOR_TEMPLATE) ? submitted.conf.get(EXECUTOR_TEMPLATE) : null);
    return answer;
  }

  /** The executor pods that a driver started with those properties creates. */
  private static ObjectNode executors(JsonNode question, KubernetesClient client) throws Exception {
    SparkConf conf = new SparkConf(false);
    question.get("properties").fields().forEachRemaining(property -> conf.set(property.getKey(), property.getValue().asText()));
    // in a cluster the driver reads its executors' template from a mounted ConfigMap; here from the file that it was made of
    if (question.hasNonNull("executorTemplate")) {
      conf.set(EXECUTOR_TEMPLATE, question.get("executorTemplate").asText());
    }
    supplementJavaOptions(conf);
    if (!conf.contains(EXECUTOR_PREFIX)) { // as KubernetesClusterManager.createSchedulerBackend does
      conf.set(EXECUTOR_PREFIX, KubernetesConf$.MODULE$.getResourceNamePrefix(conf.get("spark.app.name")));
    }
    ResourceProfile$.MODULE$.clearDefaultProfile(); // a global in Spark: the profile of the question before
    ResourceProfile profile = ResourceProfile$.MODULE$.getOrCreateDefaultProfile(conf);
    Option<Pod> driver = question.hasNonNull("driver") ? Option.apply(JSON.treeToValue(question.get("driver"), Pod.class)) : Option.empty();
    SecurityManager security =
        new SecurityManager(conf, Option.empty(), org.apache.spark.internal.config.package$.MODULE$.AUTH_SECRET_FILE());
    security.initializeAuth(); // as SparkEnv.create does in a driver
    // without the driver's basic step nobody gave it an id; then it draws one, as KubernetesClusterSchedulerBackend does
    String applicationId = conf.contains("spark.app.id") ? conf.get("spark.app.id") : KubernetesConf$.MODULE$.getKubernetesAppId();
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode executors = answer.putArray("executors");
    for (int id = 1; id <= question.get("executors").asInt(); id++) {
      KubernetesExecutorConf executor = KubernetesConf$.MODULE$.createExecutorConf(
          conf, Integer.toString(id), applicationId, driver, profile.id());
      KubernetesExecutorSpec spec = new KubernetesExecutorBuilder().buildFromFeatures(executor, security, client, profile);
      ObjectNode created = executors.addObject();
      created.set("pod", tree(new PodBuilder(spec.pod().pod()).editOrNewSpec().addToContainers(spec.pod().container()).endSpec().build()));
      created.set("resources", trees(spec.executorKubernetesResources()));
    }
    return answer;
  }

  /** What SparkContext's constructor adds to the Java options, by private methods with mangled names. */
  private static void supplementJavaOptions(SparkConf conf) throws Exception {
    Object context = Class.forName("org.apache.spark.SparkContext$").getField("MODULE$").get(null);
    for (Method method : context.getClass().getMethods()) {
      if (method.getName().endsWith("supplementJavaModuleOptions") || method.getName().endsWith("supplementJavaIPv6Options")) {
        method.invoke(context, conf);
      }
    }
  }

  private static <T> List<T> list(Object sequence) {
    return JavaConverters.seqAsJavaList((scala.collection.Seq<T>) sequence);
  }

  private static ArrayNode trees(Object resources) throws IOException {
    ArrayNode trees = JSON.createArrayNode();
    for (HasMetadata resource : SparkPods.<HasMetadata>list(resources)) {
      trees.add(tree(resource));
    }
    return trees;
  }

  private static JsonNode tree(Object object) throws IOException {
    return JSON.readTree(Serialization.asJson(object));
  }
}
