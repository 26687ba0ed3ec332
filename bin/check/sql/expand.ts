import ts from 'typescript';
import type { Expander } from './expander.ts';
import { itemWays } from './lists.ts';
import { initializerOf, isFragment, isTemplate, symbolOf, unwrap, visit } from './program.ts';
import { distinct, product, type Text, Unresolved } from './texts.ts';
import { type Scope, wordsOf } from './words.ts';

/** Assembles statements from the sources, as the `sql` tag does at run time. */
export function expander(program: ts.Program): Expander {
  const checker = program.getTypeChecker();
  const calls = callsByName(program);
  const seen = new Set<ts.Node>();
  const self: Expander = { checker, textsOf, pieceTexts, seen };
  return self;

  function textsOf(node: ts.Expression, scope: Scope): Text[] {
    return distinct(allTextsOf(unwrap(node), scope));
  }

  function allTextsOf(given: ts.Expression, scope: Scope): Text[] {
    if (isTemplate(given)) return ofTemplate(given, scope);
    if (ts.isConditionalExpression(given))
      return [...textsOf(given.whenTrue, scope), ...textsOf(given.whenFalse, scope)];
    if (ts.isIdentifier(given)) return ofName(given, scope);
    if (ts.isCallExpression(given)) return ofCall(given, scope);
    if (ts.isPropertyAccessExpression(given) || ts.isElementAccessExpression(given))
      return ofMember(given, scope);
    throw new Unresolved(`${given.getText()} is SQL whose text is not known.`);
  }

  function pieceTexts(node: ts.Expression, scope: Scope): Text[] {
    return isFragment(checker.getTypeAtLocation(node)) ? textsOf(node, scope) : [[node]];
  }

  function ofTemplate(node: ts.TaggedTemplateExpression, scope: Scope): Text[] {
    seen.add(node);
    const { template } = node;
    if (ts.isNoSubstitutionTemplateLiteral(template)) return [[template.text]];
    return template.templateSpans.reduce<Text[]>(
      (texts, span) => product(product(texts, pieceTexts(span.expression, scope)), [[span.literal.text]]),
      [[template.head.text]],
    );
  }

  function ofName(name: ts.Identifier, scope: Scope): Text[] {
    const symbol = symbolOf(checker, name);
    const bound = symbol && scope.get(symbol);
    if (bound !== undefined && 'expression' in bound) return textsOf(bound.expression, bound.scope);
    const made = initializerOf(symbol);
    if (made !== undefined) return textsOf(made, scope);
    const declaration = symbol?.valueDeclaration;
    const texts = declaration !== undefined && ts.isParameter(declaration) ? ofParameter(declaration) : [];
    if (texts.length === 0) throw new Unresolved(`The SQL in ${name.text} can't be traced.`);
    return texts;
  }

  /** The arguments for a parameter, wherever its function is called. */
  function ofParameter(parameter: ts.ParameterDeclaration): Text[] {
    const fn = parameter.parent;
    const named = ts.isVariableDeclaration(fn.parent) ? fn.parent.name : fn.name;
    const at = fn.parameters.indexOf(parameter);
    const own = parameter.initializer === undefined ? [] : textsOf(parameter.initializer, new Map());
    if (named === undefined || !ts.isIdentifier(named)) return own;
    const given = (calls.get(named.text) ?? []).flatMap((call) => {
      const argument = call.arguments[at];
      return argument !== undefined && symbolOf(checker, call.expression) === symbolOf(checker, named)
        ? textsOf(argument, new Map())
        : [];
    });
    return [...own, ...given];
  }

  /** `ORDERS.newest` of an object of SQL, or any of its members. */
  function ofMember(node: ts.PropertyAccessExpression | ts.ElementAccessExpression, scope: Scope): Text[] {
    const holder = unwrap(node.expression);
    const made = ts.isIdentifier(holder) ? initializerOf(symbolOf(checker, holder)) : undefined;
    const object = made && unwrap(made);
    if (object === undefined || !ts.isObjectLiteralExpression(object))
      throw new Unresolved(`${node.getText()} is not a member of an object literal in the sources.`);
    const wanted = ts.isPropertyAccessExpression(node)
      ? [node.name.text]
      : wordsOf(checker, node.argumentExpression, scope);
    return object.properties.flatMap((property) =>
      ts.isPropertyAssignment(property) &&
      wanted.includes(property.name.getText().replace(/^['"]|['"]$/g, ''))
        ? textsOf(property.initializer, scope)
        : [],
    );
  }

  function ofCall(call: ts.CallExpression, scope: Scope): Text[] {
    const callee = call.expression;
    if (ts.isPropertyAccessExpression(callee) && callee.expression.getText() === 'sql')
      return ofTagsMethod(callee.name.text, call, scope);
    const declaration = symbolOf(checker, callee)?.valueDeclaration;
    const fn = initializerOf(symbolOf(checker, callee)) ?? declaration;
    if (
      fn === undefined ||
      !(ts.isFunctionDeclaration(fn) || ts.isArrowFunction(fn)) ||
      fn.body === undefined
    )
      throw new Unresolved(`What ${call.getText()} returns can't be traced.`);
    const inner = new Map(scope);
    fn.parameters.forEach((parameter, at) => {
      const symbol = symbolOf(checker, parameter.name);
      const expression = call.arguments[at] ?? parameter.initializer;
      if (symbol !== undefined && expression !== undefined) inner.set(symbol, { expression, scope });
    });
    return returnsOf(fn.body).flatMap((returned) => textsOf(returned, inner));
  }

  function ofTagsMethod(method: string, call: ts.CallExpression, scope: Scope): Text[] {
    const [first, second] = call.arguments;
    if (first === undefined) throw new Unresolved(`${call.getText()} names nothing.`);
    if (method === 'join') {
      const between = second === undefined ? [[', ']] : textsOf(second, scope);
      return itemWays(self, first, scope).flatMap((items) =>
        items.reduce<Text[]>(
          (texts, item, at) => product(at === 0 ? texts : product(texts, between), item),
          [[]],
        ),
      );
    }
    const words = wordsOf(checker, first, scope);
    return words.map((word) => [
      word
        .split('.')
        .map((part) => `"${part.replaceAll('"', '""')}"`)
        .join('.'),
    ]);
  }
}

function returnsOf(body: ts.ConciseBody): ts.Expression[] {
  if (!ts.isBlock(body)) return [body];
  const found: ts.Expression[] = [];
  visit(body, (node) => {
    const isOwn = ts.findAncestor(node, ts.isFunctionLike) === body.parent;
    if (ts.isReturnStatement(node) && node.expression !== undefined && isOwn) found.push(node.expression);
  });
  return found;
}

function callsByName(program: ts.Program): ReadonlyMap<string, ts.CallExpression[]> {
  const calls = new Map<string, ts.CallExpression[]>();
  for (const source of program.getSourceFiles().filter((file) => !file.isDeclarationFile)) {
    visit(source, (node) => {
      if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return;
      const name = node.expression.text;
      calls.set(name, [...(calls.get(name) ?? []), node]);
    });
  }
  return calls;
}
