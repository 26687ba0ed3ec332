import { useRef } from 'react';
import { useAsk } from './device/ask.ts';
import { type Device, enrol, newDeviceKey } from './device/session.ts';
import { SecretQuestion } from './parts/typed.tsx';
import { useWords } from './words.ts';

const CODE_DIGITS = { min: 10, max: 10 };

/** The office's one-time code makes this device a terminal. Its key is made here and stays here. */
export function Enrol({ onEnrolled }: { onEnrolled(device: Device): void }) {
  const { t } = useWords();
  // Kept over a lost answer: the same code with the same key is the same request.
  const tried = useRef<{ code: string; keys: CryptoKeyPair; idempotencyKey: string } | undefined>(undefined);
  const { ask, busy, problem } = useAsk(async (code: string) => {
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
      onSecret={ask}
    />
  );
}
