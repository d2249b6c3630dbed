import type { ListFolder, ReadFile } from '../../spark/prediction';
import { type CommandIo, EXIT } from '../command';
import { bytesOf, foldersOf } from '../input';
import { answerTo } from './engine';
import { linesOf } from './lines';
import { type NoQuestion, type QuestionDefaults, questionOf } from './question';

/** Answers are many times longer than questions: this many letters of them are written at once. */
const WRITTEN_AT_ONCE = 2 ** 20;

/**
 * Answers questions as they come, one JSON object a line. What Spark refuses is an answer too.
 *
 * @returns the exit code: findings when a line was no question.
 */
export async function batch(defaults: QuestionDefaults, io: CommandIo): Promise<number> {
  const { stdin = nothing(), drained } = io;
  const machine: Machine = { readFile: bytesOf(io), listFolder: foldersOf(io) };
  let code: number = EXIT.fine;
  for await (const lines of linesOf(stdin)) {
    let answers = '';
    for (const line of lines) {
      if (line.trim() === '') continue;
      const answer = answerToLine(line, defaults, machine);
      if (isNoQuestion(answer)) code = EXIT.findings;
      answers += `${JSON.stringify(answer)}\n`;
      if (answers.length < WRITTEN_AT_ONCE) continue;
      io.stdout(answers);
      answers = '';
      await drained?.();
    }
    if (answers === '') continue;
    io.stdout(answers);
    await drained?.();
  }
  return code;
}

/** Where spark-submit runs: here, as far as files go. Its environment (`SPARK_CONF_DIR`, `HADOOP_CONF_DIR`) counts as empty. */
interface Machine {
  readonly readFile: ReadFile;
  readonly listFolder: ListFolder | undefined;
}

function answerToLine(line: string, defaults: QuestionDefaults, { readFile, listFolder }: Machine): object {
  const question = questionOf(line, defaults);
  if (isNoQuestion(question)) return question;
  try {
    return answerTo(question, readFile, listFolder);
  } catch (error) {
    // Whoever asks the next question must not suffer from a mistake of ours.
    const { id } = question;
    return { ...(id === undefined ? {} : { id }), error: `no answer: ${(error as Error).message}`, errorAt: 'question' };
  }
}

const isNoQuestion = (answer: object): answer is NoQuestion => 'errorAt' in answer && answer.errorAt === 'question';

async function* nothing(): AsyncIterable<string> {}
