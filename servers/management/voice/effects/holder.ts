import { Value } from 'typebox/value';
import { Balances, SHOP_PATHS } from '../../../../contracts/shop-certificates.ts';
import { SECOND_MS } from '../../../../kit/clock.ts';
import { newId } from '../../../../kit/ids.ts';
import { keyedDigest } from '../../../../kit/keyed-digest.ts';
import { sealProof } from '../../../../kit/sealed-pin.ts';
import { openText } from '../../../../kit/sealed-text.ts';
import { signedFetch } from '../../../../kit/signing/index.ts';
import { currentTraceparent } from '../../../../kit/trace.ts';
import type { ManagementContext } from '../../context.ts';
import { sealingKeyOf } from '../../offers/sealing-key.ts';
import type { CallRow } from '../call-rows.ts';
import type { EffectResult } from '../dialogues/types.ts';
import type { EffectCall, EffectOf } from './effect-call.ts';

type Answer = { ok: true; json: unknown } | { ok: false; code: string };

/** A caller is waiting. */
const TIMEOUT_MS = 8 * SECOND_MS;
const UNAVAILABLE: EffectResult = { kind: 'refused', code: 'service_unavailable' };

/** The balances of the certificates that a phone number and PIN open at a shop. The PIN is sent sealed and not kept. */
export async function askBalance(
  context: ManagementContext,
  { party, phone, pin }: EffectOf<'ask_balance'>,
  { call }: EffectCall,
): Promise<EffectResult> {
  const answer = await postWithProof(context, call, {
    party,
    path: SHOP_PATHS.balanceInquiries,
    keyed: { phone, pin },
  });
  if (!answer.ok) return { kind: 'refused', code: answer.code };
  if (!Value.Check(Balances, answer.json)) return UNAVAILABLE;
  const { certificates } = answer.json;
  return {
    kind: 'balances',
    balances: certificates.map(({ balance_minor, currency, expires_at }) => ({
      amount_minor: balance_minor,
      currency,
      expires_at,
    })),
  };
}

export async function sendUnlockCode(
  context: ManagementContext,
  { party, phone, locale }: EffectOf<'send_unlock_code'>,
  { call }: EffectCall,
): Promise<EffectResult> {
  const body = { phone, locale, caller: callerOf(context, call) };
  const answer = await post(context, party, SHOP_PATHS.unlockCodes, body);
  return answer.ok ? { kind: 'code_sent' } : { kind: 'refused', code: answer.code };
}

export async function unlock(
  context: ManagementContext,
  { party, phone, code_sealed, new_pin }: EffectOf<'unlock'>,
  { call }: EffectCall,
): Promise<EffectResult> {
  const code = openText(context, call.call_id, Buffer.from(code_sealed, 'base64'));
  const answer = await postWithProof(context, call, {
    party,
    path: SHOP_PATHS.unlocks,
    keyed: { phone, pin: new_pin, code },
  });
  return answer.ok ? { kind: 'unlocked' } : { kind: 'refused', code: answer.code };
}

async function postWithProof(
  context: ManagementContext,
  call: CallRow,
  {
    party,
    path,
    keyed,
  }: { party: string; path: string; keyed: { phone: string; pin: string; code?: string } },
): Promise<Answer> {
  const key = await sealingKeyOf(context, party);
  if (key === undefined) return { ok: false, code: 'service_unavailable' };
  const proof_id = newId();
  const sealed_proof = await sealProof(key, { proof_id, ...keyed });
  return post(context, party, path, { proof_id, caller: callerOf(context, call), sealed_proof });
}

/** A pseudonym by which the shop counts a caller's guesses, without learning who they are. */
function callerOf({ secrets }: ManagementContext, { phone, line }: CallRow): string {
  return keyedDigest(secrets.keyRing('token_pepper'), 'voice_caller', phone ?? line).digest.toString(
    'base64url',
  );
}

async function post(
  context: ManagementContext,
  partyName: string,
  path: string,
  body: object,
): Promise<Answer> {
  const party = context.parties.find((candidate) => candidate.party === partyName);
  if (party === undefined) return { ok: false, code: 'service_unavailable' };
  const answer = await signedFetch({
    key: context.signingKey,
    party,
    method: 'POST',
    path,
    body: Buffer.from(JSON.stringify(body)),
    idempotency_key: newId(),
    clock: context.clock,
    timeout_ms: TIMEOUT_MS,
    traceparent: currentTraceparent(),
  });
  if (answer.kind === 'unknown') return { ok: false, code: 'service_unavailable' };
  if (answer.status < 300) return { ok: true, json: answer.json };
  const json = answer.json;
  const code = typeof json === 'object' && json !== null && 'code' in json ? String(json.code) : '';
  return { ok: false, code: code === '' ? 'service_unavailable' : code };
}
