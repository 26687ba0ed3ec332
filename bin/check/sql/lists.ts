import ts from 'typescript';
import type { Expander } from './expander.ts';
import { initializerOf, symbolOf, unwrap, visit } from './program.ts';
import { type Text, Unresolved } from './texts.ts';
import { type Scope, wordsOfList } from './words.ts';

/** A list's items, each with its texts. */
type Items = readonly (readonly Text[])[];

/**
 * Every way in which a list of SQL can be filled: as written, with and without each item pushed conditionally, or mapped
 * from every word of another list.
 */
export function itemWays(expander: Expander, list: ts.Expression, scope: Scope): Items[] {
  const given = unwrap(list);
  if (ts.isArrayLiteralExpression(given))
    return [given.elements.map((item) => expander.pieceTexts(item, scope))];
  if (ts.isCallExpression(given) && ts.isPropertyAccessExpression(given.expression)) {
    const { expression: words, name } = given.expression;
    const [make] = given.arguments;
    if (name.text === 'map' && make !== undefined && ts.isArrowFunction(make) && !ts.isBlock(make.body))
      return [ofWords(expander, wordsOfList(expander.checker, words), make, make.body, scope)];
  }
  const symbol = ts.isIdentifier(given) ? symbolOf(expander.checker, given) : undefined;
  const made = initializerOf(symbol);
  if (symbol === undefined || made === undefined)
    throw new Unresolved(`${list.getText()} is a list that can't be traced.`);
  return pushesTo(expander, symbol).reduce<Items[]>(
    (ways, push) => {
      const items = push.arguments.map((item) => expander.pieceTexts(item, scope));
      const pushed = ways.map((way) => [...way, ...items]);
      return isConditional(push, symbol) ? ways.concat(pushed) : pushed;
    },
    itemWays(expander, made, scope),
  );
}

function ofWords(
  expander: Expander,
  words: readonly string[],
  make: ts.ArrowFunction,
  body: ts.Expression,
  scope: Scope,
): Items {
  const [parameter] = make.parameters;
  const symbol = parameter === undefined ? undefined : symbolOf(expander.checker, parameter.name);
  return words.map((word) =>
    expander.pieceTexts(body, symbol === undefined ? scope : new Map(scope).set(symbol, { word })),
  );
}

function pushesTo({ checker }: Expander, list: ts.Symbol): ts.CallExpression[] {
  const pushes: ts.CallExpression[] = [];
  const source = list.valueDeclaration?.getSourceFile();
  if (source === undefined) return [];
  visit(source, (node) => {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'push' &&
      symbolOf(checker, node.expression.expression) === list
    )
      pushes.push(node);
  });
  return pushes;
}

/** Whether a push may be skipped: it is not in the same block as the list itself. */
function isConditional(push: ts.Node, list: ts.Symbol): boolean {
  const block = (node: ts.Node | undefined) => node && ts.findAncestor(node, ts.isBlock);
  return !ts.isExpressionStatement(push.parent) || push.parent.parent !== block(list.valueDeclaration);
}
