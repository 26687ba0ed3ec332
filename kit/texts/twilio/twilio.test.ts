import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNT, aTwilio, type TwilioStandIn } from '../../../test/stand-ins/texts/twilio.ts';
import { newId } from '../../ids.ts';
import { OPTED_OUT, type ProviderText } from '../port.ts';

let twilio: TwilioStandIn;
beforeAll(async () => {
  twilio = await aTwilio();
});
afterAll(() => twilio.close());

const PHONE = '+14155550123';
const aText = (text: string, to = PHONE): ProviderText => ({
  ...{ reference: newId(), to, text, sender: twilio.sender, channels: new Set(['text'] as const) },
});

test('it is told where to report about this text', async () => {
  const text = aText('callback');
  await twilio.provider.send(text);
  expect(twilio.callbacks.at(-1)).toBe(
    `http://management.test/v1/text-providers/twilio/webhook?reference=${text.reference}`,
  );
});

test.each([
  [21_610, { kind: 'refused', reason: OPTED_OUT }],
  [21_614, { kind: 'refused', reason: 'twilio_21614' }],
  [21_408, { kind: 'not_sent', reason: 'country_not_permitted' }],
  [21_606, { kind: 'not_sent', reason: 'sender_refused' }],
])('its refusal %i is understood', async (code, outcome) => {
  twilio.refuseWith(code);
  expect(await twilio.provider.send(aText('refused'))).toEqual(outcome);
});

test('of two texts to a number, the one whose answer was not heard is the one that nobody knows', async () => {
  const to = '+14155550199';
  await twilio.provider.send(aText('known', to));
  const known = twilio.taken.at(-1)?.id ?? '';
  twilio.failAt('break');
  const text = aText('unknown', to);
  await twilio.provider.send(text);
  const asked = { ...text, provider_message_id: null, begun_at: new Date(), now: new Date() };
  expect(await twilio.provider.ask?.({ ...asked, others: new Set([known]) })).toMatchObject({
    provider_message_id: twilio.taken.at(-1)?.id,
  });
});

describe('what phones write', () => {
  const incoming = (text: string, more: Record<string, string> = {}) => {
    const request = twilio.incoming?.({ from: PHONE, text, id: 'SM1' });
    if (request === undefined) throw new Error('Twilio delivers texts.');
    return Object.keys(more).length === 0
      ? request
      : { ...request, body: `${request.body}&${new URLSearchParams(more)}` };
  };

  test('is heard with the number that it was sent to', () => {
    expect(twilio.provider.webhook?.hear(incoming('1'))?.texts).toEqual([
      { from: PHONE, to: twilio.sender, text: '1', id: 'SM1' },
    ]);
  });

  test('is not heard with a field more than was signed, or at another address', () => {
    expect(twilio.provider.webhook?.hear(incoming('1', { OptOutType: 'STOP' }))).toBeUndefined();
    expect(
      twilio.provider.webhook?.hear({ ...incoming('1'), url: 'https://seonmul.example/elsewhere' }),
    ).toBeUndefined();
  });
});

/** A folder with Twilio's OpenAPI document, which is not part of this repository. */
const DOCUMENT = join(
  process.env.STANDARDS_DIR ?? join(import.meta.dirname, '../../../../shared/standards'),
  'twilio/twilio_api_v2010.json',
);
if (!existsSync(DOCUMENT)) {
  // Not registered, so not counted as passed or skipped: there is nothing to compare with.
  console.log(
    'not run: Twilio by its OpenAPI document, because STANDARDS_DIR has no twilio/twilio_api_v2010.json',
  );
} else {
  type Operation = {
    parameters: { name: string; in: string; schema: object }[];
    requestBody?: { content: Record<string, { schema: object }> };
    responses: Record<string, { content?: Record<string, { schema: object }> }>;
  };
  const LIST = '/2010-04-01/Accounts/{AccountSid}/Messages.json';
  const ONE = '/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}.json';

  test('every request that it is sent and every answer that is read is as its OpenAPI document says', async () => {
    const document = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as {
      paths: Record<string, Record<string, Operation>>;
      components: object;
    };
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    addFormats.default(ajv);
    const check = (schema: object, value: unknown) => {
      const inline = JSON.parse(JSON.stringify(openApi30({ ...schema, components: document.components })));
      const validate = ajv.compile(inline);
      return validate(value)
        ? []
        : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
    };
    const text = aText('official');
    await twilio.provider.send(text);
    const id = twilio.taken.at(-1)?.id ?? '';
    const asked = { ...text, begun_at: new Date(), now: new Date(), others: new Set<string>() };
    await twilio.provider.ask?.({ ...asked, provider_message_id: id });
    await twilio.provider.ask?.({ ...asked, provider_message_id: null });
    const exchanges = twilio.exchanges.slice(-3);
    expect(exchanges.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET']);
    for (const { method, path, body, status, answer } of exchanges) {
      const url = new URL(path, 'https://api.twilio.com');
      const pattern = url.pathname === LIST.replace('{AccountSid}', ACCOUNT) ? LIST : ONE;
      const operation = document.paths[pattern]?.[method.toLowerCase()];
      if (operation === undefined) throw new Error(`${method} ${pattern} is not in the document.`);
      const query = operation.parameters.filter((each) => each.in === 'query').map(({ name }) => name);
      for (const name of url.searchParams.keys()) expect(query).toContain(name);
      const form = operation.requestBody?.content['application/x-www-form-urlencoded']?.schema;
      if (form !== undefined) {
        const fields = Object.fromEntries(new URLSearchParams(body));
        expect(Object.keys((form as { properties: object }).properties)).toEqual(
          expect.arrayContaining(Object.keys(fields)),
        );
        expect(check(form, fields)).toEqual([]);
      }
      const said = operation.responses[status]?.content?.['application/json']?.schema;
      expect(said, `${method} ${pattern} ${status}`).toBeDefined();
      expect(check(said ?? {}, answer)).toEqual([]);
    }
  });
}

/** OpenAPI 3.0 says `nullable` where JSON Schema says a type of null. */
function openApi30(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(openApi30);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, example: _example, examples: _examples, ...rest } = value as Record<string, unknown>;
  const inner = Object.fromEntries(Object.entries(rest).map(([key, member]) => [key, openApi30(member)]));
  return nullable === true && typeof inner.type === 'string'
    ? { ...inner, type: [inner.type, 'null'] }
    : inner;
}
