import { lazy, Suspense, useState } from 'react';
import type { paths } from '../../api/shop.gen.ts';
import { answered } from '../../kit/problem.ts';
import { useSecretRequest } from '../device/secret-request.ts';
import { useTerminal } from '../device/terminal.tsx';
import { ClerkNumberQuestion, SecretQuestion } from '../parts/digits.tsx';
import { BADGE_DIGITS } from '../parts/pad.tsx';
import { Waiting } from '../parts/question.tsx';
import { useWords } from '../words.ts';
import { CLERK_PIN_DIGITS } from './sign-in.tsx';

const Camera = lazy(() => import('./camera.tsx'));

export type Approval =
  paths['/v1/redemptions/{redemption_id}/reversal-approvals']['post']['responses'][201]['content']['application/json'];

type Step = { at: 'number' } | { at: 'camera' } | { at: 'pin'; clerk_number: number };

/** A second clerk agrees to a reversal, by badge or by number and PIN. The first one stays signed in. */
export function SecondClerk({
  redemptionId: redemption_id,
  currency,
  onBack,
  onApproved,
}: {
  redemptionId: string;
  currency: string;
  onBack(): void;
  onApproved(approval: Approval): void;
}) {
  const { t } = useWords();
  const { api, online, place } = useTerminal();
  const [step, setStep] = useState<Step>({ at: 'number' });
  const { send, busy, problem, clearProblem } = useSecretRequest(
    (proof: { badge: string } | { clerk_number: number; pin: string }) =>
      answered(
        api.POST('/v1/redemptions/{redemption_id}/reversal-approvals', {
          params: { path: { redemption_id } },
          body: proof,
        }),
      ),
    onApproved,
  );
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
  const alone = { amount_minor: place.reversal_alone_max_minor, currency };
  return (
    <ClerkNumberQuestion
      {...asking}
      title={t('till.second')}
      hint={t('till.second_hint', { amount: alone })}
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
