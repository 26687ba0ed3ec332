import { useState } from 'react';
import { answered, Problem } from '../../kit/problem.ts';
import { useAsk } from '../device/ask.ts';
import { useTerminal } from '../device/terminal.tsx';
import { PhoneQuestion, SecretQuestion } from '../parts/typed.tsx';
import { useWords } from '../words.ts';
import type { Opened } from './certificate.tsx';
import { Forgotten } from './forgotten.tsx';
import { Found } from './found.tsx';

/** Receipt 4–7: phone number, PIN, the certificates that they open, and one of them given out. */
export function Receive({ onDone }: { onDone(): void }) {
  const { t } = useWords();
  const { api, place, lineUp } = useTerminal();
  const [phone, setPhone] = useState('');
  const [step, setStep] = useState<'phone' | 'pin' | 'forgotten'>('phone');
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const verify = useAsk(
    (pin: string) => answered(api.POST('/v1/verifications', { body: { phone, pin } })),
    setOpened,
  );

  if (opened !== undefined) return <Found opened={opened} onDone={onDone} />;
  if (step === 'forgotten')
    return <Forgotten phone={phone} onBack={() => setStep('pin')} onNewPin={verify.ask} />;
  if (step === 'phone')
    return (
      <PhoneQuestion
        title={t('terminal.phone')}
        hint={t('terminal.phone_hint')}
        start={phone}
        onBack={onDone}
        onPhone={(typed) => {
          setPhone(typed);
          setStep('pin');
        }}
      />
    );
  return (
    <SecretQuestion
      title={t('terminal.pin')}
      hint={t('terminal.pin_hint')}
      digits={place.pin_digits}
      busy={verify.busy}
      lineDown={!lineUp}
      problem={verify.problem}
      onBack={() => {
        verify.forgetProblem();
        setStep('phone');
      }}
      onSecret={verify.ask}
    >
      <button
        type="button"
        className={isLocked(verify.problem) ? 'choice' : 'plain'}
        onClick={() => setStep('forgotten')}
      >
        {t('terminal.forgotten')}
      </button>
    </SecretQuestion>
  );
}

function isLocked(problem: unknown): boolean {
  return problem instanceof Problem && problem.code === 'certificate_locked';
}
