/** Value of the label `spark-app-name` (KubernetesConf.getAppNameLabel). */
export function appNameLabel(appName: string): string {
  return appName
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '-')
    .replace(/-+/g, '-')
    .slice(0, 63)
    .replace(/^-/, '')
    .replace(/-$/, '');
}
