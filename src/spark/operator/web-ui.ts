import type { Application } from './application';

/**
 * The application with the path under which the operator's ingress serves its user interface: stated keys are kept
 * (spark-operator 2.5.2, internal/controller/sparkapplication/web_ui.go).
 *
 * @param urlFormat such as `spark.example.com/{{$appNamespace}}/{{$appName}}`; without a path nothing changes
 */
export function withWebUi(application: Application, urlFormat: string | undefined): Application {
  const path = urlFormat === undefined ? '' : pathOf(application, urlFormat);
  if (path === '') return application;
  const sparkConf = { 'spark.ui.proxyBase': path, 'spark.ui.proxyRedirectUri': '/', ...application.spec.sparkConf };
  return { ...application, spec: { ...application.spec, sparkConf } };
}

function pathOf({ name, namespace }: Application, urlFormat: string): string {
  const url = urlFormat
    .replaceAll(/\{\{\s*[$]appName\s*\}\}/g, name)
    .replaceAll(/\{\{\s*[$]appNamespace\s*\}\}/g, namespace)
    // No application id is known before the submission.
    .replaceAll(/\{\{\s*[$]appId\s*\}\}/g, '');
  return /^(?:[a-z][a-z0-9+.-]*:\/\/)?[^/?#]*([^?#]*)/i.exec(url)?.[1] ?? '';
}
