import './staff.css';
import { IconCash, IconCashBanknote, IconPrinter, IconReceipt, IconReportMoney } from '@tabler/icons-react';
import { useState } from 'react';
import { useTerminal } from '../device/terminal.tsx';
import { Choice, Question } from '../parts/question.tsx';
import { useWords } from '../words.ts';
import { CashToReturn } from './cash-to-return.tsx';
import { PrinterSettings } from './printer-settings.tsx';
import { Redeem } from './redeem.tsx';
import { Report } from './report.tsx';
import { Uses } from './uses.tsx';

export type Job = 'redeem' | 'uses' | 'cash' | 'report' | 'printer';

/** The menu of what staff do at the terminal. */
export function StaffMode({ start, onRestart }: { start: Job | undefined; onRestart(): void }) {
  const { t } = useWords();
  const { online, place } = useTerminal();
  const [job, setJob] = useState(start);
  if (job === 'redeem') return <Redeem onBack={onRestart} />;
  if (job === 'uses') return <Uses onBack={onRestart} />;
  if (job === 'cash') return <CashToReturn onBack={onRestart} />;
  if (job === 'report') return <Report onBack={onRestart} />;
  if (job === 'printer') return <PrinterSettings onBack={onRestart} />;
  const icon = { size: 44, 'aria-hidden': true };
  return (
    <Question title={t('till.title')}>
      <div className="choices tiles">
        <Choice
          primary
          icon={<IconCash {...icon} />}
          title={t('till.redeem')}
          hint={t('till.redeem_hint')}
          disabled={!online}
          onChoose={() => setJob('redeem')}
        />
        <Choice
          icon={<IconReceipt {...icon} />}
          title={t('till.uses')}
          hint={t('till.uses_hint')}
          disabled={!online}
          onChoose={() => setJob('uses')}
        />
        {place.cash_max_minor > 0 && (
          <Choice
            icon={<IconCashBanknote {...icon} />}
            title={t('till.cash')}
            hint={t('till.cash_hint')}
            disabled={!online}
            onChoose={() => setJob('cash')}
          />
        )}
        <Choice
          icon={<IconReportMoney {...icon} />}
          title={t('till.report')}
          hint={t('till.report_hint')}
          disabled={!online}
          onChoose={() => setJob('report')}
        />
        <Choice
          icon={<IconPrinter {...icon} />}
          title={t('till.printer')}
          hint={t('till.printer_hint')}
          onChoose={() => setJob('printer')}
        />
      </div>
    </Question>
  );
}
