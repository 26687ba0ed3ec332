import { UnstyledButton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useRef } from 'react';
import { answered } from '../../kit/problem.ts';
import { api, type Call } from '../api.ts';
import { useWords } from '../words.ts';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;

type KeypadProps = { number: string; listening: Call['listening']; onKey: () => void };

/** The phone's keypad, by touch or keyboard. Input is shown as the server echoes it: secrets only as dots. */
export function Keypad({ number, listening, onKey }: KeypadProps) {
  const { t } = useWords();
  const press = usePress(number);
  const onPress = (key: string) => {
    onKey();
    press(key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!/^[0-9*#]$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onPress(event.key);
  };
  const names: Record<string, string> = { '*': t('phones.key_star'), '#': t('phones.key_hash') };
  const keyed = listening?.keyed ?? '';
  return (
    <fieldset className="keypad" onKeyDown={onKeyDown}>
      <legend className="unseen">{t('phones.keypad')}</legend>
      <p className="keyed" aria-live="polite">
        {keyed === '' ? (
          <span className="keyed-none">
            {t(listening?.must_hear ? 'phones.must_hear' : 'phones.keyed_none')}
          </span>
        ) : (
          <span>
            <span className="unseen">{t('phones.keyed', { keyed })}</span>
            <span aria-hidden>{keyed}</span>
          </span>
        )}
      </p>
      <div className="keys">
        {KEYS.map((key) => (
          <UnstyledButton
            key={key}
            className="key"
            aria-label={names[key] ?? key}
            onClick={() => onPress(key)}
          >
            {key}
          </UnstyledButton>
        ))}
      </div>
    </fieldset>
  );
}

/** Sends keys one at a time, so that they arrive in the order they were pressed. */
function usePress(number: string): (key: string) => void {
  const queries = useQueryClient();
  const before = useRef<Promise<unknown>>(Promise.resolve());
  return (keys) => {
    before.current = before.current
      .then(() =>
        answered(api.POST('/v1/phones/{number}/call/keys', { params: { path: { number } }, body: { keys } })),
      )
      // A key sent to a call that has just ended is ignored; the screen shows that it ended.
      .catch(() => queries.invalidateQueries({ queryKey: ['call', number] }));
  };
}
