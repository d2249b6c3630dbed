export { LayeredConf } from './layered-conf';
export { ConfLayer } from './layers';
export { SparkConf } from './spark-conf';
