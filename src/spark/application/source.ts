import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Problem, refuseValue } from '../../problem';
import type { SparkRuntime } from '../runtime';
import { isRecord, isTextList, kindProblems, optionalProblems, shown } from '../size/shapes';

/** A Python program in the image. */
export interface PythonSourceOptions {
  /** `local://` path of a `.py` file in the image. */
  readonly file: string;
  /**
   * Arguments of the program.
   * @default - none
   */
  readonly arguments?: string[];
}

/** A Python program that is kept beside the construct. */
export interface PythonCodeOptions {
  /**
   * The program's text. Either this or `fromFile`.
   * @default - the text of `fromFile`
   */
  readonly code?: string;
  /**
   * Path of a `.py` file, read at synth (relative to the working directory). Either this or `code`.
   * @default - `code`
   */
  readonly fromFile?: string;
  /**
   * Arguments of the program.
   * @default - none
   */
  readonly arguments?: string[];
}

/** A Java or Scala program in the image. */
export interface JvmSourceOptions {
  /** `local://` path of a `.jar` file in the image. */
  readonly jar: string;
  /** Class with the main method. */
  readonly mainClass: string;
  /**
   * Arguments of the program.
   * @default - none
   */
  readonly arguments?: string[];
}

/** Where code of a ConfigMap is mounted in the driver. */
const SOURCE_DIRECTORY = '/opt/spark/source';
/** Key of the ConfigMap and name of the file. */
const SOURCE_FILE = 'main.py';
/** A ConfigMap holds at most 1 MiB; some of it is for names and keys. */
const LARGEST_CODE = 1_000_000;

/** The program of an application. */
export class SparkSource {
  /**
   * A Python program in the image.
   * @throws Error when the file is not a `local://` path of a `.py` file
   */
  static python(options: PythonSourceOptions): SparkSource {
    const example = "write SparkSource.python({ file: 'local:///opt/app/main.py' })";
    refuseValue('SparkSource.python', kindProblems('options', options, isRecord(options), example));
    refuseValue('SparkSource.python', [...fileProblems('file', options.file, '.py'), ...argumentProblems(options.arguments)]);
    return new SparkSource('Python', options.file, options.arguments);
  }

  /**
   * A Python program from a text or a file: it goes into a ConfigMap that is mounted into the driver, and the run starts
   * again when the program changes.
   * @throws Error when it is empty, too large for a ConfigMap or given in both ways
   */
  static pythonCode(options: PythonCodeOptions): SparkSource {
    const subject = 'SparkSource.pythonCode';
    refuseValue(subject, kindProblems('options', options, isRecord(options), "write { fromFile: 'jobs/main.py' }"));
    const isText = (value: unknown) => typeof value === 'string';
    const problems = [
      ...optionalProblems('code', options.code, isText, 'write the text of a Python program'),
      ...optionalProblems('fromFile', options.fromFile, isText, 'write the path of a .py file'),
    ];
    refuseValue(subject, problems);
    problems.push(...argumentProblems(options.arguments));
    if ((options.code === undefined) === (options.fromFile === undefined)) {
      problems.push({ message: 'code and fromFile are both given or both left out', fix: 'write exactly one of them' });
      refuseValue(subject, problems);
    }
    // Windows line ends would make the same program another text on another machine.
    const code = (options.code ?? readProgram(options.fromFile as string)).replaceAll('\r\n', '\n');
    if (code.trim() === '') problems.push({ message: 'the program is empty', fix: 'write a Python program' });
    const bytes = Buffer.byteLength(code);
    if (bytes > LARGEST_CODE) {
      problems.push({
        message: `the program has ${bytes} bytes, but a ConfigMap takes ${LARGEST_CODE}`,
        fix: 'bake it into the image and write SparkSource.python',
      });
    }
    refuseValue(subject, problems);
    return new SparkSource('Python', `local://${SOURCE_DIRECTORY}/${SOURCE_FILE}`, options.arguments, undefined, code);
  }

