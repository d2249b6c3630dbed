import { ROLE_KEYS } from '../conf/role-keys';
import { add } from '../pod';
import { FEATURES, type Feature, type PodContext } from './feature';

/** Secrets that are mounted as folders. */
export function mountSecrets({ settings, role }: PodContext): Feature {
  return {
    name: `${FEATURES}.MountSecretsFeatureStep`,
    configure: (pod) => {
      const secrets = settings.walk(ROLE_KEYS[role].secrets);
      add(pod, {
        volumes: secrets.map(([secretName]) => ({ name: `${secretName}-volume`, secret: { secretName } })),
        mounts: secrets.map(([secretName, mountPath]) => ({ mountPath, name: `${secretName}-volume` })),
      });
    },
  };
}

/** Variables whose values come from Secrets. */
export function secretVariables({ settings, role }: PodContext): Feature {
  const prefix = ROLE_KEYS[role].secretKeyRef;
  return {
    name: `${FEATURES}.EnvSecretsFeatureStep`,
    configure: (pod) =>
      add(pod, {
        env: settings.walk(prefix).map(([name, reference]) => {
          const parts = reference.replace(/:+$/, '').split(':');
          if (parts.length !== 2) settings.refuse(`${prefix}${name} is ${reference}`, 'write <name of the Secret>:<key in it>');
          return { name, valueFrom: { secretKeyRef: { key: parts[1], name: parts[0] } } };
        }),
      }),
  };
}
