export { type SubmitOptions, submit } from './submit';