  /**
   * A Java or Scala program in the image.
   * @throws Error when the jar is not a `local://` path of a `.jar` file or the class is not a class name
   */
  static jvm(options: JvmSourceOptions): SparkSource {
    const example = "write SparkSource.jvm({ jar: 'local:///opt/app.jar', mainClass: 'org.example.Main' })";
    refuseValue('SparkSource.jvm', kindProblems('options', options, isRecord(options), example));
    const problems = [...fileProblems('jar', options.jar, '.jar'), ...argumentProblems(options.arguments)];
    if (typeof options.mainClass !== 'string' || !/^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/.test(options.mainClass)) {
      problems.push({
        message: `mainClass ${shown(options.mainClass)} is not the name of a class`,
        fix: "write it with its package: 'org.example.Main'",
      });
    }
    refuseValue('SparkSource.jvm', problems);
    return new SparkSource('Scala', options.jar, options.arguments, options.mainClass);
  }

  /** @internal */
  static readonly _sourceDirectory = SOURCE_DIRECTORY;
  /** @internal */
  static readonly _sourceFile = SOURCE_FILE;

  private constructor(
    /** @internal */
    readonly _type: 'Python' | 'Scala',
    /** @internal */
    readonly _mainApplicationFile: string,
    /** @internal */
    readonly _arguments: string[] = [],
    /** @internal */
    readonly _mainClass?: string,
    /** @internal */
    readonly _code?: string,
  ) {}

  /** @internal a hash of the program, so that a change of the ConfigMap changes the application's spec. */
  get _codeHash(): string | undefined {
    return this._code === undefined ? undefined : createHash('sha256').update(this._code).digest('hex').slice(0, 16);
  }

  /** @internal what does not fit the runtime: the Scala suffix of a jar. */
  _problems(runtime: SparkRuntime): Problem[] {
    const suffix = /_(2\.1\d)[-.]/.exec(this._mainApplicationFile.slice(this._mainApplicationFile.lastIndexOf('/')))?.[1];
    if (suffix === undefined || this._type !== 'Scala' || suffix === runtime.scala) return [];
    return [
      {
        message: `source.jar '${this._mainApplicationFile}' is built for Scala ${suffix}, but the runtime's Spark ${runtime.version} for Scala ${runtime.scala}`,
        fix: `use the jar with the suffix _${runtime.scala}`,
      },
    ];
  }
}

/** The text of a program's file. */
function readProgram(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    refuseValue('SparkSource.pythonCode', [
      {
        message: `fromFile ${shown(path)} cannot be read (${(error as NodeJS.ErrnoException).code}) from the working directory ${process.cwd()}`,
        fix: 'write a path relative to the working directory, or an absolute one with path.join(__dirname, …)',
      },
    ]);
    throw error;
  }
}

function fileProblems(what: string, file: unknown, ending: string): Problem[] {
  if (typeof file !== 'string') return kindProblems(what, file, false, `write the path of a ${ending} file: 'local:///opt/…'`);
  if (file.includes('\n') || /\b(from|import)\s+pyspark\b/.test(file)) {
    return [
      {
        message: `${what} holds a program, but Spark takes it for a path`,
        fix: 'write SparkSource.pythonCode({ code: … }): the program goes into a ConfigMap that is mounted into the driver',
      },
    ];
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(file)?.[1];
  if (scheme === undefined) {
    return [
      {
        message: `${what} '${file}' has no scheme, so Spark looks for it in the operator's pod, not in the image`,
        fix: `write 'local://${file.startsWith('/') ? file : `/${file}`}' for a file in the image`,
      },
    ];
  }
  if (scheme !== 'local') {
    return [
      {
        message: `${what} '${file}' is fetched by spark-submit in the operator's pod, whose image has no file system for ${scheme}://`,
        fix:
          ending === '.py'
            ? "bake the program into the image and write 'local:///…', or use SparkSource.pythonCode"
            : "bake the jar into the image and write 'local:///…'",
      },
    ];
  }
  if (!file.startsWith('local:///') || file.includes('${')) {
    return [{ message: `${what} '${file}' is not an absolute path in the image`, fix: "write three slashes: 'local:///opt/…'" }];
  }
  if (!file.endsWith(ending)) {
    return [
      {
        message: `${what} '${file}' does not end in ${ending}: Spark tells programs apart by the ending of the file`,
        fix: `give the path of a ${ending} file`,
      },
    ];
  }
  return [];
}

function argumentProblems(args: unknown): Problem[] {
  return optionalProblems('arguments', args, isTextList, "write a list of texts: ['--date', '2024-01-31']");
}
