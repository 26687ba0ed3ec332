import { CSV_START, formatCsv } from '../csv.ts';

/** What a payee's statement says on paper; the contract's has more. */
export type PaperStatement = {
  payee: string;
  /** From this moment until just before that one. */
  from: string;
  until: string;
  lines: readonly {
    at: string;
    kind: 'capture' | 'refund' | 'payout' | 'commission' | 'payout_returned' | 'commission_returned';
    reference: string;
    amount_minor: number;
    currency: string;
  }[];
  totals: readonly {
    currency: string;
    captured_minor: number;
    refunded_minor: number;
    paid_out_minor: number;
    commission_minor: number;
    in_trust_minor: number;
  }[];
};

const INTO_TRUST: ReadonlySet<string> = new Set(['capture', 'payout_returned', 'commission_returned']);
const FROM_TRUST: ReadonlySet<string> = new Set(['refund', 'payout', 'commission']);

/** Whether this version knows such lines; a newer server may have others. */
export function isKnownLine({ kind }: { kind: string }): boolean {
  return INTO_TRUST.has(kind) || FROM_TRUST.has(kind);
}

/** What a line adds to the money in trust. */
export function signedMinor({ kind, amount_minor }: PaperStatement['lines'][number]): number {
  return INTO_TRUST.has(kind) ? amount_minor : -amount_minor;
}

/** A statement's lines as CSV; what leaves the money in trust is negative. */
export function statementCsv({ lines }: PaperStatement): string {
  const rows = lines.map((line) => [line.at, line.kind, line.reference, signedMinor(line), line.currency]);
  return CSV_START + formatCsv([['at', 'kind', 'reference', 'amount_minor', 'currency'], ...rows]);
}
