import { useEffect, useRef } from 'react';
import type { Call } from '../api.ts';
import { useWords } from '../words.ts';

/** Captions of the whole call, newest last and scrolled into view. */
export function Captions({ captions }: { captions: Call['captions'] }) {
  const { t } = useWords();
  const log = useRef<HTMLDivElement>(null);
  const count = captions.length;
  const newest = captions.at(-1)?.turn_no;
  useEffect(() => {
    // Scrolls to the start of the newest caption, which may be taller than the view.
    const shown = newest === undefined ? null : log.current?.querySelector<HTMLElement>('[data-newest]');
    if (shown && log.current !== null) log.current.scrollTop = shown.offsetTop - log.current.offsetTop;
  }, [newest]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard, too.
    <div className="captions" ref={log} role="log" aria-label={t('phones.captions')} tabIndex={0}>
      {count === 0 && <p className="captions-none">{t('phones.connecting')}</p>}
      {turnsOf(captions).map(({ turn_no, lines }) => (
        <div key={turn_no} className="caption" data-newest={turn_no === newest || undefined}>
          {lines.map(({ key, locale, text }) => (
            <p key={key} lang={locale}>
              {text}
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}

type Line = { key: string; locale: string; text: string };

/** Groups consecutive captions of one turn. */
function turnsOf(captions: Call['captions']): { turn_no: number; lines: Line[] }[] {
  const turns: { turn_no: number; lines: Line[] }[] = [];
  for (const { turn_no, locale, text } of captions) {
    const last = turns.at(-1);
    const turn = last?.turn_no === turn_no ? last : { turn_no, lines: [] };
    if (turn !== last) turns.push(turn);
    turn.lines.push({ key: `${turn.lines.length}`, locale, text });
  }
  return turns;
}
