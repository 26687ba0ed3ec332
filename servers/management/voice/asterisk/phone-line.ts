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

/** The phone line as the settings say; without `ARI_URL` there is none. */
export function phoneLine(context: ManagementContext): PhoneLine {
  const { databaseUrl, ariUrl, ariUser, ariPassword, ariEndpoint, voiceOperator } = context.settings;
  const { speechUrl, speechCommand, speechDir, speechDirAtLine, speechVoiceKo, speechVoiceEn } =
    context.settings;
  if (ariUrl === '') return { jobs: [], stop: async () => {} };
  const engine = speechUrl === '' ? commandEngine(speechCommand) : httpEngine(speechUrl);
  const speech = cachedSpeech(engine, { ko: speechVoiceKo, en: speechVoiceEn }, speechDir);
  const stage = {
    context,
    ari: new Ari({ url: ariUrl, user: ariUser, password: ariPassword }),
    speech,
    atLine: (path: string) =>
      speechDirAtLine === '' ? path : path.replace(speechDir, () => speechDirAtLine),
    operator: voiceOperator,
  };
  // A connection of its own: who waited for one while many calls are served would lose the seat, and all of them.
  const seats = openDatabase(databaseUrl, {
    applicationName: 'seonmul-management-seat',
    connectionsMax: 1,
  });
  const line = new AsteriskLine(stage, seats.db, (e164) => endpointOf(ariEndpoint, e164));
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

/** `PJSIP/{national}@trunk` for trunks that dial as people here do, `{e164}` (with `+`) for others; abroad always so. */
function endpointOf(template: string, e164: string): string {
  const national = e164.startsWith('+82') ? nationalDigits(e164) : e164;
  return template.replaceAll('{national}', national).replaceAll('{e164}', e164);
}
