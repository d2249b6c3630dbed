import { setServiceAccount } from './driver-credentials';
import { FEATURES, type Feature, type PodContext } from './feature';

/** The executors' service account; Spark looks at the template's deprecated `serviceAccount` only. */
export function executorCredentials({ settings }: PodContext): Feature {
  return {
    name: `${FEATURES}.ExecutorKubernetesCredentialsFeatureStep`,
    configure: (pod) => {
      if (pod.spec.serviceAccount !== undefined) return;
      const account =
        settings.text('spark.kubernetes.authenticate.executor.serviceAccountName') ??
        settings.text('spark.kubernetes.authenticate.driver.serviceAccountName');
      if (account !== undefined) setServiceAccount(pod, account);
    },
  };
}
