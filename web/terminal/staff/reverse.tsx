import { useState } from 'react';
import { answered } from '../../kit/problem.ts';
import { useTerminal } from '../device/terminal.tsx';
import { AmountQuestion } from '../parts/digits.tsx';
import { Choice, Question, Refused } from '../parts/question.tsx';
import { useWords } from '../words.ts';
import { type Approval, SecondClerk } from './second-clerk.tsx';
import { REASONS, type Reason, type SaleUses, sumsOf, type Use } from './use.ts';

/** What is reversed: all that is left of a sale, or so much of one of its redemptions. */
type What = { kind: 'reverse_sale' | 'reverse'; redemption_id: string; amount_minor: number };

/** A sale with what was reversed of it. It is reversed as a whole, or a part of one certificate; each has a reason. */
export function Reverse({ sale, onBack }: { sale: SaleUses; onBack(): void }) {
  const { t, money, dateTime } = useWords();
  const { api, submit, online, place } = useTerminal();
  const [{ redemption_id, currency, sale_reference, at }] = sale;
  const { amount_minor: paid_minor, left_minor } = sumsOf(sale);
  const [part, setPart] = useState<Use | undefined>(undefined);
  const [what, setWhat] = useState<What | undefined>(undefined);
  const [reason, setReason] = useState<Reason | undefined>(undefined);
  const [approval, setApproval] = useState<Approval | undefined>(undefined);
  const [begun, setBegun] = useState(false);
  const [problem, setProblem] = useState<unknown>(undefined);
  const moneyOf = (amount_minor: number) => money({ amount_minor, currency });
  const of = `${moneyOf(paid_minor)} · ${sale_reference} · ${dateTime(at)}`;

  if (part !== undefined) {
    const max_minor = part.amount_minor - part.reversed_minor;
    return (
      <AmountQuestion
        title={t('till.reverse_part_amount')}
        hint={t('till.up_to', { last4: part.last4, amount: { amount_minor: max_minor, currency } })}
        max_minor={max_minor}
        currency={currency}
        onBack={() => setPart(undefined)}
        onAmount={(typed) => {
          setWhat({
            kind: 'reverse',
            redemption_id: part.redemption_id,
            amount_minor: typed,
          });
          setPart(undefined);
        }}
      />
    );
  }
  if (what === undefined) return <Sale sale={sale} onBack={onBack} onPart={setPart} onWhat={setWhat} />;
  const startOver = () => {
    setWhat(undefined);
    setReason(undefined);
    setApproval(undefined);
  };
  if (reason === undefined)
    return (
      <Question title={t('till.reason')} hint={of} onBack={startOver}>
        <div className="choices">
          {REASONS.map((each) => (
            <Choice key={each} title={t(`till.reason.${each}`)} onChoose={() => setReason(each)} />
          ))}
        </div>
      </Question>
    );
  const reversed_minor = paid_minor - left_minor + what.amount_minor;
  if (reversed_minor > place.reversal_alone_max_minor && approval === undefined)
    return (
      <SecondClerk
        of="reversal"
        approve={(body) =>
          answered(
            api.POST('/v1/redemptions/{redemption_id}/reversal-approvals', {
              params: { path: { redemption_id } },
              body,
            }),
          )
        }
        currency={currency}
        onBack={() => setReason(undefined)}
        onApproved={setApproval}
      />
    );
  const now = t('till.reverse_now', { amount: { amount_minor: what.amount_minor, currency } });
  const reverse = () => {
    setBegun(true);
    submit({
      ...what,
      idempotency_key: crypto.randomUUID(),
      begun_at: new Date().toISOString(),
      currency,
      sale_reference,
      reason,
      ...(approval === undefined ? {} : { approval_id: approval.approval_id }),
    }).catch((thrown) => {
      setBegun(false);
      setProblem(thrown);
    });
  };
  return (
    <Question
      title={`${now}?`}
      hint={of}
      onBack={startOver}
      details={
        <>
          <p>{t(`till.reason.${reason}`)}</p>
          {approval && <p>{t('till.second_named', { clerk_name: approval.clerk_name })}</p>}
          <Refused problem={problem} />
        </>
      }
    >
      <Choice primary title={now} disabled={begun || !online} onChoose={reverse} />
    </Question>
  );
}

/** What was paid with which certificate, who reversed how much of it and why, and what can still be reversed. */
function Sale({
  sale,
  onBack,
  onPart,
  onWhat,
}: {
  sale: SaleUses;
  onBack(): void;
  onPart(use: Use): void;
  onWhat(what: What): void;
}) {
  const { t, money, dateTime } = useWords();
  const [{ redemption_id, currency, sale_reference, at, clerk_name }] = sale;
  const { amount_minor, left_minor } = sumsOf(sale);
  const reversals = sale.flatMap((use) => use.reversals);
  return (
    <Question
      title={t('till.uses_of_sale', { sale_reference })}
      hint={[dateTime(at), clerk_name].filter(Boolean).join(' · ')}
      onBack={onBack}
      details={
        <>
          <dl className="sum">
            {sale.map((use) => (
              <div key={use.redemption_id}>
                <dt>{t('till.sale_ending', { last4: use.last4 })}</dt>
                <dd>{money({ amount_minor: use.amount_minor, currency })}</dd>
              </div>
            ))}
            <div>
              <dt>{t('till.share_total')}</dt>
              <dd>
                <strong>{money({ amount_minor, currency })}</strong>
              </dd>
            </div>
          </dl>
          {reversals.length > 0 && (
            <section aria-label={t('till.sale_reversals')} className="past">
              <strong>{t('till.sale_reversals')}</strong>
              {reversals.map((reversal) => (
                <p key={`${reversal.at} ${reversal.amount_minor}`} className="small">
                  {[
                    money({ amount_minor: reversal.amount_minor, currency }),
                    dateTime(reversal.at),
                    reversal.clerk_name ?? t('till.office'),
                    reversal.second_clerk_name,
                    reversal.reason && t(`till.reason.${reversal.reason}`),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              ))}
            </section>
          )}
        </>
      }
    >
      <div className="choices">
        {left_minor > 0 ? (
          <Choice
            primary
            title={t('till.reverse_sale', { amount: { amount_minor: left_minor, currency } })}
            hint={t('till.reverse_sale_hint')}
            onChoose={() => onWhat({ kind: 'reverse_sale', redemption_id, amount_minor: left_minor })}
          />
        ) : (
          <p className="warned">{t('till.use_reversed_all')}</p>
        )}
        {sale
          .filter((use) => use.reversed_minor < use.amount_minor)
          .map((use) => (
            <Choice
              key={use.redemption_id}
              title={t('till.reverse_of', { last4: use.last4 })}
              onChoose={() => onPart(use)}
            />
          ))}
      </div>
    </Question>
  );
}
