import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useSecretRequest } from '../device/secret-request.ts';
import { useTerminal } from '../device/terminal.tsx';
import { ClerkNumberQuestion, SecretQuestion } from '../parts/digits.tsx';
import { BADGE_DIGITS } from '../parts/pad.tsx';
import { Waiting } from '../parts/question.tsx';
import { useWords } from '../words.ts';
import { CLERK_PIN_DIGITS } from './sign-in.tsx';

const Camera = lazy(() => import('./camera.tsx'));

/** Who somebody at the till is: by their badge, or by number and PIN. */
export type ClerkProof = { badge: string } | { clerk_number: number; pin: string };

type Step = { at: 'number' } | { at: 'camera' } | { at: 'pin'; clerk_number: number };

/** A clerk stands for something by badge or by number and PIN; nobody is signed in by it. */
export function ProveClerk<Answer>({
  title,
  hint,
  prove,
  onBack,
  onProven,
}: {
  title: string;
  hint: ReactNode;
  prove(proof: ClerkProof): Promise<Answer>;
  onBack(): void;
  onProven(answer: Answer): void;
}) {
  const { t } = useWords();
  const { online } = useTerminal();
  const [step, setStep] = useState<Step>({ at: 'number' });
  const { send, busy, problem, clearProblem } = useSecretRequest(prove, onProven);
  const asking = { busy, offline: !online, problem };
  if (step.at === 'camera')
    return (
      <Suspense fallback={<Waiting />}>
        <Camera
          digits={BADGE_DIGITS}
          onBack={() => setStep({ at: 'number' })}
          onScan={(badge) => {
            setStep({ at: 'number' });
            void send({ badge });
          }}
        />
      </Suspense>
    );
  if (step.at === 'pin') {
    const { clerk_number } = step;
    return (
      <SecretQuestion
        {...asking}
        title={t('till.clerk_pin')}
        hint={t('till.clerk_of_number', { clerk_number: String(clerk_number) })}
        digits={CLERK_PIN_DIGITS}
        onBack={() => {
          clearProblem();
          setStep({ at: 'number' });
        }}
        onSecret={(pin) => void send({ clerk_number, pin })}
      />
    );
  }
  return (
    <ClerkNumberQuestion
      {...asking}
      title={title}
      hint={hint}
      onBack={onBack}
      onNumber={(clerk_number) => {
        clearProblem();
        setStep({ at: 'pin', clerk_number });
      }}
      onBadge={(badge) => void send({ badge })}
    >
      <button type="button" className="plain" onClick={() => setStep({ at: 'camera' })}>
        {t('till.badge_scan')}
      </button>
    </ClerkNumberQuestion>
  );
}
