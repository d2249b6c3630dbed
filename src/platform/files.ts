import { fluxKustomization, kustomizeFile } from '../flux';
import { type JsonObject, toYaml } from '../manifest';
import type { Environment } from './environment';
import { inventory } from './inventory';
import { readme } from './readme';
import { goDuration } from './resources';

/** Every file of an environment, by its path inside the environment's folder. */
export function environmentFiles(environment: Environment): Map<string, string> {
  const plan = environment._plan();
  const flux = environment._flux;
  const files = new Map<string, string>();
  for (const unit of plan.units) {
    for (const { file, object } of unit.objects) files.set(file, toYaml(object));
    files.set(
      `${unit.name}/kustomization.yaml`,
      toYaml(kustomizeFile(unit.objects.map(({ file }) => file.slice(unit.name.length + 1)))),
    );
    const substituteFrom = environment._substituteFrom(unit.name);
    const kustomization: JsonObject = fluxKustomization({
      name: unit.kustomizationName,
      namespace: flux.namespace,
      path: `${flux.path}/${plan.app}/${plan.environment}/${unit.name}`,
      sourceRef: { kind: flux.sourceKind, name: flux.sourceName },
      dependsOn: unit.dependencies.map(({ to, external }) => (external ? to : `${plan.app}-${to}`)),
      timeout: goDuration(unit.timeoutSeconds),
      objects: unit.objects.map(({ object }) => object),
      ...(substituteFrom && { substituteFrom }),
    });
    files.set(`flux/${unit.name}.yaml`, toYaml(kustomization));
  }
  files.set('flux/kustomization.yaml', toYaml(kustomizeFile(plan.units.map(({ name }) => `${name}.yaml`))));
  files.set('inventory.json', `${JSON.stringify(inventory(plan), null, 2)}\n`);
  files.set('README.md', readme(plan));
  return files;
}
