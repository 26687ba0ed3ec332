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
    </dl>
  );
}

/** What one clerk sold and reversed. */
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
    </p>
  );
}
