import type ts from 'typescript';
import type { Text } from './texts.ts';
import type { Scope } from './words.ts';

export type Expander = {
  checker: ts.TypeChecker;
  /** Every text that an SQL expression can produce. Throws `Unresolved` when that can't be determined. */
  textsOf(node: ts.Expression, scope: Scope): Text[];
  /** The same for a template's placeholder: SQL, or a value. */
  pieceTexts(node: ts.Expression, scope: Scope): Text[];
  /** The templates that contributed to some text. */
  seen: ReadonlySet<ts.Node>;
};
