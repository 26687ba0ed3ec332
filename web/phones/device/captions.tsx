import { useEffect, useRef } from 'react';
import type { Call } from '../outside.ts';
import { useWords } from '../words.ts';

/** Everything that was said in the call, for eyes: newest last, and in sight. */
export function Captions({ captions }: { captions: Call['captions'] }) {
  const { t } = useWords();
  const log = useRef<HTMLDivElement>(null);
  const count = captions.length;
  const newest = captions.at(-1)?.turn_no;
  useEffect(() => {
    // To the beginning of what is said now, which may be longer than there is room.
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

/** What was said in one breath stands together. */
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
