import { IconGift, IconSearch } from '@tabler/icons-react';
import { useTerminal } from './device/terminal.tsx';
import { Choice, Question } from './parts/question.tsx';
import { useWords } from './words.ts';

export function Welcome({ onReceive, onBuy }: { onReceive(): void; onBuy(): void }) {
  const { t } = useWords();
  const { place, online } = useTerminal();
  return (
    <Question title={t('terminal.welcome')}>
      <div className="choices tall">
        <Choice
          primary
          icon={<IconSearch size={56} aria-hidden />}
          title={t('terminal.receive')}
          hint={t('terminal.receive_hint')}
          disabled={!online}
          onChoose={onReceive}
        />
        {place.buying !== null && (
          <Choice
            icon={<IconGift size={56} aria-hidden />}
            title={t('terminal.buy')}
            hint={t('terminal.buy_hint')}
            disabled={!online}
            onChoose={onBuy}
          />
        )}
      </div>
    </Question>
  );
}
