import type { FastifyRequest } from 'fastify';
import { constraintOf } from '../../../kit/db/sqlstate.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { AGAIN, gathered } from '../../../kit/gatherer.ts';
import { ProblemError } from '../../../kit/http/problem.ts';
import type { KeyedAnswer } from '../../../kit/idempotency.ts';
import { readOpening, readOpeningAnywhere } from '../certificates/opening-token.ts';
import { noteUses } from '../clerks/sign-in.ts';
import type { ShopContext } from '../context.ts';
import { answersOfKnown } from './known-sales.ts';
import { type Redeem, type RedeemOperation, redeemOperation } from './redeem-operation.ts';
import { type RedeemedLine, type RedeemRefusal, redeemBatch } from './redeem-statement.ts';
import { keepRefusals, writeRefusals } from './refused-sales.ts';
import { answerOfSale, type RefusedSale, type SaleAnswer } from './sale-answers.ts';
import { tellUse } from './tell-use.ts';

/** Who sells: the digest of a session's token, and how to find the terminal whose it is, which throws if it is nobody's. */
export type SellerSession = { session: Buffer; findTerminal: () => Promise<string> };

/**
 * Receipt 9: redeems certificates in a store, in full or in part, several in one sale, all lines or none. Sales that come at
 * the same time are decided in one statement (`redeem-statement.ts`) and answered from what it says (`sale-answers.ts`).
 * The verification says at which terminal it was made, and the statement whether that terminal's session is this one; only
 * where they don't agree is the session looked up beforehand.
 */
export async function redeem(
  context: ShopContext,
  request: FastifyRequest,
  { session, findTerminal }: SellerSession,
  input: Redeem,
): Promise<KeyedAnswer<RedeemRefusal>> {
  const opened = readOpeningAnywhere(context, input.verification_token);
  if (opened !== undefined) {
    const { terminal_id, opening } = opened;
    const answer = await sell(context, redeemOperation(request, { terminal_id, session }, opening, input));
    if (answer !== 'no_session') return answer;
  }
  const terminal_id = await findTerminal();
  const opening = await readOpening(context, context.db, input.verification_token, terminal_id);
  const answer = await sell(context, redeemOperation(request, { terminal_id, session }, opening, input));
  if (answer === 'no_session') throw new ProblemError('unauthenticated');
  return answer;
}

async function sell(
  context: ShopContext,
  operation: RedeemOperation,
): Promise<KeyedAnswer<RedeemRefusal> | 'no_session'> {
  const answer = await gatherSales(context, operation);
  if (answer instanceof ProblemError) throw answer;
  return answer;
}

const gatherSales = gathered<ShopContext, RedeemOperation, SaleAnswer | ProblemError | 'no_session'>({
  fromOf: ({ terminal_id }) => storeOf.get(terminal_id) ?? terminal_id,
  keysOf: ({ saleId, lines }) => [saleId, ...lines.map(({ certificate_id }) => certificate_id)],
  run: redeemEach,
});

/** Stores take turns. A terminal whose store is not known yet has a turn of its own. */
const storeOf = new Map<string, string>();
const STORES_OF_MAX = 20_000;

function rememberStore(terminal_id: string, store_id: string): void {
  if (storeOf.size >= STORES_OF_MAX) storeOf.clear();
  storeOf.set(terminal_id, store_id);
}

async function redeemEach(
  context: ShopContext,
  operations: readonly RedeemOperation[],
): Promise<(SaleAnswer | ProblemError | 'no_session' | typeof AGAIN)[]> {
  // Of those with one key, the first is decided; the others are asked again, and find its answer.
  const bySale = new Map(operations.toReversed().map((operation) => [operation.saleId, operation]));
  const decided = [...bySale.values()];
  const all = await decide(context, decided);
  await noteUses(
    context,
    all.flatMap(({ clerk_session_id }) => clerk_session_id ?? []),
  );
  for (const { op_no, store_id } of all)
    if (store_id !== null) rememberStore(decided[op_no]?.terminal_id ?? '', store_id);
  const lines = Map.groupBy(all, ({ op_no }) => op_no);
  const said = new Map<RedeemOperation, Said>(
    decided.map((operation, no) => [operation, answerOfSale(operation, lines.get(no) ?? [])]),
  );
  const refused = [...said.values()].filter(isRefused);
  const known = decided.filter((operation) => said.get(operation) === 'known');
  const answers = await answersOfKnown(context.db, known);
  for (const [no, operation] of known.entries()) said.set(operation, answers[no]);
  const settled = (await areWritten(context, refused)) ? refused : [];
  const kept = await keepRefusals(context.db, [...settled, ...answers.filter(isRefused)], context.clock());
  return operations.map((operation) => {
    const answer = said.get(operation);
    if (answer === undefined || answer === 'known') return AGAIN;
    if (!isRefused(answer)) return answer;
    return kept.has(operation.saleId) ? answer.answer : AGAIN;
  });
}

type Said = SaleAnswer | RefusedSale | ProblemError | 'no_session' | 'known' | undefined;

function isRefused(said: Said): said is RefusedSale {
  return typeof said === 'object' && 'operation' in said;
}

/** False if another process has decided on one of them since; all are then asked again, and that one finds its answer. */
async function areWritten(context: ShopContext, refused: readonly RefusedSale[]): Promise<boolean> {
  try {
    await writeRefusals(context.db, refused, { now: context.clock(), own: context.signingKey.party });
    return true;
  } catch (error) {
    if (!isDecidedElsewhere(error)) throw error;
    return false;
  }
}

const ATTEMPTS_MAX = 5;

/** One statement and one commit. Where a certificate was handed over, its holder is told in the same transaction. */
async function decide(context: ShopContext, operations: readonly RedeemOperation[]): Promise<RedeemedLine[]> {
  const now = context.clock();
  const tells = operations.some(({ lines }) => lines.some(({ handed_over }) => handed_over));
  for (let attempt = 1; ; attempt++) {
    try {
      if (!tells) return await redeemBatch(context.db, operations, now);
      return await inTransaction(context.db, async (tx) => {
        const lines = await redeemBatch(tx, operations, now);
        await tellHolders(context, tx, operations, lines);
        return lines;
      });
    } catch (error) {
      if (!isDecidedElsewhere(error) || attempt === ATTEMPTS_MAX) throw error;
    }
  }
}

/**
 * Whether another process has decided on a sale with one of the keys since the statement began, which the next attempt
 * sees. Which of the two tables tells is up to PostgreSQL: a transfer has the id of one of its sales.
 */
function isDecidedElsewhere(error: unknown): boolean {
  const constraint = constraintOf(error);
  return constraint === 'journal_ids_pkey' || constraint === 'ledger_transfers_pkey';
}

/** Tells whoever a certificate was handed over to; a refused sale moved nothing. */
async function tellHolders(
  context: ShopContext,
  tx: Tx,
  operations: readonly RedeemOperation[],
  lines: readonly RedeemedLine[],
): Promise<void> {
  for (const { op_no, line_no, outcome, handed_over, after_minor, currency, store_name } of lines) {
    const operation = operations[op_no];
    const line = operation?.lines[line_no];
    if (outcome !== 'done' || handed_over !== true || line === undefined) continue;
    if (after_minor === null || currency === null) continue;
    const { certificate_id, amount_minor } = line;
    const use = { amount_minor, after_minor, currency, store_name: store_name ?? '' };
    await tellUse(context, tx, certificate_id, 'recipient.certificate_used', use);
  }
}
