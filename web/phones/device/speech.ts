import { useCallback, useEffect, useRef } from 'react';
import { api, type Call } from '../api.ts';

const LANGUAGES = { ko: 'ko-KR', en: 'en-GB' } as const;

/**
 * Speaks each turn of a call as it arrives and reports when a turn has been spoken; a muted or voiceless browser reports
 * nothing, and the server waits as long as reading it out would take. Returns a function that silences the voice.
 */
export function useSpeech(number: string, call: Call, isMuted: boolean): () => void {
  const spoken = useRef(0);
  const { state, turn_no = 0, captions } = call;
  const isSpeaking = state === 'talking' && !isMuted && turn_no > 0;
  useEffect(() => {
    if (!isSpeaking || spoken.current === turn_no) return;
    spoken.current = turn_no;
    speechSynthesis.cancel();
    const said = captions.filter((caption) => caption.turn_no === turn_no);
    said.forEach(({ locale, text }, index) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.lang = LANGUAGES[locale];
      if (index === said.length - 1) utterance.onend = () => tellSpoken(number, turn_no);
      speechSynthesis.speak(utterance);
    });
  }, [number, isSpeaking, turn_no, captions]);
  useEffect(() => {
    if (!isSpeaking) speechSynthesis.cancel();
    return () => speechSynthesis.cancel();
  }, [isSpeaking]);
  return useCallback(() => speechSynthesis.cancel(), []);
}

function tellSpoken(number: string, turn_no: number): void {
  void api.POST('/v1/phones/{number}/call/spoken', {
    params: { path: { number } },
    body: { turn_no },
  });
}
