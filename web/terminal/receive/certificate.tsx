import './certificate.css';
import type { paths } from '../../api/shop.gen.ts';
import { useWords } from '../words.ts';

/** The certificates opened by a phone number and PIN. */
export type Opened = paths['/v1/verifications']['post']['responses'][201]['content']['application/json'];
export type OpenedCertificate = Opened['certificates'][number];

/** Giver, balance and expiry of a certificate. */
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

/** Which others the PIN is right for, but can't be used now. */
export function Frozen({ opened: { frozen = [] } }: { opened: Opened }) {
  const { t } = useWords();
  return frozen.length === 0 ? null : <span>{t('terminal.frozen', { last4: frozen.join(', ') })}</span>;
}
