import * as path from 'node:path';

/** Path of a file beside this app's sources, wherever the compiled code runs from. */
export function lakehouseFile(name: string): string {
  const root = path.dirname(require.resolve('cdk8s-spark-platform/package.json'));
  return path.join(root, 'apps', 'lakehouse', name);
}
