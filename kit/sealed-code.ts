import type { JWK } from 'jose';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { done, type Result, refuse } from './result.ts';
import { open, seal } from './sealed.ts';
import type { SealingKeyRing } from './sealing-keys.ts';

const TYP = 'seonmul-spoken-code';

const SealedCode = Type.Object(
  { notice_id: Type.String(), code: Type.String({ pattern: '^[0-9]{4,12}$' }) },
  { additionalProperties: false },
);

/** Seals a code for the server that will say it, bound to one notice. */
export function sealCode(publicJwk: JWK, noticeId: string, code: string): Promise<string> {
  return seal(publicJwk, { typ: TYP, about: noticeId }, { notice_id: noticeId, code });
}

/** Opens a sealed code; the refusal gives no reason, since that would tell an attacker what to change. */
export async function openCode(
  keyRing: SealingKeyRing,
  jwe: string,
  noticeId: string,
): Promise<Result<string, 'sealed_code_unreadable'>> {
  const opened = await open(keyRing, { typ: TYP, about: noticeId }, jwe);
  return Value.Check(SealedCode, opened) && opened.notice_id === noticeId
    ? done(opened.code)
    : refuse('sealed_code_unreadable');
}
