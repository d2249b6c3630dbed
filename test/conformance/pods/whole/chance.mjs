/**
 * Spark reads its configuration from hash maps and shuffles scratch folders. The maps of Scala 2.13 (Spark 4) have an order that
 * the library has to reproduce; those of 2.12 depend on the ids that Spark draws, except a set of more than four volumes, which
 * goes by their fields. What depends on ids, and what is shuffled, gets an order here. Everything else keeps its place.
 */

const SPARK_OPTION = /^SPARK_JAVA_OPT_\d+$/;
const LOCAL_DIRECTORY = /^spark-local-dir-\d+$/;
const CLAIM = /-pvc-\d+$/;

/** Names that a role's keys of a family hold, e.g. of variables: the first part behind the prefix, or all of it. */
function keysBehind(properties, ...prefixes) {
  return new Set(
    prefixes.flatMap((prefix) =>
      Object.keys(properties)
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length)),
    ),
  );
}

const volumeNames = (properties, role) =>
  new Set([...keysBehind(properties, `spark.kubernetes.${role}.volumes.`)].map((rest) => rest.split('.')[1]));

const secretVolumeNames = (properties, role) =>
  new Set([...keysBehind(properties, `spark.kubernetes.${role}.secrets.`)].map((secret) => `${secret}-volume`));

/** Up to this size Scala's sets keep the order in which they were made; greater ones go by the hashes of their members. */
const SMALL_SET = 4;

/** Names of the variables and volumes that come in an order by chance. */
function byChance(role, pod, properties) {
  const isScala213 = !(pod.metadata?.labels?.['spark-version'] ?? '3.').startsWith('3.');
  if (isScala213) {
    return { variables: new Set(), volumes: new Set(), claims: false };
  }
  const named = volumeNames(properties, role);
  const volumes = named.size > SMALL_SET ? [] : [...named];
  const variables = keysBehind(
    properties,
    role === 'driver' ? 'spark.kubernetes.driverEnv.' : 'spark.executorEnv.',
    `spark.kubernetes.${role}.secretKeyRef.`,
  );
  return { variables, volumes: new Set([...volumes, ...secretVolumeNames(properties, role)]), claims: volumes.length > 0 };
}

/** Puts the chosen members in order, each into one of the places that they had together. The sort is stable. */
function inOrder(members, chosen, text) {
  const places = members.map((_, index) => index).filter((index) => chosen(members[index]));
  const ordered = places
    .map((index) => members[index])
    .sort((one, other) => (text(one) < text(other) ? -1 : text(one) > text(other) ? 1 : 0));
  places.forEach((place, index) => {
    members[place] = ordered[index];
  });
}

/** The same for one text of the members only. */
function textInOrder(members, chosen, key) {
  const picked = members.filter(chosen);
  const values = picked.map((member) => member[key]).sort();
  picked.forEach((member, index) => {
    member[key] = values[index];
  });
}

function containerInOrder(container, variables, volumes, localDirectories) {
  const { env = [], volumeMounts = [] } = container;
  for (const key of ['name', 'value']) {
    textInOrder(env, ({ name }) => SPARK_OPTION.test(name), key);
  }
  inOrder(
    env,
    ({ name }) => variables.has(name),
    ({ name }) => name, // of several with one name the last one wins: they keep their order
  );
  for (const entry of env.filter(({ name, value }) => name === 'SPARK_LOCAL_DIRS' && value !== undefined)) {
    entry.value = entry.value.split(',').sort().join(','); // volumes that are scratch folders are shuffled too
  }
  if (localDirectories.length > 1) {
    const shuffled = ({ name, mountPath }) => LOCAL_DIRECTORY.test(name) && localDirectories.includes(mountPath);
    textInOrder(volumeMounts, shuffled, 'mountPath');
  }
  inOrder(
    volumeMounts,
    ({ name }) => volumes.has(name),
    ({ name }) => name,
  );
}

/** Claims are numbered as their volumes come: here, as the volumes are called. */
function claimsInOrder(pod, resources) {
  const claims = (pod.spec?.volumes ?? [])
    .map(({ persistentVolumeClaim }) => persistentVolumeClaim)
    .filter((claim) => CLAIM.test(claim?.claimName));
  const renamed = new Map(claims.map((claim, index) => [claim.claimName, claim.claimName.replace(CLAIM, `-pvc-<${index}>`)]));
  for (const claim of claims) {
    claim.claimName = renamed.get(claim.claimName);
  }
  const place = (name) => claims.findIndex(({ claimName }) => claimName === name);
  const made = resources.filter(({ kind }) => kind === 'PersistentVolumeClaim');
  for (const { metadata } of made) {
    metadata.name = renamed.get(metadata.name) ?? metadata.name;
  }
  inOrder(
    resources,
    (resource) => made.includes(resource),
    // by number where Spark numbered it: the id in front of the number is random
    ({ metadata, ...rest }) =>
      place(metadata.name) < 0 ? `${metadata.name} ${JSON.stringify([metadata, rest])}` : ` ${place(metadata.name)}`,
  );
}

/**
 * Puts everything in a pod, and in what is created for it, that has its order by chance in one order. Changes both; their members
 * are sorted by key already.
 */
export function withoutChance(role, pod, resources, properties) {
  const { variables, volumes, claims } = byChance(role, pod, properties);
  const localDirectories = (properties['spark.local.dir'] ?? '').split(',');
  for (const container of [...(pod.spec?.containers ?? []), ...(pod.spec?.initContainers ?? [])]) {
    containerInOrder(container, variables, volumes, localDirectories);
  }
  inOrder(
    pod.spec?.volumes ?? [],
    ({ name }) => volumes.has(name),
    ({ name }) => name,
  );
  if (claims) {
    claimsInOrder(pod, resources);
  }
}
