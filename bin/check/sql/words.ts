import ts from 'typescript';
import { initializerOf, partsOf, symbolOf, unwrap } from './program.ts';
import { Unresolved } from './texts.ts';

/** What names are bound to inside a function that is called, or for one word of a list. */
export type Scope = ReadonlyMap<ts.Symbol, Bound>;
export type Bound = { expression: ts.Expression; scope: Scope } | { word: string };

/** The words that an expression may be, by the literals in its type. */
export function wordsOf(checker: ts.TypeChecker, node: ts.Expression, scope: Scope): string[] {
  const given = unwrap(node);
  if (ts.isTemplateExpression(given)) {
    return given.templateSpans.reduce(
      (texts, span) =>
        texts.flatMap((text) =>
          wordsOf(checker, span.expression, scope).map((word) => text + word + span.literal.text),
        ),
      [given.head.text],
    );
  }
  const symbol = ts.isIdentifier(given) ? symbolOf(checker, given) : undefined;
  const bound = symbol === undefined ? undefined : scope.get(symbol);
  if (bound !== undefined)
    return 'word' in bound ? [bound.word] : wordsOf(checker, bound.expression, bound.scope);
  const words = literalsOf(checker.getTypeAtLocation(given));
  if (words.length === 0) throw new Unresolved(`The type of ${node.getText()} does not list its words.`);
  return words;
}

/** The words of a list, by its type or an object's keys; all of them if the list is filtered. */
export function wordsOfList(checker: ts.TypeChecker, node: ts.Expression): string[] {
  const list = unwrap(node);
  const item = checker.getIndexTypeOfType(checker.getTypeAtLocation(list), ts.IndexKind.Number);
  const words = item === undefined ? [] : literalsOf(item);
  if (words.length > 0) return words;
  const made = ts.isIdentifier(list) ? initializerOf(symbolOf(checker, list)) : undefined;
  if (made !== undefined) return wordsOfList(checker, made);
  if (ts.isCallExpression(list) && ts.isPropertyAccessExpression(list.expression)) {
    const [first] = list.arguments;
    if (list.expression.getText() === 'Object.keys' && first !== undefined)
      return keysOf(checker.getTypeAtLocation(first), node);
    if (list.expression.name.text === 'filter') return wordsOfList(checker, list.expression.expression);
  }
  throw new Unresolved(`The type of ${node.getText()} does not list its words.`);
}

function keysOf(type: ts.Type, node: ts.Node): string[] {
  const keys = type.getProperties().map(({ name }) => name);
  if (keys.length === 0) throw new Unresolved(`The type of ${node.getText()} does not list its keys.`);
  return keys;
}

/** The words of a type that consists only of literals. */
export function literalsOf(type: ts.Type): string[] {
  const parts = partsOf(type);
  const words = parts.flatMap((part) =>
    part.isStringLiteral() || part.isNumberLiteral() ? [String(part.value)] : [],
  );
  return words.length === parts.length ? words : [];
}
