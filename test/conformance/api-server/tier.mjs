import { join } from 'node:path';
import { environments, sparkApplicationsIn } from '../harness/manifests.mjs';
import { needTools } from '../harness/tools.mjs';
import { withSpark } from '../pods/tier.mjs';
import { reviewAccess } from './access.mjs';
import { runApplication } from './admission.mjs';
import { applyEnvironment, installDefinitions } from './apply.mjs';
import { startControlPlane } from './control-plane.mjs';
import { fluxObjects } from './flux-order.mjs';

/** What exists before Flux applies an environment: the namespaces of Flux's own objects. */
async function bootstrapNamespaces(cluster, folder) {
  const names = new Set(fluxObjects(folder).map(({ metadata }) => metadata.namespace));
  for (const name of [...names].filter((each) => each !== undefined)) {
    const { status, body } = await cluster.api.request('POST', '/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });
    if (status !== 201 && status !== 409) {
      throw new Error(`namespace ${name}: ${body.message}`);
    }
  }
}

/** A cluster of its own for each environment, as in reality: the synthesized manifests, then the jobs' real pods. */
export async function apiServerTier(checks, context) {
  await needTools('go', 'openssl');
  await withSpark(context, async (spark) => {
    for (const environment of environments()) {
      const scratch = join(context.scratch, `${environment.app}-${environment.name}`);
      const cluster = await startControlPlane(context.versions, scratch);
      await installDefinitions(checks, cluster);
      await bootstrapNamespaces(cluster, environment.folder);
      await applyEnvironment(checks, cluster, environment);
      const applications = sparkApplicationsIn(environment).map(({ application }) => application);
      checks.that(`${environment.app}/${environment.name} holds at least one SparkApplication`, applications.length > 0);
      for (const application of applications) {
        await runApplication(checks, cluster, spark, application);
      }
      await reviewAccess(checks, cluster, applications);
      await cluster.stop();
    }
  });
}
