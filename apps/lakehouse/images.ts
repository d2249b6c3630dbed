import { Yaml } from 'cdk8s';
import { lakehouseFile } from './files';

/** The images of all environments, by name. */
export function readImages(): Record<string, string> {
  return Yaml.load(lakehouseFile('images.yaml'))[0] as Record<string, string>;
}
