/** The operator's batch scheduling. */
export interface BatchScheduling {
  /** The release's `controller.batchScheduler.default`. */
  readonly defaultScheduler?: string;
  /** The release's `controller.batchScheduler.kubeSchedulerNames`. */
  readonly kubeSchedulers?: readonly string[];
}

/** What of the operator's own configuration reaches pods. */
export interface OperatorSettings {
  /** Whether the release has its webhook, which writes defaults, refuses applications and changes pods. @default true */
  readonly webhook?: boolean;
  /** URL of the API server as the operator's pod knows it. @default 'https://10.96.0.1:443' */
  readonly apiServer?: string;
  /** The release's `controller.uiIngress.urlFormat`. @default - no ingress */
  readonly uiIngressUrlFormat?: string;
  /** Batch scheduling, when the release has it enabled. @default - disabled: `batchScheduler` only names the pods' scheduler */
  readonly batchScheduling?: BatchScheduling;
  /** The feature gate LoadSparkDefaults. @default false */
  readonly loadSparkDefaults?: boolean;
  /** The id of the submission, which the operator draws. @default - a UUID of zeros */
  readonly submissionId?: string;
}

type Optional = 'uiIngressUrlFormat' | 'batchScheduling';

/** The settings with their defaults. */
export function resolveSettings(
  settings: OperatorSettings,
): Required<Omit<OperatorSettings, Optional>> & Pick<OperatorSettings, Optional> {
  return {
    webhook: true,
    apiServer: 'https://10.96.0.1:443',
    loadSparkDefaults: false,
    submissionId: '00000000-0000-0000-0000-000000000000',
    ...settings,
  };
}
