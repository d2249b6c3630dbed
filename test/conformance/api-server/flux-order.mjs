import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { kustomizationFiles, readObjects } from '../harness/manifests.mjs';

/** Units in the order in which Flux applies them: each after everything it depends on. A cycle is an error. */
function ordered(kustomizations) {
  const byName = new Map(kustomizations.map((kustomization) => [kustomization.metadata.name, kustomization]));
  const done = new Set();
  const result = [];
  const visit = (name, path) => {
    const kustomization = byName.get(name);
    if (path.includes(name)) {
      throw new Error(`the Flux Kustomizations depend on each other: ${[...path, name].join(' -> ')}`);
    }
    if (kustomization === undefined || done.has(name)) {
      return; // a dependency outside of this environment exists already
    }
    for (const dependency of kustomization.spec.dependsOn ?? []) {
      visit(dependency.name, [...path, name]);
    }
    done.add(name);
    result.push(kustomization);
  };
  for (const name of [...byName.keys()].sort()) {
    visit(name, []);
  }
  return result;
}

/** The objects that the cluster's bootstrap applies: the sources and Kustomizations of dist/<app>/<env>/flux. */
export function fluxObjects(folder) {
  return kustomizationFiles(join(folder, 'flux')).flatMap(readObjects);
}

/** The units of an environment in Flux order: `{ name, kustomization, files }`. */
export function unitsInFluxOrder(folder) {
  const kustomizations = fluxObjects(folder).filter(
    ({ kind, apiVersion }) => kind === 'Kustomization' && apiVersion.startsWith('kustomize.toolkit.fluxcd.io/'),
  );
  return ordered(kustomizations).map((kustomization) => {
    const name = basename(kustomization.spec.path);
    const unit = join(folder, name);
    if (!existsSync(join(unit, 'kustomization.yaml'))) {
      throw new Error(
        `Kustomization ${kustomization.metadata.name} has path ${kustomization.spec.path}, but ${unit} holds no kustomization.yaml`,
      );
    }
    return { name, kustomization, files: kustomizationFiles(unit) };
  });
}
