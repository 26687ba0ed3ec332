import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { useTerminal } from '../device/terminal.tsx';
import { Choice, Question, Refused } from '../parts/question.tsx';
import { printReceipt } from '../print/printer.ts';
import { type DayReport, dayReceipt } from '../print/receipts.ts';
import { useWords } from '../words.ts';

/** What this terminal redeemed today, on the screen and on paper. */
export function Report({ onBack }: { onBack(): void }) {
  const words = useWords();
  const { t } = words;
  const { api, place, online } = useTerminal();
  const [since] = useState(startOfDay);
  const [printing, setPrinting] = useState<unknown>(undefined);
  const report = useQuery({
    queryKey: ['report', since.toISOString()],
    queryFn: () => answered(api.GET('/v1/day-report', { params: { query: { since: since.toISOString() } } })),
    staleTime: 0,
  });
  const print = (done: DayReport) =>
    void printReceipt(dayReceipt(words, place, since, done), words).then(
      () => setPrinting(undefined),
      setPrinting,
    );
  return (
    <Question
      title={t('till.report')}
      hint={t('till.report_since', { since })}
      onBack={onBack}
      details={<Refused problem={printing} />}
    >
      <Answer of={report} height={320}>
        {({ totals, clerks }) => (
          <div className="choices">
            {totals.length === 0 ? (
              <p className="hint">{t('till.report_none')}</p>
            ) : (
              totals.map((total) => <Total key={total.currency} total={total} />)
            )}
            {clerks.map((clerk) => (
              <OfClerk key={`${clerk.clerk_name} ${clerk.currency}`} clerk={clerk} />
            ))}
            <Choice
              primary
              title={t('till.report_print')}
              disabled={totals.length === 0}
              onChoose={() => print({ totals, clerks })}
            />
            <Choice
              title={t('till.refresh')}
              disabled={report.isFetching || !online}
              onChoose={() => void report.refetch()}
            />
          </div>
        )}
      </Answer>
    </Question>
  );
}

function Total({ total }: { total: DayReport['totals'][number] }) {
  const { t, money } = useWords();
  const { currency, uses, used_minor, reversals, reversed_minor } = total;
  return (
    <dl className="sum">
      <dt>
        {t('till.report_uses')} <span className="small">{t('till.report_count', { count: uses })}</span>
      </dt>
      <dd>{money({ amount_minor: used_minor, currency })}</dd>
      <dt>
        {t('till.report_reversals')}{' '}
        <span className="small">{t('till.report_count', { count: reversals })}</span>
      </dt>
      <dd>{money({ amount_minor: -reversed_minor, currency })}</dd>
      <dt>{t('till.report_net')}</dt>
      <dd>
        <strong>{money({ amount_minor: used_minor - reversed_minor, currency })}</strong>
      </dd>
    </dl>
  );
}

/** What one clerk sold and reversed. */
function OfClerk({ clerk }: { clerk: DayReport['clerks'][number] }) {
  const { t, money } = useWords();
  const { clerk_name, currency, used_minor, reversals, reversed_minor } = clerk;
  return (
    <p>
      <strong>{clerk_name ?? t('till.report_nobody')}</strong>{' '}
      <span className="small">
        {t('till.report_uses')} {money({ amount_minor: used_minor, currency })} · {t('till.report_reversals')}{' '}
        {t('till.report_count', { count: reversals })} {money({ amount_minor: -reversed_minor, currency })}
      </span>
    </p>
  );
}

/** Midnight in the terminal's time zone. */
function startOfDay(): Date {
  const day = new Date();
  day.setHours(0, 0, 0, 0);
  return day;
}
