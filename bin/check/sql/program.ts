import { join } from 'node:path';
import ts from 'typescript';

/** The type of what the `sql` tag returns, a whole statement or a part of one. */
const FRAGMENT = 'Sql';

/** The sources of the checkout in `root`, with the compiler's knowledge of their types. */
export function programOf(root: string): ts.Program {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} };
  const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), {}, host);
  if (config === undefined) throw new Error(`There is no tsconfig.json in ${root}.`);
  return ts.createProgram(config.fileNames, { ...config.options, incremental: false });
}

/** Every node of a source, from the top. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((inner) => visit(inner, see));
}

export function isTemplate(node: ts.Node): node is ts.TaggedTemplateExpression {
  return ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === 'sql';
}

/** The expression without parentheses and type assertions. */
export function unwrap(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node)
    ? unwrap(node.expression)
    : node;
}

export function partsOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

export function isFragment(type: ts.Type): boolean {
  return partsOf(type).some((part) => part.symbol?.name === FRAGMENT);
}

/** The row type that a statement declares. */
export function rowOf(checker: ts.TypeChecker, statement: ts.Type): ts.Type | undefined {
  const [one] = partsOf(statement).filter((part) => part.symbol?.name === FRAGMENT);
  return one === undefined ? undefined : checker.getTypeArguments(one as ts.TypeReference)[0];
}

export function placeOf(node: ts.Node): { file: string; line: number } {
  const source = node.getSourceFile();
  return { file: source.fileName, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 };
}

/** The symbol that a name refers to, through imports. */
export function symbolOf(checker: ts.TypeChecker, node: ts.Node): ts.Symbol | undefined {
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  return symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias
    ? checker.getAliasedSymbol(symbol)
    : symbol;
}

/** The initialiser of a `const`. */
export function initializerOf(symbol: ts.Symbol | undefined): ts.Expression | undefined {
  const declaration = symbol?.valueDeclaration;
  return declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const
    ? declaration.initializer
    : undefined;
}
