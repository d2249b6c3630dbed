export { answer, type PodAnswer, type PodQuestion, templatesOf } from './ask';
export { type ExecutorCounts, executorCountProblem, executorCounts, UNBOUNDED_EXECUTORS } from './executor-counts';
export * from './model';
export { predictPods } from './predict';
export { DEFAULT_RANDOM_PARTS, readable, readableText } from './random';
export { type SubmitOptions, submit } from './submit';
export { parsePodTemplate, TemplateProblem } from './template/parse-template';
