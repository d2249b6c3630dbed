export { rangeOf } from './ranges';
export { valueProblem } from './value-problem';
