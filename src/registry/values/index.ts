export { valueProblem } from './value-problem';
