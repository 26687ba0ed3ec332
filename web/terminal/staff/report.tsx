import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Answer } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { useTerminal } from '../device/terminal.tsx';
import { Choice, Question, Refused } from '../parts/question.tsx';
import { printReceipt } from '../print/printer.ts';
import { type DayReport, dayReceipt } from '../print/receipts.ts';
import { useWords } from '../words.ts';
import { type Period, periodsOf } from './period.ts';
import { Totals } from './totals.tsx';

/** What this terminal took today or in a shift, by clerk, on the screen and on paper; and the end of a shift. */
export function Report({ onBack }: { onBack(): void }) {
  const words = useWords();
  const { t } = words;
  const { api, place, online } = useTerminal();
  const [today] = useState(startOfDay);
  const [chosen, setChosen] = useState('today');
  const [ending, setEnding] = useState<number | undefined>(undefined);
  const [printing, setPrinting] = useState<unknown>(undefined);
  const shifts = useQuery({
    queryKey: ['shifts'],
    queryFn: () => answered(api.GET('/v1/terminal/shifts')),
    staleTime: 0,
  });
  const periods = periodsOf(words, today, shifts.data?.shifts ?? []);
  const period = periods.find(({ key }) => key === chosen) ?? periods[0];
  const { since, until } = period;
  const report = useQuery({
    queryKey: ['report', since, until],
    queryFn: () => {
      const query = until === undefined ? { since } : { since, until };
      return answered(api.GET('/v1/day-report', { params: { query } }));
    },
    staleTime: 0,
  });
  const print = (done: DayReport) =>
    void printReceipt(dayReceipt(words, place, period, done), words).then(
      () => setPrinting(undefined),
      setPrinting,
    );
  if (ending !== undefined) return <EndShift shiftNo={ending} onBack={() => setEnding(undefined)} />;
  return (
    <Question
      title={t('till.report')}
      hint={period.about}
      onBack={onBack}
      details={
        <>
          <Periods periods={periods} chosen={period.key} onChoose={setChosen} />
          <Refused problem={printing ?? shifts.error ?? undefined} />
        </>
      }
    >
      <Answer of={report} height={320}>
        {(done) => (
          <div className="choices">
            <Totals report={done} />
            <Choice
              primary
              title={t('till.report_print')}
              disabled={done.totals.length === 0}
              onChoose={() => print(done)}
            />
            {period.open_shift_no !== undefined && (
              <Choice
                title={t('till.shift_end', { shift_no: period.open_shift_no })}
                hint={t('till.shift_end_hint')}
                disabled={!online}
                onChoose={() => setEnding(period.open_shift_no)}
              />
            )}
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

function Periods({
  periods,
  chosen,
  onChoose,
}: {
  periods: readonly Period[];
  chosen: string;
  onChoose(key: string): void;
}) {
  const { t } = useWords();
  return (
    <fieldset className="papers periods">
      <legend className="sr-only">{t('till.period')}</legend>
      {periods.map(({ key, name }) => (
        <label key={key}>
          <input type="radio" name="period" checked={key === chosen} onChange={() => onChoose(key)} />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

/** Asked once more: an end can't be taken back. */
function EndShift({ shiftNo: shift_no, onBack }: { shiftNo: number; onBack(): void }) {
  const { t } = useWords();
  const { api, online } = useTerminal();
  const queries = useQueryClient();
  // One key for all tries: the shift ends once.
  const key = useRef(crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(undefined);
  const end = async () => {
    setBusy(true);
    try {
      await answered(api.POST('/v1/terminal/shifts', { headers: { 'idempotency-key': key.current } }));
      await queries.invalidateQueries({ queryKey: ['shifts'] });
      onBack();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Question
      title={t('till.shift_end_sure', { shift_no })}
      hint={t('till.shift_end_hint')}
      onBack={onBack}
      details={<Refused problem={problem} />}
    >
      <Choice
        primary
        title={t('till.shift_end', { shift_no })}
        disabled={busy || !online}
        onChoose={() => void end()}
      />
    </Question>
  );
}

/** Midnight in the terminal's time zone. */
function startOfDay(): Date {
  const day = new Date();
  day.setHours(0, 0, 0, 0);
  return day;
}
