import { useState } from 'react';
import { useTerminal } from '../device/terminal.tsx';
import { AmountQuestion } from '../parts/digits.tsx';
import { Choice, Question, Refused } from '../parts/question.tsx';
import { Certificate, type Opened, type OpenedCertificate, Shut } from '../receive/certificate.tsx';
import { useWords } from '../words.ts';
import { Due } from './due.tsx';
import { newSaleReference } from './sale-reference.ts';

/** Splits the amount over certificates: proposed here, adjusted by staff, checked by the server. */
export function Share({
  amount,
  opened,
  onBack,
  onOther,
}: {
  amount: number;
  opened: Opened;
  onBack(): void;
  onOther(): void;
}) {
  const { t, money } = useWords();
  const { submit, online } = useTerminal();
  const certificates = opened.certificates
    .filter(({ balance_minor }) => balance_minor > 0)
    .sort((a, b) => a.expires_at.localeCompare(b.expires_at));
  const [shares, setShares] = useState(() => proposed(amount, certificates));
  const [changing, setChanging] = useState<OpenedCertificate | undefined>(undefined);
  const [begun, setBegun] = useState(false);
  const [problem, setProblem] = useState<unknown>(undefined);
  const currency = certificates[0]?.currency ?? opened.certificates[0]?.currency ?? 'KRW';
  const total = Object.values(shares).reduce((sum, share) => sum + share, 0);

  if (certificates.length === 0) {
    const isHeld = opened.certificates.some(({ state }) => state === 'on_hold');
    return (
      <Question
        title={t(isHeld ? 'till.on_hold' : 'till.spent')}
        hint={t(isHeld ? 'till.on_hold_detail' : 'till.spent_detail')}
        onBack={onBack}
        details={<Due amount={amount} currency={currency} />}
      >
        <ul className="choices shares">
          {opened.certificates.map((certificate) => (
            <li key={certificate.certificate_id}>
              <Certificate certificate={certificate} />
            </li>
          ))}
          <li className="bare">
            <Choice primary title={t('till.spent_other_way')} onChoose={onOther} />
          </li>
        </ul>
      </Question>
    );
  }
  if (changing !== undefined) {
    const { certificate_id, last4, balance_minor } = changing;
    const take = (share: number) => {
      setShares({ ...shares, [certificate_id]: share });
      setChanging(undefined);
    };
    return (
      <AmountQuestion
        title={t('till.share_amount', { last4 })}
        hint={t('till.up_to', { last4, amount: { amount_minor: balance_minor, currency } })}
        max_minor={balance_minor}
        currency={changing.currency}
        onBack={() => setChanging(undefined)}
        onAmount={take}
      >
        <button type="button" className="plain" onClick={() => take(balance_minor)}>
          {t('till.share_all')}: {money({ amount_minor: balance_minor, currency })}
        </button>
      </AmountQuestion>
    );
  }

  const use = async () => {
    setBegun(true);
    const lines = Object.entries(shares).flatMap(([certificate_id, amount_minor]) =>
      amount_minor > 0 ? [{ certificate_id, amount_minor }] : [],
    );
    const { verification_token } = opened;
    try {
      await submit({
        kind: 'redeem',
        idempotency_key: crypto.randomUUID(),
        begun_at: new Date().toISOString(),
        body: { verification_token, sale_reference: newSaleReference(new Date()), lines },
        last4s: Object.fromEntries(certificates.map(({ certificate_id, last4 }) => [certificate_id, last4])),
        due_minor: amount,
        currency,
      });
    } catch (thrown) {
      // The device could not store it, so nothing was sent.
      setBegun(false);
      setProblem(thrown);
    }
  };
  const details = (
    <>
      <Due amount={amount} currency={currency} />
      {total < amount && (
        <p className="hint">
          {t('till.share_short', { missing: { amount_minor: amount - total, currency } })}
        </p>
      )}
      <Refused problem={problem} />
      <button
        type="button"
        className="key key-done"
        disabled={begun || !online || total === 0}
        onClick={() => void use()}
      >
        {t('till.use_now', { amount: { amount_minor: total, currency } })}
      </button>
    </>
  );
  return (
    <Question title={t('till.share')} hint={<Shut opened={opened} />} onBack={onBack} details={details}>
      <ul className="choices shares">
        {certificates.map((certificate) => (
          <li key={certificate.certificate_id}>
            <Certificate certificate={certificate} />
            <div className="share">
              <span>
                <span className="small">{t('till.share_take')}</span>{' '}
                <strong className="amount">
                  {money({ amount_minor: shares[certificate.certificate_id] ?? 0, currency })}
                </strong>
                <span className="small after">
                  {t('till.share_left', {
                    balance: {
                      amount_minor: certificate.balance_minor - (shares[certificate.certificate_id] ?? 0),
                      currency,
                    },
                  })}
                </span>
              </span>
              <button
                type="button"
                className="plain"
                aria-label={`${t('till.share_change')}, ${t('terminal.ending', { last4: certificate.last4 })}`}
                onClick={() => setChanging(certificate)}
              >
                {t('till.share_change')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </Question>
  );
}

/** Takes as much as possible from the first, then from the next. */
function proposed(amount: number, certificates: readonly OpenedCertificate[]): Record<string, number> {
  let missing = amount;
  return Object.fromEntries(
    certificates.map(({ certificate_id, balance_minor }) => {
      const share = Math.min(missing, balance_minor);
      missing -= share;
      return [certificate_id, share];
    }),
  );
}
