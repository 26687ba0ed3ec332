import ts from 'typescript';
import { expander } from './expand.ts';
import { isFragment, isTemplate, rowOf, visit } from './program.ts';
import { type Text, Unresolved } from './texts.ts';

export type Statement = {
  /** The SQL that is executed. */
  node: ts.Expression;
  /** The type of its rows. */
  row: ts.Type | undefined;
  /** One for each combination of its parts. */
  texts: readonly Text[];
  /** Why its texts can't be determined. */
  unresolved: string | undefined;
};

/**
 * Finds every statement that the wanted files execute, and every template that reaches no statement, so that none is
 * left unchecked.
 */
export function statementsOf(
  program: ts.Program,
  wanted: (file: string) => boolean,
): { statements: Statement[]; unused: ts.Node[] } {
  const expand = expander(program);
  const { checker } = expand;
  const statements: Statement[] = [];
  const templates: ts.Node[] = [];
  for (const source of program.getSourceFiles().filter(({ fileName }) => wanted(fileName))) {
    visit(source, (node) => {
      if (isTemplate(node)) templates.push(node);
      const executed = executedBy(node);
      if (executed === undefined) return;
      const type = checker.getTypeAtLocation(executed);
      if (!isFragment(type)) return;
      const statement = { node: executed, row: rowOf(checker, type), texts: [], unresolved: undefined };
      try {
        statements.push({ ...statement, texts: expand.textsOf(executed, new Map()) });
      } catch (error) {
        if (!(error instanceof Unresolved)) throw error;
        statements.push({ ...statement, unresolved: error.message });
      }
    });
  }
  return { statements, unused: templates.filter((template) => !expand.seen.has(template)) };
}

function executedBy(node: ts.Node): ts.Expression | undefined {
  const callee = ts.isCallExpression(node) ? node.expression : undefined;
  return callee !== undefined && ts.isPropertyAccessExpression(callee) && callee.name.text === 'execute'
    ? callee.expression
    : undefined;
}
