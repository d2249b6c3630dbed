import { isSubmittersFile } from '../java/uri';
import { add, append, type SparkPod, variable } from '../pod';
import { type DriverContext, FEATURES, type Feature } from './feature';
import { uploaded } from './upload';

/** What the driver's container runs. */
export function driverCommand(context: DriverContext): Feature {
  const { mainResource } = context;
  return {
    name: `${FEATURES}.DriverCommandFeatureStep`,
    configure: (pod) => {
      if (mainResource.kind !== 'python') return withArguments(pod, context, javaOrRFile(context));
      const file = mainResource.file ?? '';
      const run = isSubmittersFile(file) ? uploaded(context, file) : file;
      return add(withArguments(pod, context, run), { env: pythonVariables(context) });
    },
    properties: () => [['spark.kubernetes.resource.type', mainResource.kind]],
  };
}

/** A jar of the submitter's machine is among the uploaded ones, so that no primary resource is left to name. */
function javaOrRFile({ mainResource: { kind, file } }: DriverContext): string {
  if (file === undefined || (kind === 'java' && isSubmittersFile(file))) return 'spark-internal';
  return file;
}

function withArguments(pod: SparkPod, context: DriverContext, resource: string): SparkPod {
  const { proxyUser, mainClass } = context;
  const added = [
    'driver',
    ...(proxyUser === undefined ? [] : ['--proxy-user', proxyUser]),
    '--properties-file',
    '/opt/spark/conf/spark.properties',
    '--class',
    mainClass,
    resource,
    ...context.arguments,
  ];
  return { ...pod, container: append(pod.container, 'args', added) };
}

function pythonVariables({ settings }: DriverContext): ReturnType<typeof variable>[] {
  const python = settings.text('spark.pyspark.python');
  const driverPython = settings.text('spark.pyspark.driver.python') ?? python;
  return [
    ...(python === undefined ? [] : [variable('PYSPARK_PYTHON', python)]),
    ...(driverPython === undefined ? [] : [variable('PYSPARK_DRIVER_PYTHON', driverPython)]),
  ];
}
