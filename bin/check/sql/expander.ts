import type ts from 'typescript';
import type { Text } from './texts.ts';
import type { Scope } from './words.ts';

export type Expander = {
  checker: ts.TypeChecker;
  /** Every text that an expression of SQL can have. Throws `Unresolved` when that can't be known. */
  textsOf(node: ts.Expression, scope: Scope): Text[];
  /** The same for what stands in a template: SQL, or a value. */
  pieceTexts(node: ts.Expression, scope: Scope): Text[];
  /** The templates that some text was made of. */
  seen: ReadonlySet<ts.Node>;
};
