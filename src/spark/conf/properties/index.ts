export { type Property, readProperties } from './read';
export { printProperties } from './write';
