export { type Misnomer, misnomerOf } from './misnomers';
