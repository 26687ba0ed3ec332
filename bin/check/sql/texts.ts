import type ts from 'typescript';

/** A statement's text in pieces: literal SQL, and the expressions whose values become $1, $2, … */
export type Text = readonly (string | ts.Expression)[];

/** Why a statement's text can't be determined. */
export class Unresolved extends Error {}

const WAYS_MAX = 512;

/** Each text of the one followed by each text of the other. */
export function product(left: readonly Text[], right: readonly Text[]): Text[] {
  if (left.length * right.length > WAYS_MAX) throw new Unresolved(`It has more than ${WAYS_MAX} texts.`);
  return left.flatMap((before) => right.map((after) => [...before, ...after]));
}

/** Without duplicates: a choice between two values makes the same text. */
export function distinct(texts: readonly Text[]): Text[] {
  return [...new Map(texts.map((text) => [text.map(keyOf).join(''), text])).values()];
}

function keyOf(piece: string | ts.Expression): string {
  return typeof piece === 'string' ? piece : `\0${piece.getSourceFile().fileName}:${piece.pos}\0`;
}

/** The statement as PostgreSQL gets it, and the values of its parameters. */
export function toQuery(text: Text): { statement: string; values: ts.Expression[] } {
  const values: ts.Expression[] = [];
  const statement = text
    .map((piece) => (typeof piece === 'string' ? piece : `$${values.push(piece)}`))
    .join('');
  return { statement, values };
}
