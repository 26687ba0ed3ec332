import { nationalDigits, phoneCallingCode } from '../../phone.ts';
import { type Exchange, httpClient, outcomeOfStatus } from '../exchange.ts';
import type { Asked, AskedText, ProviderText, SendOutcome, TextProvider } from '../port.ts';
import { textParts } from '../text-parts.ts';
import { textAt } from './json-pointer.ts';
import type { HttpRequestSettings } from './settings.ts';
import { httpWebhook, stateOf } from './webhook.ts';

type Values = Readonly<Record<string, string>>;

/**
 * A provider that there is no adapter for: its request, its answer and its reports are described in the settings. One with a
 * look-up is asked; of one without, the webhook is believed.
 */
export function httpProvider(settings: HttpRequestSettings, response_ms_max?: number): TextProvider {
  const { method, headers, answer: reads, states, webhook } = settings;
  const http = httpClient(response_ms_max);

  const asJson = { 'content-type': 'application/json' };
  const asForm = { 'content-type': 'application/x-www-form-urlencoded' };

  function bodyOf(values: Values): { headers: Values; body?: string } {
    if (settings.json !== undefined)
      return { headers: asJson, body: JSON.stringify(filledIn(settings.json, values)) };
    if (settings.form === undefined) return { headers: {} };
    return { headers: asForm, body: new URLSearchParams(filledEach(settings.form, values)).toString() };
  }

  function outcomeOf({ status, body }: Extract<Exchange, { kind: 'answer' }>): SendOutcome {
    const { accepted, try_another } = reads;
    const said = accepted === undefined ? undefined : textAt(body, accepted.at);
    if (said !== undefined && try_another?.includes(said) === true)
      return { kind: 'not_sent', reason: 'provider_refused_us' };
    if (status >= 300) return outcomeOfStatus(status);
    if (accepted !== undefined && said === undefined) return { kind: 'unknown', reason: 'answer_unreadable' };
    if (said !== undefined && !accepted?.values.includes(said))
      return { kind: 'refused', reason: 'provider_refused' };
    const id = textAt(body, reads.id);
    return id === undefined
      ? { kind: 'unknown', reason: 'answer_unreadable' }
      : { kind: 'submitted', provider_message_ids: [id] };
  }

  async function ask({ reference, provider_message_id }: AskedText): Promise<Asked> {
    const at = settings.look_up;
    const template = provider_message_id === null ? at?.url_by_reference : at?.url;
    if (at === undefined || template === undefined) return { kind: 'no_answer', reason: 'no_look_up' };
    const values = { reference, id: provider_message_id ?? '' };
    const url = fill(template, values, encodeURIComponent);
    const answer = await http.exchange({ method: 'GET', url, headers: filledEach(headers, values) });
    if (answer.kind !== 'answer') return { kind: 'no_answer', reason: answer.reason };
    if (answer.status === 404) return { kind: 'missing' };
    const id = textAt(answer.body, at.id);
    const state = textAt(answer.body, at.state);
    if (answer.status !== 200 || id === undefined || state === undefined)
      return { kind: 'no_answer', reason: `http_${answer.status}` };
    return { kind: 'found', provider_message_id: id, state: stateOf(state, states) };
  }

  return {
    isNoted: true,
    isReady: http.isReady,
    close: http.close,
    partsOf: (text) => textParts(text, 0).length,
    async send(text) {
      const values = valuesOf(text);
      const { headers: more, body } = bodyOf(values);
      const answer = await http.exchange({
        method,
        url: fill(settings.url, values, encodeURIComponent),
        headers: { ...more, ...filledEach(headers, values) },
        ...(body === undefined ? {} : { body }),
      });
      return answer.kind === 'answer' ? outcomeOf(answer) : answer;
    },
    ...(settings.look_up === undefined ? {} : { ask }),
    ...(webhook === undefined ? {} : { webhook: httpWebhook(webhook, states) }),
  };
}

function valuesOf({ to, text, sender, reference }: ProviderText): Values {
  return {
    to,
    to_national: nationalDigits(to),
    country_code: phoneCallingCode(to),
    text,
    sender,
    reference,
  };
}

const PLACEHOLDER = /\{([a-z_]+)\}/g;

function fill(template: string, values: Values, encode = (value: string) => value): string {
  return template.replace(PLACEHOLDER, (whole, name: string) =>
    Object.hasOwn(values, name) ? encode(values[name] ?? '') : whole,
  );
}

function filledEach(templates: Values, values: Values): Record<string, string> {
  return Object.fromEntries(
    Object.entries(templates).map(([name, template]) => [name, fill(template, values)]),
  );
}

/** A JSON value with the placeholders in its strings filled in. */
function filledIn(value: unknown, values: Values): unknown {
  if (typeof value === 'string') return fill(value, values);
  if (Array.isArray(value)) return value.map((one) => filledIn(one, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filledIn(one, values)]));
}
