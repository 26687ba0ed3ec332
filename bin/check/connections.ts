import { relative, resolve } from 'node:path';
import ts from 'typescript';
import { placeOf, programOf, symbolOf, visit } from './sql/program.ts';

/** Functions whose last argument runs inside a transaction. */
const OPENERS = new Set([
  'inTransaction',
  'inSnapshot',
  'idempotentTransaction',
  'countedTransaction',
  'transaction',
]);

type Found = { file: string; line: number; what: string };

/**
 * Where code inside a transaction could ask the pool for a second connection. Inside is a function that is given to one of
 * the above, or that takes a `tx`; it may neither use a database nor call what does, however far down. With as many such
 * requests at once as the pool has connections, each would hold one and wait for another.
 */
export function secondConnections(program: ts.Program, wanted: (file: string) => boolean): Found[] {
  const checker = program.getTypeChecker();
  const reaching = new Map<ts.Node, boolean>();
  const found = new Map<string, Found>();
  for (const source of program.getSourceFiles().filter(({ fileName }) => wanted(fileName))) {
    visit(source, (node) => {
      if (!isInside(node)) return;
      visit(node.body as ts.Node, (used) => {
        if (!usesDatabase(used) && !(ts.isCallExpression(used) && callReaches(used))) return;
        const { file, line } = placeOf(used);
        const what = used.getText().replace(/\s+/g, ' ').slice(0, 100);
        found.set(`${file}:${used.pos}`, { file, line, what });
      });
    });
  }
  return [...found.values()];

  function usesDatabase(node: ts.Node): boolean {
    return isValue(node) && isDatabase(checker.getTypeAtLocation(node));
  }

  function callReaches({ expression }: ts.CallExpression): boolean {
    const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
    const declared = symbolOf(checker, name)?.valueDeclaration;
    const fn = declared && ts.isVariableDeclaration(declared) ? declared.initializer : declared;
    return fn !== undefined && ts.isFunctionLike(fn) && 'body' in fn && fn.body !== undefined && reaches(fn);
  }

  function reaches(fn: ts.Node): boolean {
    const known = reaching.get(fn);
    if (known !== undefined) return known;
    // While it is being looked at, a call of itself adds nothing.
    reaching.set(fn, false);
    let does = false;
    visit(fn, (node) => {
      does ||= usesDatabase(node) || (ts.isCallExpression(node) && callReaches(node));
    });
    reaching.set(fn, does);
    return does;
  }
}

function isInside(node: ts.Node): node is ts.FunctionLikeDeclaration {
  if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return false;
  const takesTx = node.parameters.some(({ name }) => ts.isIdentifier(name) && name.text === 'tx');
  const call = node.parent;
  return takesTx || (ts.isCallExpression(call) && opens(call.expression) && call.arguments.at(-1) === node);
}

function opens(callee: ts.Expression): boolean {
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  return ts.isIdentifier(name) && OPENERS.has(name.text);
}

/** An expression that is read: a name, or the member of something. */
function isValue(node: ts.Node): node is ts.Expression {
  if (ts.isPropertyAccessExpression(node)) return true;
  return (
    ts.isIdentifier(node) &&
    !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) &&
    !ts.isTypeNode(node.parent)
  );
}

/** What can open a transaction of its own: `Db`. */
function isDatabase(type: ts.Type): boolean {
  return type.getProperty('transaction') !== undefined && type.getProperty('ask') !== undefined;
}

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '../..');
  const isOurs = (file: string) => /^(kit|servers)\/.*(?<!\.test|\.builder)\.ts$/.test(relative(root, file));
  const found = secondConnections(programOf(root), isOurs);
  for (const { file, line, what } of found)
    console.log(`${relative(root, file)}:${line} uses ${what} inside a transaction.`);
  process.exit(found.length === 0 ? 0 : 1);
}
