export { admissionRefusals } from './admission';
export { API_VERSION, type Application, type Role, readApplication } from './application';
export { canonicalQuantity } from './canonical-quantity';
export { withDefaults } from './defaults';
export { type FieldProblem, type ReadFields, readFields } from './fields';
export { mutatedPod } from './pod-webhook';
export { OperatorRefusal } from './refusal';
export type { OperatorSettings } from './settings';
export {
  OPERATOR_SPARK_VERSION,
  type PredictedApplication,
  type SparkApplicationPodsOptions,
  sparkApplicationPods,
} from './spark-application-pods';
export { driverPodName, type OperatorSubmission, submitArguments } from './submit-arguments';
export { podTemplates } from './templates';
