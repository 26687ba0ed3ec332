import type { DayReport } from '../print/receipts.ts';
import { useWords } from '../words.ts';

/** Sales and reversals of a period, all together and by clerk. */
export function Totals({ report: { totals, clerks } }: { report: DayReport }) {
  const { t } = useWords();
  if (totals.length === 0) return <p className="sum hint">{t('till.report_none')}</p>;
  return (
    <>
      {totals.map((total) => (
        <Total key={total.currency} total={total} />
      ))}
      <section className="sum by-clerk" aria-label={t('till.report_clerks')}>
        <strong>{t('till.report_clerks')}</strong>
        {clerks.map((clerk) => (
          <OfClerk key={`${clerk.clerk_name} ${clerk.currency}`} clerk={clerk} />
        ))}
      </section>
    </>
  );
}

function Total({ total }: { total: DayReport['totals'][number] }) {
  const { t, money } = useWords();
  const { currency, uses, used_minor, reversals, reversed_minor } = total;
  return (
    <dl className="sum">
      <div>
        <dt>
          {t('till.report_uses')} <span className="small">{t('till.report_count', { count: uses })}</span>
        </dt>
        <dd>{money({ amount_minor: used_minor, currency })}</dd>
      </div>
      <div>
        <dt>
          {t('till.report_reversals')}{' '}
          <span className="small">{t('till.report_count', { count: reversals })}</span>
        </dt>
        <dd>{money({ amount_minor: -reversed_minor, currency })}</dd>
      </div>
      <div>
        <dt>{t('till.report_net')}</dt>
        <dd>
          <strong>{money({ amount_minor: used_minor - reversed_minor, currency })}</strong>
        </dd>
      </div>
      <Cash total={total} />
    </dl>
  );
}

/** Nothing where no cash changed hands. */
function Cash({ total }: { total: DayReport['totals'][number] }) {
  const { t, money } = useWords();
  const { currency, cash_taken, cash_taken_minor, cash_returned, cash_returned_minor } = total;
  if (cash_taken === 0 && cash_returned === 0) return null;
  return (
    <>
      <div>
        <dt>
          {t('till.report_cash_taken')}{' '}
          <span className="small">{t('till.report_count', { count: cash_taken })}</span>
        </dt>
        <dd>{money({ amount_minor: cash_taken_minor, currency })}</dd>
      </div>
      <div>
        <dt>
          {t('till.report_cash_returned')}{' '}
          <span className="small">{t('till.report_count', { count: cash_returned })}</span>
        </dt>
        <dd>{money({ amount_minor: -cash_returned_minor, currency })}</dd>
      </div>
      <div>
        <dt>{t('till.report_cash_net')}</dt>
        <dd>
          <strong>{money({ amount_minor: cash_taken_minor - cash_returned_minor, currency })}</strong>
        </dd>
      </div>
    </>
  );
}

/** What one clerk sold and reversed, and the cash that they took and gave back. */
function OfClerk({ clerk }: { clerk: DayReport['clerks'][number] }) {
  const { t, money } = useWords();
  const { clerk_name, currency, uses, used_minor, reversals, reversed_minor } = clerk;
  return (
    <p className="of-clerk">
      <span>{clerk_name ?? t('till.report_nobody')}</span>
      <span className="small">
        {t('till.report_uses')} {t('till.report_count', { count: uses })}{' '}
        {money({ amount_minor: used_minor, currency })}
      </span>
      <span className="small">
        {t('till.report_reversals')} {t('till.report_count', { count: reversals })}{' '}
        {money({ amount_minor: -reversed_minor, currency })}
      </span>
      {clerk.cash_taken + clerk.cash_returned > 0 && (
        <span className="small">
          {t('till.report_cash_taken')} {t('till.report_count', { count: clerk.cash_taken })}{' '}
          {money({ amount_minor: clerk.cash_taken_minor, currency })} · {t('till.report_cash_returned')}{' '}
          {t('till.report_count', { count: clerk.cash_returned })}{' '}
          {money({ amount_minor: -clerk.cash_returned_minor, currency })}
        </span>
      )}
    </p>
  );
}
