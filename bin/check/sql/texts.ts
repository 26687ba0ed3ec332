import type ts from 'typescript';

/** A statement's text in pieces: SQL as it stands, and the expressions whose values become $1, $2, … */
export type Text = readonly (string | ts.Expression)[];

/** Why a statement's text can't be known. */
export class Unresolved extends Error {}

const WAYS_MAX = 512;

/** Every way of the one followed by every way of the other. */
export function product(left: readonly Text[], right: readonly Text[]): Text[] {
  if (left.length * right.length > WAYS_MAX) throw new Unresolved(`It has more than ${WAYS_MAX} texts.`);
  return left.flatMap((before) => right.map((after) => [...before, ...after]));
}

/** Different texts: a choice between values leaves the same one. */
export function distinct(texts: readonly Text[]): Text[] {
  return [...new Map(texts.map((text) => [text.map(keyOf).join(''), text])).values()];
}

function keyOf(piece: string | ts.Expression): string {
  return typeof piece === 'string' ? piece : `\0${piece.getSourceFile().fileName}:${piece.pos}\0`;
}

/** As PostgreSQL is asked it, with the values it is asked with. */
export function asked(text: Text): { statement: string; values: ts.Expression[] } {
  const values: ts.Expression[] = [];
  const statement = text
    .map((piece) => (typeof piece === 'string' ? piece : `$${values.push(piece)}`))
    .join('');
  return { statement, values };
}
