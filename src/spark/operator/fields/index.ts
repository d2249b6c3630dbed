export { type FieldProblem, type ReadFields, readFields } from './read';
export { asWritten } from './written';
