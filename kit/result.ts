import type { ProblemCode } from './http/statuses.ts';

/**
 * A refusal is an expected answer of an operation and is returned; a surprise is thrown.
 * `code` is stable and is what clients branch on. Its HTTP status stands in `kit/http/statuses.ts`, its words in the
 * message catalogue under `problem.<code>`; the compiler asks for all three.
 */
export type Refusal<Code extends ProblemCode> = {
  readonly ok: false;
  readonly code: Code;
  /** Extra members of the problem document, such as `retry_after_s` or `balance_minor`. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** Nothing that was done before it in its transaction stays. */
  readonly rolls_back?: true;
};

export type Done<T> = { readonly ok: true; readonly value: T };

/** What an operation answers. `Code` is the union of all that it can refuse with: `RefusalOf<typeof ITS_REFUSALS>`. */
export type Result<T, Code extends ProblemCode> = Done<T> | Refusal<Code>;

export function done<T>(value: T): Done<T> {
  return { ok: true, value };
}

export function refuse<Code extends ProblemCode>(
  code: Code,
  extra?: Readonly<Record<string, unknown>>,
): Refusal<Code> {
  return extra === undefined ? { ok: false, code } : { ok: false, code, extra };
}

/** The same refusal, before which what its transaction did is undone (`kit/db/transaction.ts`, `kit/idempotency.ts`). */
export function rollBack<Code extends ProblemCode>(refusal: Refusal<Code>): Refusal<Code> {
  return { ...refusal, rolls_back: true };
}

/** Whether what a transaction answers undoes it. */
export function rollsBack(answer: unknown): boolean {
  return (
    typeof answer === 'object' && answer !== null && 'rolls_back' in answer && answer.rolls_back === true
  );
}

/**
 * What an operation can refuse with, in the order in which it looks: stated once, beside the operation, or in
 * `contracts/` where it crosses servers. The operation's type, its route and its page in `docs/operations` follow from it.
 */
export function refusals<const Codes extends readonly ProblemCode[]>(...codes: Codes): Codes {
  return codes;
}

export type RefusalOf<Codes extends readonly ProblemCode[]> = Codes[number];

/**
 * A code that another server said, or that was kept of what it said: text from outside. Where its contract does not name
 * it, as that of a newer server may, it is `otherwise`.
 */
export function knownRefusal<Codes extends readonly ProblemCode[], Otherwise extends ProblemCode>(
  codes: Codes,
  code: string | null | undefined,
  otherwise: Otherwise,
): RefusalOf<Codes> | Otherwise {
  return codes.find((known) => known === code) ?? otherwise;
}
