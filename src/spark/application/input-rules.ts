import { dnsSubdomainProblem, envVarNameProblem, labelKeyProblem, labelValueProblem, RESERVED_SPARK_LABELS } from '../../naming';
import type { Problem } from '../../problem';
import { RUN_LABEL } from '../../registry/labels';
import { looksSecretVariable } from '../conf/secrets';
import { shown } from '../size/shapes';
import type { SparkApplicationProps } from './props';

/**
 * What is wrong with the props that no other value class checks.
 *
 * @param expanded whether Flux replaces variables; the Environment then refuses those that are not registered
 */
export function inputProblems(props: SparkApplicationProps, expanded: boolean): Problem[] {
  return [
    ...labelProblems(props.labels ?? {}),
    ...annotationProblems(props.annotations ?? {}),
    ...argumentProblems(props.source._arguments, expanded),
    ...environmentProblems(props, expanded),
    ...placementProblems(props),
    ...securityProblems(props),
  ];
}

function labelProblems(labels: { readonly [key: string]: string }): Problem[] {
  return Object.entries(labels).flatMap(([key, value]): Problem[] => {
    if (RESERVED_SPARK_LABELS.includes(key) || key.startsWith('sparkoperator.k8s.io/') || key === RUN_LABEL) {
      return [
        {
          message: `labels holds '${key}', which ${key === RUN_LABEL ? 'this library' : 'Spark or the operator'} sets itself: a run with it fails`,
          fix: 'write another key; pods of one application are selected by sparkoperator.k8s.io/app-name',
        },
      ];
    }
    const reason = labelKeyProblem(key);
    if (reason !== undefined) return [{ message: `labels holds the key '${key}', which ${reason}`, fix: 'write a label key' }];
    const valueReason = typeof value === 'string' ? labelValueProblem(value) : 'is not a text';
    if (valueReason === undefined) return [];
    return [
      { message: `labels ${key} is '${value}', which ${valueReason}`, fix: 'write a label value of at most 63 characters' },
    ];
  });
}

function annotationProblems(annotations: { readonly [key: string]: string }): Problem[] {
  return Object.entries(annotations).flatMap(([key, value]): Problem[] => {
    const reason = labelKeyProblem(key) ?? (typeof value === 'string' ? undefined : 'has a value that is not a text');
    return reason === undefined
      ? []
      : [{ message: `annotations holds '${key}', which ${reason}`, fix: 'write a valid key and a text' }];
  });
}

function argumentProblems(args: readonly string[], expanded: boolean): Problem[] {
  return args
    .filter((argument) => argument.includes('${') && !expanded)
    .map((argument) => ({
      message: `source.arguments hold ${shown(argument)}, but nobody replaces \${…}`,
      fix: 'write the value itself, or read it from an environment variable in the program',
    }));
}

function environmentProblems({ environment = {}, secretEnvironment = {} }: SparkApplicationProps, expanded: boolean): Problem[] {
  const problems: Problem[] = [];
  for (const [name, value] of Object.entries(environment)) {
    if (looksSecretVariable(name)) {
      problems.push({
        message: `environment ${name} looks like a secret: its value would stand in the manifest and in the operator's log`,
        fix: `write secretEnvironment: { ${name}: { secret: Secret.fromSecretName(…), key: '…' } }`,
      });
    } else if (typeof value !== 'string') {
      problems.push({ message: `environment ${name} is ${shown(value)}, but values are texts`, fix: `write '${value}'` });
    } else if (value.includes('${') && !expanded) {
      problems.push({
        message: `environment ${name} is ${shown(value)}, but nobody replaces \${…}`,
        fix: 'write the value itself as a text',
      });
    }
    if (name in secretEnvironment) {
      problems.push({ message: `${name} is in environment and in secretEnvironment`, fix: 'write it in one of them' });
    }
  }
  for (const [prop, variables] of Object.entries({ environment, secretEnvironment })) {
    for (const name of Object.keys(variables)) {
      const reason = envVarNameProblem(name);
      if (reason !== undefined) problems.push({ message: `${prop} holds '${name}', which ${reason}`, fix: 'write a valid name' });
    }
  }
  for (const [name, { key }] of Object.entries(secretEnvironment)) {
    if (!/^[-._a-zA-Z0-9]+$/.test(key)) {
      problems.push({
        message: `secretEnvironment ${name} names the key '${key}', which no Secret can have`,
        fix: 'write the key',
      });
    }
  }
  return problems;
}

function placementProblems({ nodeSelector = {}, priorityClassName }: SparkApplicationProps): Problem[] {
  const problems: Problem[] = [];
  for (const [key, value] of Object.entries(nodeSelector)) {
    const reason = labelKeyProblem(key) ?? labelValueProblem(value);
    if (reason !== undefined) problems.push({ message: `nodeSelector ${key}=${value} ${reason}`, fix: "write a node's label" });
  }
  const reason = priorityClassName === undefined ? undefined : dnsSubdomainProblem(priorityClassName);
  if (reason !== undefined) {
    problems.push({ message: `priorityClassName '${priorityClassName}' ${reason}`, fix: 'write the name of a PriorityClass' });
  }
  return problems;
}

function securityProblems({ podSecurity = {} }: SparkApplicationProps): Problem[] {
  const problems: Problem[] = [];
  const { runAsUser, fsGroup } = podSecurity;
  if (runAsUser !== undefined && !(Number.isInteger(runAsUser) && runAsUser > 0)) {
    problems.push({
      message: `podSecurity.runAsUser is ${runAsUser}, but the pods may not run as root`,
      fix: 'write 185 or leave it out',
    });
  }
  if (fsGroup !== undefined && !(Number.isInteger(fsGroup) && fsGroup >= 0)) {
    problems.push({ message: `podSecurity.fsGroup is ${fsGroup}, which is not a group`, fix: 'write a whole number' });
  }
  return problems;
}
