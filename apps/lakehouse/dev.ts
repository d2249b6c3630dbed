import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import type { EnvironmentProps } from 'cdk8s-spark-platform';
import { readImages } from './images';
import type { LakehouseSizes } from './platform';

/** The development cluster: 24 GiB of memory, half of it for the data platform. */
export const dev: { readonly environment: EnvironmentProps; readonly sizes: LakehouseSizes } = {
  environment: {
    cluster: { cpu: Cpu.units(16), memory: Size.gibibytes(24), usable: 0.5 },
    images: readImages(),
    apiServer: { cidrs: ['10.20.0.0/28'] },
  },
  sizes: {
    operator: { cpu: Cpu.units(4), memory: Size.gibibytes(4) },
    jobs: { cpu: Cpu.units(4), memory: Size.gibibytes(10) },
    s3Cidr: '10.20.8.0/24',
    s3Endpoint: 'https://s3.dev.example.com',
  },
};
