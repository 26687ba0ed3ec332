import { lazy, Suspense, useState } from 'react';
import { answered } from '../../kit/problem.ts';
import { useSecretRequest } from '../device/secret-request.ts';
import { useTerminal } from '../device/terminal.tsx';
import { AmountQuestion, PhoneQuestion, SecretQuestion } from '../parts/digits.tsx';
import { CERTIFICATE_DIGITS } from '../parts/pad.tsx';
import { Waiting } from '../parts/question.tsx';
import type { Opened } from '../receive/certificate.tsx';
import { ClerkOpening } from '../receive/clerk-opening.tsx';
import { useWords } from '../words.ts';
import { Due } from './due.tsx';
import { Share } from './share.tsx';

/** Loaded only to scan with the camera: the decoder is as large as everything else. */
const Camera = lazy(() => import('./camera.tsx'));
/** The amount is keyed in before the certificate is known; every store takes won. */
const TILL_CURRENCY = 'KRW';

type Payer = { phone: string } | { certificate_number: string };

/** Receipt 9: the amount, whose certificates, and which of them. */
export function Redeem({ onBack }: { onBack(): void }) {
  const { t } = useWords();
  const { api, place, online } = useTerminal();
  const [amount, setAmount] = useState<number | undefined>(undefined);
  const [payer, setPayer] = useState<Payer | undefined>(undefined);
  const [scanning, setScanning] = useState(false);
  const [opening, setOpening] = useState(false);
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const verify = useSecretRequest(
    ({ payer: holder, pin }: { payer: Payer; pin: string }) =>
      answered(api.POST('/v1/verifications', { body: { ...holder, pin } })),
    setOpened,
  );

  if (amount === undefined)
    return (
      <AmountQuestion
        title={t('till.amount')}
        hint={t('till.amount_hint')}
        currency={TILL_CURRENCY}
        onBack={onBack}
        onAmount={setAmount}
      />
    );
  if (scanning)
    return (
      <Suspense fallback={<Waiting />}>
        <Camera
          digits={CERTIFICATE_DIGITS}
          onBack={() => setScanning(false)}
          onScan={(certificate_number) => {
            setScanning(false);
            setPayer({ certificate_number });
          }}
        />
      </Suspense>
    );
  if (payer === undefined)
    return (
      <PhoneQuestion
        title={t('till.identify')}
        hint={<Due amount={amount} currency={TILL_CURRENCY} />}
        onBack={() => setAmount(undefined)}
        onPhone={(phone) => setPayer({ phone })}
        onScan={(certificate_number) => setPayer({ certificate_number })}
      >
        <button type="button" className="plain" onClick={() => setScanning(true)}>
          {t('till.scan')}
        </button>
      </PhoneQuestion>
    );
  if (opened === undefined && opening && 'phone' in payer)
    return (
      <ClerkOpening
        phone={payer.phone}
        onBack={() => setOpening(false)}
        onOpened={(found) => {
          setOpening(false);
          setOpened(found);
        }}
      />
    );
  if (opened === undefined)
    return (
      <SecretQuestion
        title={t('till.pin')}
        hint={<Due amount={amount} currency={TILL_CURRENCY} />}
        digits={place.pin_digits}
        busy={verify.busy}
        offline={!online}
        problem={verify.problem}
        onBack={() => {
          verify.clearProblem();
          setPayer(undefined);
        }}
        onSecret={(pin) => void verify.send({ payer, pin })}
      >
        {'phone' in payer && (
          <button type="button" className="plain" onClick={() => setOpening(true)}>
            {t('till.open_without_pin')}
          </button>
        )}
      </SecretQuestion>
    );
  return (
    <Share
      amount={amount}
      opened={opened}
      onBack={() => setOpened(undefined)}
      onOther={() => {
        setOpened(undefined);
        setPayer(undefined);
      }}
    />
  );
}
