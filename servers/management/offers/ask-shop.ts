import Type from 'typebox';
import { Value } from 'typebox/value';
import { Day } from '../../../contracts/common.ts';
import { SECOND_MS } from '../../../kit/clock.ts';
import { problemCodeOf } from '../../../kit/http/problem.ts';
import { newId } from '../../../kit/ids.ts';
import { type HolderProof, sealProof } from '../../../kit/sealed-pin.ts';
import { signedFetch } from '../../../kit/signing/index.ts';
import { currentTraceparent } from '../../../kit/trace.ts';
import type { ManagementContext } from '../context.ts';
import { sealingKeyOf } from './sealing-key.ts';

export type ShopAnswer = { ok: true; json: unknown } | { ok: false; code: string; expired_on?: string };

/** What goes with `certificate_expired`. */
const Expired = Type.Object({ code: Type.Literal('certificate_expired'), expired_on: Day });

/** Somebody is waiting. */
const TIMEOUT_MS = 8 * SECOND_MS;
const UNAVAILABLE: ShopAnswer = { ok: false, code: 'service_unavailable' };

export type ShopRequest = { party: string; path: string; body?: object };

/** Asks a shop for what a recipient or holder wants to know at once: `body` is posted, without one it is a GET. */
export async function askShop(
  context: ManagementContext,
  { party: partyName, path, body }: ShopRequest,
): Promise<ShopAnswer> {
  const party = context.parties.find((candidate) => candidate.party === partyName);
  if (party === undefined) return UNAVAILABLE;
  const posted =
    body === undefined
      ? { method: 'GET' }
      : { method: 'POST', body: Buffer.from(JSON.stringify(body)), idempotency_key: newId() };
  const answer = await signedFetch({
    key: context.signingKey,
    party,
    path,
    ...posted,
    clock: context.clock,
    timeout_ms: TIMEOUT_MS,
    traceparent: currentTraceparent(),
  });
  if (answer.kind === 'unknown') return UNAVAILABLE;
  if (answer.status < 300) return { ok: true, json: answer.json };
  const code = problemCodeOf(answer.json) ?? 'service_unavailable';
  return Value.Check(Expired, answer.json)
    ? { ok: false, code, expired_on: answer.json.expired_on }
    : { ok: false, code };
}

/**
 * The same with what somebody keyed, which is sealed for the shop and kept by nobody.
 * @param caller A pseudonym by which the shop counts their guesses.
 */
export async function askShopWithProof(
  context: ManagementContext,
  caller: string,
  { keyed, body = {}, ...request }: ShopRequest & { keyed: Omit<HolderProof, 'proof_id'> },
): Promise<ShopAnswer> {
  const key = await sealingKeyOf(context, request.party);
  if (key === undefined) return UNAVAILABLE;
  const proof_id = newId();
  const sealed_proof = await sealProof(key, { proof_id, ...keyed });
  return askShop(context, {
    ...request,
    body: { proof_id, caller, sealed_proof, ...body },
  });
}
