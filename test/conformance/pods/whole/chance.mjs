/**
 * Spark reads its configuration from hash maps, whose order depends on how many other keys there are, and shuffles scratch folders.
 * What comes from there has no order that means anything: here it gets one. Everything else keeps its place.
 */

const SPARK_OPTION = /^SPARK_JAVA_OPT_\d+$/;
const LOCAL_DIRECTORY = /^spark-local-dir-\d+$/;
const CLAIM = /-pvc-\d+$/;

/** Names that a role's keys of a family hold, e.g. of variables: the first part behind the prefix, or all of it. */
function named(properties, ...prefixes) {
  return new Set(
    prefixes.flatMap((prefix) =>
      Object.keys(properties)
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length)),
    ),
  );
}

function volumesNamed(properties, role) {
  return new Set([
    ...[...named(properties, `spark.kubernetes.${role}.volumes.`)].map((rest) => rest.split('.')[1]),
    ...[...named(properties, `spark.kubernetes.${role}.secrets.`)].map((secret) => `${secret}-volume`),
  ]);
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
  const variables = named(
    properties,
    role === 'driver' ? 'spark.kubernetes.driverEnv.' : 'spark.executorEnv.',
    `spark.kubernetes.${role}.secretKeyRef.`,
  );
  const volumes = volumesNamed(properties, role);
  const localDirectories = (properties['spark.local.dir'] ?? '').split(',');
  for (const container of [...(pod.spec?.containers ?? []), ...(pod.spec?.initContainers ?? [])]) {
    containerInOrder(container, variables, volumes, localDirectories);
  }
  inOrder(
    pod.spec?.volumes ?? [],
    ({ name }) => volumes.has(name),
    ({ name }) => name,
  );
  claimsInOrder(pod, resources);
}
