import { useRef } from 'react';
import { useSecretRequest } from './device/secret-request.ts';
import { type Device, enrol, newDeviceKey } from './device/session.ts';
import { SecretQuestion } from './parts/digits.tsx';
import { useWords } from './words.ts';

const CODE_DIGITS = { min: 10, max: 10 };

/** A one-time code from the office makes this device a terminal. Its key is made here and never leaves it. */
export function Enrol({ onEnrolled }: { onEnrolled(device: Device): void }) {
  const { t } = useWords();
  // Kept when an answer is lost: the same code with the same key is the same request.
  const tried = useRef<{ code: string; keys: CryptoKeyPair; idempotencyKey: string } | undefined>(undefined);
  const { send, busy, problem } = useSecretRequest(async (code: string) => {
    if (tried.current?.code !== code)
      tried.current = { code, keys: await newDeviceKey(), idempotencyKey: crypto.randomUUID() };
    return enrol(code, tried.current.keys, tried.current.idempotencyKey);
  }, onEnrolled);
  return (
    <SecretQuestion
      title={t('terminal.enrol')}
      hint={t('terminal.enrol_hint')}
      digits={CODE_DIGITS}
      secret={false}
      busy={busy}
      problem={problem}
      onSecret={send}
    />
  );
}
