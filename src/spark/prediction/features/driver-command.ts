import { isSubmittersFile } from '../java/uri';
import { add, append, variable } from '../pod';
import { since } from '../versions';
import { type DriverContext, FEATURES, type Feature } from './feature';
import { uploaded } from './upload';

/** What the driver's container runs. */
export function driverCommand(context: DriverContext): Feature {
  const { mainResource } = context;
  return {
    name: `${FEATURES}.DriverCommandFeatureStep`,
    configure: (pod) => {
      const isPython = mainResource.kind === 'python';
      if (isPython) checkPythonVersion(context);
      append(pod.container, 'args', argumentsFor(context, isPython ? pythonFile(context) : javaOrRFile(context)));
      if (isPython) add(pod, { env: pythonVariables(context) });
    },
    properties: () => [['spark.kubernetes.resource.type', mainResource.kind]],
  };
}

/** A jar of the submitter's machine is among the uploaded ones, so that no primary resource is left to name. */
function javaOrRFile({ mainResource: { kind, file } }: DriverContext): string {
  if (file === undefined || (kind === 'java' && isSubmittersFile(file))) return 'spark-internal';
  return file;
}

function pythonFile(context: DriverContext): string {
  const { file = '' } = context.mainResource;
  return isSubmittersFile(file) ? uploaded(context, file) : file;
}

function argumentsFor({ proxyUser, mainClass, arguments: own }: DriverContext, resource: string): string[] {
  return [
    'driver',
    ...(proxyUser === undefined ? [] : ['--proxy-user', proxyUser]),
    '--properties-file',
    '/opt/spark/conf/spark.properties',
    '--class',
    mainClass,
    resource,
    ...own,
  ];
}

const PYTHON_VERSION = 'spark.kubernetes.pyspark.pythonVersion';

/** Without a meaning since Python 2 went; Spark reads it up to 4.0. */
function checkPythonVersion({ settings }: DriverContext): void {
  const version = since(settings.version, '4.1') ? undefined : settings.text(PYTHON_VERSION);
  if (version !== undefined && version !== '3') settings.refuse(`${PYTHON_VERSION} is '${version}'`, 'leave it out');
}

function pythonVariables({ settings }: DriverContext): ReturnType<typeof variable>[] {
  const python = settings.text('spark.pyspark.python');
  const driverPython = settings.text('spark.pyspark.driver.python') ?? python;
  return [
    ...(python === undefined ? [] : [variable('PYSPARK_PYTHON', python)]),
    ...(driverPython === undefined ? [] : [variable('PYSPARK_DRIVER_PYTHON', driverPython)]),
  ];
}
