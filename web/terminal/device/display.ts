import { useEffect } from 'react';
import type { Locale } from '../../kit/words.tsx';
import { useTerminal } from './terminal.tsx';

/** What a customer display shows: amounts and results, never a name, a number or a balance. */
export type Shown =
  | { at: 'welcome' }
  | { at: 'due'; amount_minor: number; currency: string }
  | { at: 'checking' }
  | { at: 'used'; amount_minor: number; rest_minor: number; currency: string }
  | { at: 'reversed'; amount_minor: number; currency: string }
  | { at: 'refused' };

/** What the till tells the display: in whose name, in which language, and what. */
export type Telling = {
  brand: { name_ko: string; name_en: string };
  locale: Locale;
  shown: Shown;
};

const CHANNEL = 'seonmul.terminal.display';
const ASK = 'ask';
const ASK_MS = 2_000;
/** A till that has been silent for so long is closed. */
const SILENCE_MS = 6_000;

let telling: Telling | undefined;
let channel: BroadcastChannel | undefined;

/** Both windows are of one browser on one device; nothing of this leaves it. */
function tell(): void {
  if (channel === undefined) {
    channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }) => {
      if (data === ASK) channel?.postMessage(telling);
    };
  }
  channel.postMessage(telling);
}

/** Shows this on the customer display while the screen that says so is open. */
export function useDisplay(shown: Shown, locale: Locale): void {
  const { brand } = useTerminal().place;
  const key = JSON.stringify(shown);
  useEffect(() => {
    telling = { brand, locale, shown: JSON.parse(key) };
    tell();
    return () => {
      telling = { brand, locale, shown: { at: 'welcome' } };
      tell();
    };
  }, [brand, locale, key]);
}

/** Tells the display that the till is there, and in which language, while nothing else is shown. */
export function useDisplayAtRest(brand: Telling['brand'], locale: Locale): void {
  useEffect(() => {
    if (telling !== undefined && telling.shown.at !== 'welcome') return;
    telling = { brand, locale, shown: { at: 'welcome' } };
    tell();
  }, [brand, locale]);
}

/** Follows the till, which is asked every two seconds; undefined while none answers. Returns how to stop. */
export function followTill(onTold: (telling: Telling | undefined) => void): () => void {
  const till = new BroadcastChannel(CHANNEL);
  let heard_ms = 0;
  till.onmessage = ({ data }) => {
    if (data === ASK || data === undefined) return;
    heard_ms = Date.now();
    onTold(data);
  };
  const ask = () => {
    if (Date.now() - heard_ms > SILENCE_MS) onTold(undefined);
    till.postMessage(ASK);
  };
  ask();
  const timer = setInterval(ask, ASK_MS);
  return () => {
    clearInterval(timer);
    till.close();
  };
}
