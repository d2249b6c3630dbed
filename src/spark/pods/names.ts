/** Spark's names (KubernetesConf.getAppNameLabel and getResourceNamePrefix). */

const collapse = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '-')
    .replace(/-+/g, '-');

/** Value of the label `spark-app-name`. */
export function appNameLabel(appName: string): string {
  return collapse(appName).slice(0, 63).replace(/^-/, '').replace(/-$/, '');
}

/** Prefix of everything that Spark names after an application; `<id>` stands for its 16 random characters. */
export function resourceNamePrefix(appName: string): string {
  return `${collapse(`${appName}-`).replace(/^-/, '').replace(/^[0-9]/, 'x')}<id>`;
}
