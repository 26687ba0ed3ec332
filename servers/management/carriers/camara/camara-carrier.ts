import { Value } from 'typebox/value';
import {
  CAMARA_PATHS,
  ErrorInfo,
  FillInAnswer,
  RecyclingAnswer,
  SimSwapAnswer,
} from '../../../../contracts/carrier-camara.ts';
import { dayIn } from '../../../../kit/calendar.ts';
import { exchange } from '../../../../kit/http/exchange.ts';
import { pace } from '../../../../kit/pace.ts';
import { currentTraceId, currentTraceparent } from '../../../../kit/trace.ts';
import { parseName } from '../../../../kit/typed/name.ts';
import type { Carrier, CarrierAnswer } from '../port.ts';
import { type AccessTokenSettings, accessTokens } from './access-tokens.ts';

export type CamaraSettings = AccessTokenSettings & {
  name: string;
  /** Base URL of the operator's APIs. */
  apiUrl: string;
  timeoutMs: number;
  /** How many requests may be under way; while the operator throttles, they also leave more slowly. */
  inFlight: number;
  /** In which the operator reckons days. */
  timeZone: string;
};

const ANSWER_BYTES_MAX = 64 * 1024;

type Unknown = Extract<CarrierAnswer<never>, { kind: 'unknown' }>;

/** Codes with which an operator says that a number is not of its own; CAMARA's documents differ on which of them it is. */
const NOT_THEIRS: readonly [number, string][] = [
  [404, 'IDENTIFIER_NOT_FOUND'],
  [422, 'SERVICE_NOT_APPLICABLE'],
];

/** A mobile operator with the CAMARA APIs. */
export function camaraCarrier(settings: CamaraSettings): Carrier {
  const tokens = accessTokens(settings);
  const turns = pace(settings.inFlight);

  async function post(path: string, body: unknown): Promise<CarrierAnswer<unknown>> {
    const until = Date.now() + settings.timeoutMs;
    return turns.run(async () => {
      if (Date.now() >= until) return unknown('queue_full', false);
      return ask(path, Buffer.from(JSON.stringify(body)), () => Math.max(1, until - Date.now()));
    });
  }

  async function ask(path: string, body: Buffer, left: () => number): Promise<CarrierAnswer<unknown>> {
    try {
      const token = await tokens.get(left());
      if (token === undefined) return unknown('no_token', false);
      const headers = {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        'content-type': 'application/json',
        'x-correlator': currentTraceId(),
        traceparent: currentTraceparent(),
      };
      const url = `${settings.apiUrl}${path}`;
      const answer = await exchange({ method: 'POST', url, headers, body }, left(), ANSWER_BYTES_MAX);
      if (answer === undefined) return unknown('answer_too_large', false);
      if (answer.status === 401) tokens.forget(token);
      if (answer.status === 429) turns.slowDown();
      else turns.speedUp();
      return answerOf(answer.status, jsonOf(answer.body));
    } catch (error) {
      return unknown(reasonOf(error));
    }
  }

  return {
    name: settings.name,
    async logIn() {
      try {
        const token = await tokens.get(settings.timeoutMs);
        return token === undefined ? unknown('no_token', false) : { kind: 'answered', value: true };
      } catch (error) {
        return unknown(reasonOf(error));
      }
    },
    async lookUpName(phone) {
      const answer = await post(CAMARA_PATHS.fillIn, { phoneNumber: phone });
      if (answer.kind !== 'answered') return answer;
      if (!Value.Check(FillInAnswer, answer.value)) return unknown('malformed', false);
      const name = parseName(answer.value.name ?? '');
      return name.ok ? { kind: 'answered', value: name.value } : { kind: 'not_theirs' };
    },
    async wasRecycledSince(phone, since) {
      const day = dayIn(settings.timeZone, since);
      const answer = await post(CAMARA_PATHS.recycling, { phoneNumber: phone, specifiedDate: day });
      if (answer.kind !== 'answered') return answer;
      return Value.Check(RecyclingAnswer, answer.value)
        ? { kind: 'answered', value: answer.value.phoneNumberRecycled }
        : unknown('malformed', false);
    },
    async wasSimSwapped(phone, hours) {
      const answer = await post(CAMARA_PATHS.simSwapCheck, { phoneNumber: phone, maxAge: hours });
      if (answer.kind !== 'answered') return answer;
      return Value.Check(SimSwapAnswer, answer.value)
        ? { kind: 'answered', value: answer.value.swapped }
        : unknown('malformed', false);
    },
  };
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function answerOf(status: number, json: unknown): CarrierAnswer<unknown> {
  if (status === 200) return { kind: 'answered', value: json };
  const code = Value.Check(ErrorInfo, json) ? json.code : undefined;
  // A 404 of whatever stands in front of the operator says nothing about the number.
  if (NOT_THEIRS.some(([theirs, name]) => theirs === status && name === code)) return { kind: 'not_theirs' };
  return unknown(`status_${status}`, false);
}

function unknown(reason: string, silent = true): Unknown {
  return { kind: 'unknown', reason, silent };
}

function reasonOf(error: unknown): string {
  return error instanceof Error && error.name === 'TimeoutError' ? 'timed_out' : 'not_reached';
}
