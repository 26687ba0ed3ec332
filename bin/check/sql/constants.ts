import { type Level, type Made, madeOf, variableMadeOf } from './made-of.ts';
import { children, isTree, list, type Tree, textOfConstant, type Value, withoutRelabel } from './tree.ts';

/** The texts that a query's output column can have, if it consists of constants. Whether it can be null is no matter here. */
export function constantsOf(query: Tree, column: Tree): ReadonlySet<string> | undefined {
  const words = ofAll(madeOf(query, column, undefined));
  return words === undefined || words.length === 0 ? undefined : new Set(words);
}

function ofAll(made: readonly Made[] | undefined): string[] | undefined {
  const words = made?.map(({ expression, level }) => ofExpression(expression, level));
  return words?.every((each) => each !== undefined) ? words.flat() : undefined;
}

function ofExpression(value: Value | undefined, level: Level): string[] | undefined {
  const given = withoutRelabel(value);
  if (!isTree(given)) return undefined;
  const among = (parts: readonly (Value | undefined)[]) =>
    ofAll(parts.map((expression) => ({ expression, level })));
  switch (given.kind) {
    case 'CONST': {
      if (given.fields.constisnull === 'true') return [];
      const word = textOfConstant(given);
      return word === undefined ? undefined : [word];
    }
    case 'CASE':
    case 'CASEEXPR':
      return among([...children(given, 'args').map((when) => when.fields.result), given.fields.defresult]);
    case 'COALESCE':
    case 'COALESCEEXPR':
      return among(list(given, 'args'));
    case 'VAR':
      return ofAll(variableMadeOf(given, level));
    default:
      return undefined;
  }
}
