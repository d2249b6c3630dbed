export { KyuubiConf } from './kyuubi-conf';
