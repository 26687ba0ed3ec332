import ts from 'typescript';
import type { Catalogue } from './catalogue.ts';
import type { Described, Output } from './describe.ts';
import { canBeGiven, canBeRead, has, nameOfType, withoutNull } from './types.ts';
import { impossibleWords } from './usage.ts';
import { literalsOf } from './words.ts';

export type Kind =
  /** PostgreSQL refuses the statement. */
  | 'refused'
  /** The runtime role has no right to do what it does. */
  | 'denied'
  /** Its text can't be put together from the sources. */
  | 'unresolved'
  /** Its template is part of no statement. */
  | 'unused'
  /** `*` or a whole row of a table: it also reads columns that nobody named, such as password hashes. */
  | 'star'
  /** A column is declared but not selected, selected but not declared, or selected twice. */
  | 'missing'
  | 'unread'
  | 'twice'
  /** A column has another type than declared, or may be null. */
  | 'type'
  | 'null'
  /** A value has another type than its parameter, or may be undefined or null where it must not. */
  | 'parameter'
  /** The words in a type differ from those that a CHECK lists or the statement has, or these two differ. */
  | 'words';
export type Problem = { kind: Kind; what: string };

/** What is wrong with a statement: PostgreSQL's description compared with its row type and its parameters. */
export function compare(
  checker: ts.TypeChecker,
  described: Described,
  { row, values }: { row: ts.Type | undefined; values: readonly ts.Expression[] },
  catalogue: Catalogue,
): Problem[] {
  const { denied, usage } = described;
  return [
    ...(denied === undefined ? [] : [{ kind: 'denied' as const, what: denied }]),
    ...(usage.hasStar ? [{ kind: 'star' as const, what: 'It reads a table by *.' }] : []),
    ...usage.wholeRows.map((name) => ({ kind: 'star' as const, what: `It reads ${name} as a whole.` })),
    ...impossibleWords(usage, catalogue).map((what) => ({ kind: 'words' as const, what })),
    ...values.flatMap((value, at) => compareValue(checker, described, value, at, catalogue)),
    ...(row === undefined || has(row, ts.TypeFlags.Unknown)
      ? []
      : compareRow(checker, described, row, catalogue)),
  ];
}

function compareRow(
  checker: ts.TypeChecker,
  { outputs }: Described,
  row: ts.Type,
  catalogue: Catalogue,
): Problem[] {
  const names = outputs.map(({ name }) => name);
  const declared = checker.getPropertiesOfType(row);
  return [
    ...names
      .filter((name, at) => names.indexOf(name) !== at)
      .map((what) => ({ kind: 'twice' as const, what })),
    ...declared
      .filter(({ name }) => !names.includes(name))
      .map(({ name }) => ({ kind: 'missing' as const, what: name })),
    ...names
      .filter((name) => checker.getPropertyOfType(row, name) === undefined)
      .map((what) => ({ kind: 'unread' as const, what })),
    ...outputs.flatMap((output) => {
      const property = checker.getPropertyOfType(row, output.name);
      return property === undefined
        ? []
        : compareColumn(checker, output, checker.getTypeOfSymbol(property), catalogue);
    }),
  ];
}

function compareColumn(
  checker: ts.TypeChecker,
  output: Output,
  type: ts.Type,
  catalogue: Catalogue,
): Problem[] {
  const problems: Problem[] = [];
  const isOpen = has(type, ts.TypeFlags.Unknown);
  const said = `${output.name}: ${checker.typeToString(type)}`;
  const real = withoutNull(type);
  if (!real.every((part) => canBeRead(checker, part, output.oid)))
    problems.push({ kind: 'type', what: `${said}, but it is ${nameOfType(output.oid)}` });
  if (output.nullable && !isOpen && !has(type, ts.TypeFlags.Null))
    problems.push({ kind: 'null', what: `${said}, but it can be null` });
  return [...problems, ...compareWords(output, real, catalogue)];
}

/** A type that lists words has those that a CHECK allows the column, and those that the statement gives it as constants. */
function compareWords(
  { name, table, column, constants }: Output,
  type: readonly ts.Type[],
  catalogue: Catalogue,
): Problem[] {
  const words = type.flatMap(literalsOf);
  if (type.length === 0 || words.length < type.length) return [];
  const allowed = catalogue.wordsOf(table, column);
  const lacks = [...(allowed ?? constants ?? [])].filter((word) => !words.includes(word));
  const extra = allowed === undefined ? [] : words.filter((word) => !allowed.has(word));
  return [
    ...(lacks.length > 0
      ? [{ kind: 'words' as const, what: `${name} may also be ${lacks.join(', ')}` }]
      : []),
    ...(extra.length > 0 ? [{ kind: 'words' as const, what: `${name} is never ${extra.join(', ')}` }] : []),
  ];
}

function compareValue(
  checker: ts.TypeChecker,
  { parameters, usage }: Described,
  value: ts.Expression,
  at: number,
  catalogue: Catalogue,
): Problem[] {
  const oid = parameters[at];
  if (oid === undefined) return [];
  const type = checker.getTypeAtLocation(value);
  const said = `${value.getText()}: ${checker.typeToString(type)}`;
  const problems: Problem[] = [];
  if (!canBeGiven(checker, type, oid))
    problems.push({ kind: 'parameter', what: `${said}, but the parameter is ${nameOfType(oid)}` });
  const words = withoutNull(type).flatMap(literalsOf);
  for (const { parameter, isWritten, table, column } of usage.parameters) {
    if (parameter !== at + 1) continue;
    const name = catalogue.nameOf(table, column);
    if (isWritten && canBeNull(type) && catalogue.isNotNull(table, column))
      problems.push({ kind: 'parameter', what: `${said}, but ${name} can't be null` });
    const allowed = catalogue.wordsOf(table, column);
    const wrong = allowed === undefined ? [] : words.filter((word) => !allowed.has(word));
    if (wrong.length > 0)
      problems.push({ kind: 'words', what: `${said}, but ${name} can't be ${wrong.join(', ')}` });
  }
  return problems;
}

/** Whether a value may be null for PostgreSQL; pg sends undefined as null. */
export function canBeNull(type: ts.Type): boolean {
  return has(type, ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Unknown | ts.TypeFlags.Any);
}
