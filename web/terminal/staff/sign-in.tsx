import { lazy, Suspense, useState } from 'react';
import type { paths } from '../../api/shop.gen.ts';
import { answered, Problem } from '../../kit/problem.ts';
import { useSecretRequest } from '../device/secret-request.ts';
import { useTerminal } from '../device/terminal.tsx';
import { ClerkNumberQuestion, SecretQuestion } from '../parts/digits.tsx';
import { NewPin } from '../parts/new-pin.tsx';
import { BADGE_DIGITS } from '../parts/pad.tsx';
import { Waiting } from '../parts/question.tsx';
import { useWords } from '../words.ts';

const Camera = lazy(() => import('./camera.tsx'));

type SignedIn = paths['/v1/terminal/clerk-sessions']['post']['responses'][201]['content']['application/json'];
export type Clerk = SignedIn['clerk'];

export const CLERK_PIN_DIGITS = { min: 6, max: 6 };

type Typed = { clerk_number: number; pin: string; new_pin?: string } | { badge: string };
type Step =
  | { at: 'number' }
  | { at: 'camera' }
  | { at: 'pin'; clerk_number: number }
  | { at: 'own'; pin: string; clerk_number: number };

/** A clerk signs in at the till, with their number and PIN or with their badge. */
export function ClerkSignIn({
  title,
  hint,
  onBack,
  onSignedIn,
}: {
  title: string;
  hint: string;
  onBack?: () => void;
  onSignedIn(clerk: Clerk): void;
}) {
  const { t } = useWords();
  const { api, online } = useTerminal();
  const [step, setStep] = useState<Step>({ at: 'number' });
  const { send, busy, problem, clearProblem } = useSecretRequest(async (typed: Typed) => {
    const { clerk } = await answered(api.POST('/v1/terminal/clerk-sessions', { body: typed })).catch(
      (thrown) => {
        if ('pin' in typed && isOf(thrown, 'clerk_pin_is_first'))
          setStep({ at: 'own', clerk_number: typed.clerk_number, pin: typed.pin });
        throw thrown;
      },
    );
    return clerk;
  }, onSignedIn);
  const asking = { busy, offline: !online };

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
  if (step.at === 'number')
    return (
      <ClerkNumberQuestion
        {...asking}
        title={title}
        hint={hint}
        problem={problem}
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
  const { clerk_number } = step;
  if (step.at === 'own')
    return (
      <NewPin
        title={t('till.own_pin')}
        hint={t('till.own_pin_hint')}
        digits={CLERK_PIN_DIGITS}
        busy={busy}
        problem={isOf(problem, 'clerk_pin_is_first') ? undefined : problem}
        onPin={(new_pin) => void send({ clerk_number, pin: step.pin, new_pin })}
      />
    );
  return (
    <SecretQuestion
      {...asking}
      title={t('till.clerk_pin')}
      hint={t('till.clerk_of_number', { clerk_number: String(clerk_number) })}
      digits={CLERK_PIN_DIGITS}
      problem={problem}
      onBack={() => {
        clearProblem();
        setStep({ at: 'number' });
      }}
      onSecret={(pin) => void send({ clerk_number, pin })}
    />
  );
}

function isOf(problem: unknown, code: string): boolean {
  return problem instanceof Problem && problem.code === code;
}
