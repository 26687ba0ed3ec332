import { useState } from 'react';
import { answered, Problem } from '../../kit/problem.ts';
import { useSecretRequest } from '../device/secret-request.ts';
import { useTerminal } from '../device/terminal.tsx';
import { PhoneQuestion, SecretQuestion } from '../parts/digits.tsx';
import { useWords } from '../words.ts';
import { AskClerk } from './ask-clerk.tsx';
import type { Opened } from './certificate.tsx';
import { ChooseCertificate } from './choose-certificate.tsx';
import { ForgottenPin } from './forgotten-pin.tsx';

/** Receipt 4–7: phone number, PIN, the certificates they open, and issuing one of them. */
export function Receive({ onDone }: { onDone(): void }) {
  const { t } = useWords();
  const { api, place, online } = useTerminal();
  const [phone, setPhone] = useState('');
  const [step, setStep] = useState<'phone' | 'pin' | 'forgotten' | 'clerk'>('phone');
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const verify = useSecretRequest(
    (pin: string) => answered(api.POST('/v1/verifications', { body: { phone, pin } })),
    setOpened,
  );

  if (opened !== undefined) return <ChooseCertificate opened={opened} onDone={onDone} />;
  if (step === 'forgotten')
    return (
      <ForgottenPin
        phone={phone}
        onBack={() => setStep('pin')}
        onClerk={() => setStep('clerk')}
        onNewPin={verify.send}
      />
    );
  if (step === 'clerk')
    return <AskClerk phone={phone} onBack={() => setStep('forgotten')} onOpened={setOpened} />;
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
      offline={!online}
      problem={verify.problem}
      onBack={() => {
        verify.clearProblem();
        setStep('phone');
      }}
      onSecret={verify.send}
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
