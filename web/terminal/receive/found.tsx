import { useState } from 'react';
import type { paths } from '../../api/shop.gen.ts';
import { Question } from '../parts/question.tsx';
import { useWords } from '../words.ts';
import { GiveOut } from './give-out.tsx';

export type Opened = paths['/v1/verifications']['post']['responses'][201]['content']['application/json'];
export type OpenedCertificate = Opened['certificates'][number];

/** The certificates that phone number and PIN opened; one alone needs no question. */
export function Found({ opened, onDone }: { opened: Opened; onDone(): void }) {
  const { t } = useWords();
  const { certificates, verification_token } = opened;
  const [chosen, setChosen] = useState(certificates.length === 1 ? certificates[0] : undefined);
  if (chosen !== undefined)
    return (
      <GiveOut
        certificate={chosen}
        verificationToken={verification_token}
        onDone={onDone}
        {...(certificates.length > 1 ? { onBack: () => setChosen(undefined) } : {})}
      />
    );
  return (
    <Question title={t('terminal.found')}>
      <div className="choices">
        {certificates.map((certificate) => (
          <button
            key={certificate.certificate_id}
            type="button"
            className="choice certificate"
            onClick={() => setChosen(certificate)}
          >
            <Certificate certificate={certificate} />
          </button>
        ))}
      </div>
    </Question>
  );
}

/** From whom, how much is left, and until when. */
export function Certificate({ certificate }: { certificate: OpenedCertificate }) {
  const { t, money } = useWords();
  const { buyer_name, amount_minor, balance_minor, currency, expires_at, last4 } = certificate;
  return (
    <span className="certificate-card">
      <span>{t('terminal.from', { buyer_name })}</span>
      <strong className="amount">{money({ amount_minor: balance_minor, currency })}</strong>
      <span className="small">
        {balance_minor !== amount_minor && `${t('terminal.of', { amount: { amount_minor, currency } })} · `}
        {t('terminal.expires', { expires_at })} · {t('terminal.ending', { last4 })}
      </span>
    </span>
  );
}
