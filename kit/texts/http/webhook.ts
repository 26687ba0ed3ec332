import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isSameText } from '../../same-text.ts';
import type { DeliveryState, Webhook } from '../port.ts';
import { textAt, valueAt } from './json-pointer.ts';
import type { HttpRequestSettings, ReportStates } from './settings.ts';

type WebhookSettings = NonNullable<HttpRequestSettings['webhook']>;

/** A webhook whose body, JSON or form fields, is read as the settings say. */
export function httpWebhook(settings: WebhookSettings, states: ReportStates | undefined): Webhook {
  const { proof, reports: listAt = '', id, reference, state, text } = settings;
  return {
    answer: { type: 'application/json', body: '{}' },
    hear({ headers, body }) {
      if (!isProven(proof, headers, body)) return undefined;
      const document = parse(body);
      const list = valueAt(document, listAt);
      const each = Array.isArray(list) ? list : [list];
      const texts = text === undefined ? [] : each.flatMap((one) => incomingIn(one, text));
      const reports = each.flatMap((one) => {
        const word = textAt(one, state);
        const report = {
          provider_message_id: textAt(one, id),
          reference: reference === undefined ? undefined : textAt(one, reference),
        };
        const isNamed = report.provider_message_id !== undefined || report.reference !== undefined;
        return word === undefined || !isNamed ? [] : [{ ...report, state: stateOf(word, states) }];
      });
      return { reports, texts, opt_outs: [] };
    },
  };
}

/** Null while the text is on its way. */
export function stateOf(word: string, states: ReportStates | undefined): DeliveryState | null {
  const found = Object.entries(states ?? {}).find(([, words]) => words?.includes(word));
  return found === undefined ? null : (found[0] as DeliveryState);
}

function isProven(proof: WebhookSettings['proof'], headers: IncomingHttpHeaders, body: string): boolean {
  const header = headers[proof.header.toLowerCase()];
  if (typeof header !== 'string') return false;
  if (proof.kind === 'header') return isSameText(header, proof.value);
  const { prefix = '', secret, encoding } = proof;
  const mac = createHmac('sha256', secret).update(body, 'utf8').digest(encoding);
  return isSameText(header, `${prefix}${mac}`);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return Object.fromEntries(new URLSearchParams(body));
  }
}

function incomingIn(one: unknown, at: NonNullable<WebhookSettings['text']>) {
  const [from, to, text, id] = [at.from, at.to, at.text, at.id].map((pointer) => textAt(one, pointer));
  return from === undefined || to === undefined || text === undefined || id === undefined
    ? []
    : [{ from, to, text, id }];
}
