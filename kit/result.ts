/**
 * A refusal is an expected answer of an operation and is returned; a surprise is thrown.
 * `code` is stable and is what clients branch on. The words for it stand in the message catalogue
 * under `problem.<code>`, the HTTP status in `kit/http/statuses.ts`.
 */
export type Refusal<Code extends string = string> = {
  readonly ok: false;
  readonly code: Code;
  /** Extra members of the problem document, such as `retry_after_s` or `balance_minor`. */
  readonly extra?: Readonly<Record<string, unknown>>;
};

export type Done<T> = { readonly ok: true; readonly value: T };

export type Result<T, Code extends string = string> = Done<T> | Refusal<Code>;

export function done<T>(value: T): Done<T> {
  return { ok: true, value };
}

export function refuse<Code extends string>(
  code: Code,
  extra?: Readonly<Record<string, unknown>>,
): Refusal<Code> {
  return extra === undefined ? { ok: false, code } : { ok: false, code, extra };
}

/** Thrown inside a transaction to roll it back and still answer with the refusal (see `kit/db/transaction.ts`). */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}
