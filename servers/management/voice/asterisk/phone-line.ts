import { HOUR_MS, SECOND_MS } from '../../../../kit/clock.ts';
import { openDatabase } from '../../../../kit/db/pool.ts';
import type { Job } from '../../../../kit/jobs.ts';
import { nationalDigits } from '../../../../kit/phone.ts';
import type { ManagementContext } from '../../context.ts';
import { commandEngine, httpEngine } from '../speech/engine.ts';
import { cachedSpeech } from '../speech/speech.ts';
import { Ari } from './ari.ts';
import { AsteriskLine } from './line.ts';

export type PhoneLine = { jobs: Job[]; stop(): Promise<void> };

/** The Asterisk line as configured; without `ARI_URL` there is none. */
export function phoneLine(context: ManagementContext): PhoneLine {
  const { databaseUrl, ariUrl, ariUser, ariPassword, ariEndpoint, voiceOperator } = context.settings;
  const { speechUrl, speechCommand, speechDir, speechDirAtLine, speechVoiceKo, speechVoiceEn } =
    context.settings;
  if (ariUrl === '') return { jobs: [], stop: async () => {} };
  const engine = speechUrl === '' ? commandEngine(speechCommand) : httpEngine(speechUrl);
  const speech = cachedSpeech(engine, { ko: speechVoiceKo, en: speechVoiceEn }, speechDir);
  const services = {
    context,
    ari: new Ari({ url: ariUrl, user: ariUser, password: ariPassword }),
    speech,
    pathAtLine: (path: string) =>
      speechDirAtLine === '' ? path : path.replace(speechDir, () => speechDirAtLine),
    operator: voiceOperator,
  };
  // Its own connection: waiting for a pooled one while many calls are served could cost the seat and all its calls.
  const seats = openDatabase(databaseUrl, {
    applicationName: 'seonmul-management-seat',
    connectionsMax: 1,
  });
  const line = new AsteriskLine(services, seats.db, (e164) => endpointOf(ariEndpoint, e164));
  return {
    jobs: [
      { name: 'phone_seat', every_ms: SECOND_MS, round: () => line.renewSeatLease() },
      { name: 'phone_line', every_ms: SECOND_MS, round: () => line.keepConnected() },
      { name: 'phone_calls', every_ms: SECOND_MS, round: () => line.placeDueCalls() },
      { name: 'speech_tidying', every_ms: HOUR_MS, round: () => speech.tidy() },
    ],
    stop: async () => {
      await line.stop();
      await seats.close();
    },
  };
}

/** `PJSIP/{national}@trunk` for trunks that take national numbers, `{e164}` for others; foreign numbers are always E.164. */
function endpointOf(template: string, e164: string): string {
  const national = e164.startsWith('+82') ? nationalDigits(e164) : e164;
  return template.replaceAll('{national}', national).replaceAll('{e164}', e164);
}
