import { DatabaseError } from 'pg';
import type ts from 'typescript';
import { UNDEFINED_TABLE } from '../../../kit/db/sqlstate.ts';
import { canBeNull, compare, type Kind, type Problem } from './compare.ts';
import type { ServerDatabase } from './databases.ts';
import { describe } from './describe.ts';
import { placeOf } from './program.ts';
import { type Statement, statementsOf } from './statements.ts';
import { type Text, toQuery } from './texts.ts';

export type Finding = { kind: Kind; file: string; line: number; what: string };
/**
 * The databases that a file's statements must be valid in: all of them, those that have its tables, or, for tests of
 * several servers, any one.
 */
export type Home = { databases: readonly ServerDatabase[]; needs: 'all' | 'those with its tables' | 'any' };

/** Checks every statement of the files that have a home. */
export async function checkStatements(
  program: ts.Program,
  homeOf: (file: string) => Home | undefined,
): Promise<{ findings: Finding[]; statements: number; texts: number }> {
  const checker = program.getTypeChecker();
  const { statements, unused } = statementsOf(program, (file) => homeOf(file) !== undefined);
  const findings: Finding[] = [];
  const report = (node: ts.Node, { kind, what }: Problem) => {
    const finding = { kind, ...placeOf(node), what };
    if (!findings.some((known) => JSON.stringify(known) === JSON.stringify(finding))) findings.push(finding);
  };
  for (const node of unused)
    report(node, { kind: 'unused', what: 'It is part of no statement that is executed.' });
  for (const statement of statements) {
    const home = homeOf(placeOf(statement.node).file);
    if (home === undefined) continue;
    for (const problem of await problemsOf(checker, statement, home)) report(statement.node, problem);
  }
  const texts = statements.reduce((sum, statement) => sum + statement.texts.length, 0);
  return { findings, statements: statements.length, texts };
}

async function problemsOf(checker: ts.TypeChecker, statement: Statement, home: Home): Promise<Problem[]> {
  if (statement.unresolved !== undefined) return [{ kind: 'unresolved', what: statement.unresolved }];
  const found: Problem[] = [];
  for (const text of statement.texts) {
    const answers: Answer[] = [];
    for (const database of home.databases) answers.push(await problemsIn(checker, statement, text, database));
    found.push(...relevant(answers, home.needs));
  }
  return found;
}

type Answer = { problems: Problem[]; lacksTable: boolean };

/** Which of the problems that the databases found with a statement count. */
function relevant(answers: readonly Answer[], needs: Home['needs']): Problem[] {
  const lacking = answers.filter(({ lacksTable }) => lacksTable);
  if (needs === 'any')
    return (
      answers.toSorted(
        (a, b) => Number(a.lacksTable) - Number(b.lacksTable) || a.problems.length - b.problems.length,
      )[0]?.problems ?? []
    );
  if (needs === 'those with its tables' && lacking.length < answers.length)
    return answers.filter(({ lacksTable }) => !lacksTable).flatMap(({ problems }) => problems);
  return answers.flatMap(({ problems }) => problems);
}

async function problemsIn(
  checker: ts.TypeChecker,
  { row }: Statement,
  text: Text,
  database: ServerDatabase,
): Promise<Answer> {
  const { statement, values } = toQuery(text);
  const given = values.map((value) => canBeNull(checker.getTypeAtLocation(value)));
  try {
    const described = await describe(database, statement, given);
    return { problems: compare(checker, described, { row, values }, database.catalogue), lacksTable: false };
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const shown = statement.replace(/\s+/g, ' ').trim().slice(0, 120);
    const what = `${database.role}: ${error.message}: ${shown}`;
    return { problems: [{ kind: 'refused', what }], lacksTable: error.code === UNDEFINED_TABLE };
  }
}
