import type { ProblemCode } from './http/statuses.ts';

/**
 * A refusal is an expected answer of an operation and is returned; anything unexpected is thrown. `code` is stable, and
 * clients branch on it. Its HTTP status is in `kit/http/statuses.ts`, its wording in the message catalogue under
 * `problem.<code>`; the compiler insists on both.
 */
export type Refusal<Code extends ProblemCode> = {
  readonly ok: false;
  readonly code: Code;
  /** Extra members of the problem document, such as `retry_after_s` or `balance_minor`. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** Everything done before it in its transaction is rolled back. */
  readonly rolls_back?: true;
};

export type Done<T> = { readonly ok: true; readonly value: T };

/** What an operation returns. `Code` is the union of its refusals: `RefusalOf<typeof ITS_REFUSALS>`. */
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

/** The same refusal, which also rolls back its transaction (`kit/db/transaction.ts`, `kit/idempotency.ts`). */
export function rollBack<Code extends ProblemCode>(refusal: Refusal<Code>): Refusal<Code> {
  return { ...refusal, rolls_back: true };
}

/** Whether this answer of a transaction rolls it back. */
export function rollsBack(answer: unknown): boolean {
  return (
    typeof answer === 'object' && answer !== null && 'rolls_back' in answer && answer.rolls_back === true
  );
}

/**
 * The codes an operation can refuse with, in the order in which it checks. Stated once, beside the operation, or in
 * `contracts/` where it crosses servers. The operation's type, its route and its page in `docs/operations` follow from it.
 */
export function refusals<const Codes extends readonly ProblemCode[]>(...codes: Codes): Codes {
  return codes;
}

export type RefusalOf<Codes extends readonly ProblemCode[]> = Codes[number];

/**
 * A code received from another server, now or earlier, is untrusted text. If the contract does not list it, because the
 * other server is newer, say, the answer is `otherwise`.
 */
export function knownRefusal<Codes extends readonly ProblemCode[], Otherwise extends ProblemCode>(
  codes: Codes,
  code: string | null | undefined,
  otherwise: Otherwise,
): RefusalOf<Codes> | Otherwise {
  return codes.find((known) => known === code) ?? otherwise;
}
