import './certificate.css';
import type { paths } from '../../api/shop.gen.ts';
import { useWords } from '../words.ts';

/** The certificates opened by a phone number and PIN. */
export type Opened = paths['/v1/verifications']['post']['responses'][201]['content']['application/json'];
export type OpenedCertificate = Opened['certificates'][number];

/** Giver, balance, expiry and state of a certificate. */
export function Certificate({ certificate }: { certificate: OpenedCertificate }) {
  const { t, money } = useWords();
  const { buyer_name, amount_minor, balance_minor, currency, expires_at, last4, state } = certificate;
  return (
    <span className="certificate-card">
      <span>{t('terminal.from', { buyer_name })}</span>
      <strong className="amount">{money({ amount_minor: balance_minor, currency })}</strong>
      <span className="small">
        {state !== undefined && <b className="gift-state">{t(`gift_state_of.${state}`)}</b>}
        {balance_minor !== amount_minor && `${t('terminal.of', { amount: { amount_minor, currency } })} · `}
        {t('terminal.expires', { expires_at })} · {t('terminal.ending', { last4 })}
      </span>
    </span>
  );
}

/** Which others the PIN is right for, but can't be used now, and in which state they are. */
export function Shut({ opened: { shut = [] } }: { opened: Opened }) {
  const { t } = useWords();
  return shut.map(({ last4, state }) => (
    <span key={`${last4} ${state}`} className="shut">
      {t('terminal.shut', { last4, state: t(`gift_state_of.${state}`) })}
    </span>
  ));
}
