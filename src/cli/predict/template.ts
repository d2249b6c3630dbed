import type { InputFile } from '../input';
import { documentsOf } from './documents';
import type { Finding } from './finding';

/** Why a file cannot be a pod template; of what it says as a Pod, Spark judges. */
export function templateFindings(file: InputFile): Finding[] {
  const { documents, findings } = documentsOf(file);
  if (findings.length > 0) return findings;
  const [document, ...others] = documents;
  const refuse = (message: string, fix: string): Finding[] => [{ where: file.path, message, fix }];
  if (document === undefined) return refuse('is empty', 'write a Pod: apiVersion: v1, kind: Pod, spec');
  if (others.length > 0)
    return refuse(`holds ${documents.length} documents, but a pod template is one Pod`, 'write one Pod a file');
  const { kind } = document.object;
  if (kind === 'Pod') return [];
  if (kind === undefined)
    return refuse('holds no kind, but a pod template is a Pod', 'write apiVersion: v1 and kind: Pod at its top');
  return refuse(
    `holds a ${String(kind)}, but Spark reads a pod template from the file of a Pod`,
    kind === 'ConfigMap' ? 'give the file that the ConfigMap holds' : 'write apiVersion: v1, kind: Pod and the spec of the pod',
  );
}
