import { run } from './processes.mjs';

const TOOLS = {
  go: { args: ['version'], use: 'Go 1.24 or later', install: 'see https://go.dev/doc/install, or: apt-get install golang' },
  java: { args: ['-version'], use: 'a Java 17 runtime', install: 'apt-get install openjdk-17-jdk-headless', least: 17 },
  javac: { args: ['-version'], use: 'a Java 17 compiler', install: 'apt-get install openjdk-17-jdk-headless', least: 17 },
  python3: { args: ['-c', 'import venv, ensurepip'], use: 'Python 3 with venv', install: 'apt-get install python3 python3-venv' },
  openssl: { args: ['version'], use: 'openssl', install: 'apt-get install openssl' },
  tar: { args: ['--version'], use: 'tar', install: 'apt-get install tar' },
};

async function problemOf(name) {
  const tool = TOOLS[name];
  const { code, stdout, stderr } = await run(name, tool.args, { allowFailure: true }).catch((error) => ({ code: error.message }));
  if (code !== 0) {
    return `${name} is missing or does not work (${code}): this tier needs ${tool.use}\n  install it: ${tool.install}`;
  }
  const major = Number(/(\d+)\./.exec(stdout + stderr)?.[1]);
  if (tool.least !== undefined && !(major >= tool.least)) {
    return `${name} is version ${major}: this tier needs ${tool.use}\n  install it: ${tool.install}`;
  }
  return undefined;
}

/** Throws one error that names every missing tool and how to install it. */
export async function needTools(...names) {
  const problems = (await Promise.all(names.map(problemOf))).filter((problem) => problem !== undefined);
  if (problems.length > 0) {
    throw new Error(`${problems.length} missing tool(s)\n${problems.join('\n')}`);
  }
}
