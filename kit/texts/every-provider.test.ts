import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { OutsideWorld } from '../../sandbox/outside-world.ts';
import { Smsc } from '../../sandbox/texts/smsc.ts';
import { anHttpProvider } from '../../test/stand-ins/texts/http.ts';
import { aSolapi } from '../../test/stand-ins/texts/solapi.ts';
import { type Fault, TEST_RESPONSE_MS_MAX, type TextStandIn } from '../../test/stand-ins/texts/stand-in.ts';
import { aTwilio } from '../../test/stand-ins/texts/twilio.ts';
import { addMs } from '../clock.ts';
import { newId } from '../ids.ts';
import type { AskedText, ProviderText, TextProvider } from './port.ts';
import { openProviders } from './settings.ts';
import { smppProvider } from './smpp/smpp.ts';

const PHONE = '+821012345678';

/** A provider over SMPP, with as much of a stand-in as there is to it. */
async function anSmpp(): Promise<Pick<TextStandIn, 'provider' | 'sender' | 'taken' | 'failAt' | 'close'>> {
  const account = { system_id: 'gift', password: 'secret8', source_addr: '15880000' };
  const world = new OutsideWorld();
  const smsc = new Smsc(world, [account]);
  await smsc.listen(0, '127.0.0.1');
  const provider = smppProvider({
    ...{ ...account, url: `smpp://127.0.0.1:${smsc.port}`, alphabet: 'gsm', long_messages: 'parts' },
    ...{ receipt_ids: 'same', log: pino({ level: 'silent' }), response_ms_max: TEST_RESPONSE_MS_MAX },
    onReceipt: async () => {},
    onMessage: async () => {},
  });
  await vi.waitFor(() => expect(provider.isReady()).toBe(true), 5_000);
  const faults: Partial<Record<Fault, Parameters<typeof smsc.behaviour.change>[0]['misbehaviour']>> = {
    lost_answer: 'lose_response',
    break: 'break_connection',
    refuse_number: 'reject',
    throttle: 'throttle',
    unavailable: 'trouble',
  };
  return {
    provider,
    sender: account.source_addr,
    get taken() {
      return world.phone(PHONE).messages.map(({ from, text }, index) => ({
        ...{ id: String(index), to: PHONE, from, text, reference: undefined, state: null, at: new Date() },
      }));
    },
    failAt: (fault) =>
      smsc.behaviour.change({
        misbehaviour: faults[fault] ?? 'none',
        ...(fault === 'throttle' ? {} : { messages: 1 }),
      }),
    async close() {
      await provider.close();
      await smsc.close();
    },
  };
}

function aText(provider: { sender: string }, text: string): ProviderText {
  return { reference: newId(), to: PHONE, text, sender: provider.sender, channels: new Set(['text']) };
}

function asked({ reference, to, sender }: ProviderText, id: string | null, others: string[] = []): AskedText {
  const now = new Date();
  return {
    reference,
    provider_message_id: id,
    to,
    sender,
    begun_at: addMs(now, -500),
    now,
    others: new Set(others),
  };
}

const PROVIDERS = [
  ['SMPP', anSmpp],
  ['Solapi', aSolapi],
  ['Twilio', aTwilio],
  ['a provider over HTTP', anHttpProvider],
] as const;

describe.each(PROVIDERS)('%s', (kind, open) => {
  let standIn: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    standIn = await open();
  });
  afterAll(() => standIn.close());
  const isReady = () => vi.waitFor(() => expect(standIn.provider.isReady()).toBe(true), 8_000);
  const textsSaying = (text: string) => standIn.taken.filter((one) => one.text === text);

  test('sends a text from our number, in Korean, and says under which id', async () => {
    const text = aText(standIn, '[선물] 김하늘 님이 하늘상점 상품권 50,000원을 보냈어요. € ^');
    const outcome = await standIn.provider.send(text);
    expect(outcome).toMatchObject({ kind: 'submitted' });
    const [taken] = textsSaying(text.text);
    expect(taken?.from).toBe(standIn.sender);
    expect([PHONE, '01012345678']).toContain(taken?.to);
    if (kind !== 'SMPP') expect(outcome).toEqual({ kind: 'submitted', provider_message_ids: [taken?.id] });
  });

  test.each<[Fault, string]>([
    ['refuse_number', 'refused'],
    ['throttle', 'not_sent'],
    ['unavailable', 'not_sent'],
  ])('what it refuses (%s) is %s, and was not taken', async (fault, outcome) => {
    await isReady();
    standIn.failAt(fault);
    const text = aText(standIn, fault);
    expect(await standIn.provider.send(text, { throttle_tries: 1 })).toMatchObject({ kind: outcome });
    expect(textsSaying(fault)).toEqual([]);
    standIn.failAt('none');
  });

  test.each<Fault>(['lost_answer', 'break'])(
    'whether it has a text is unknown when its answer is not heard (%s), and it is sent once',
    async (fault) => {
      await isReady();
      standIn.failAt(fault);
      expect(await standIn.provider.send(aText(standIn, fault))).toMatchObject({ kind: 'unknown' });
      await isReady();
      expect(textsSaying(fault)).toHaveLength(1);
    },
  );

  test('a text has at least one part, and a long one more', () => {
    expect(standIn.provider.partsOf('안녕하세요')).toBe(1);
    expect(standIn.provider.partsOf('안녕하세요'.repeat(30))).toBeGreaterThan(1);
  });
});

describe.each(PROVIDERS.slice(1) as [string, () => Promise<TextStandIn>][])(
  '%s, over HTTP',
  (_kind, open) => {
    let standIn: TextStandIn;
    beforeAll(async () => {
      standIn = await open();
    });
    afterAll(() => standIn.close());
    const isReady = () => vi.waitFor(() => expect(standIn.provider.isReady()).toBe(true), 8_000);
    const ask = (text: AskedText) => standIn.provider.ask?.(text);

    test('a refusal that is not about the text leaves it to another provider', async () => {
      standIn.failAt('refuse_us');
      expect(await standIn.provider.send(aText(standIn, 'us'))).toMatchObject({ kind: 'not_sent' });
    });

    test.each<Fault>(['error', 'garbage', 'lost_request'])('%s leaves it unknown', async (fault) => {
      standIn.failAt(fault);
      expect(await standIn.provider.send(aText(standIn, fault))).toMatchObject({ kind: 'unknown' });
    });

    test.each<Fault>(['lost_answer', 'break', 'error', 'garbage'])(
      'asked, it finds a text whose answer was not heard (%s)',
      async (fault) => {
        await isReady();
        const before = standIn.taken.map(({ id }) => id);
        standIn.failAt(fault);
        const text = aText(standIn, `found ${fault}`);
        await standIn.provider.send(text);
        const taken = standIn.taken.at(-1);
        expect(await ask(asked(text, null, before))).toEqual({
          ...{ kind: 'found', provider_message_id: taken?.id, state: null },
        });
      },
    );

    test('asked, it has no text that never arrived', async () => {
      const before = standIn.taken.map(({ id }) => id);
      standIn.failAt('lost_request');
      const text = aText(standIn, 'never arrived');
      await standIn.provider.send(text);
      expect(await ask(asked(text, null, before))).toEqual({ kind: 'missing' });
    });

    test('asked, it says what became of a text, or nothing', async () => {
      const text = aText(standIn, 'state');
      await standIn.provider.send(text);
      const taken = standIn.taken.at(-1);
      if (taken === undefined) throw new Error('Nothing was taken.');
      for (const state of [null, 'delivered', 'undeliverable'] as const) {
        taken.state = state;
        expect(await ask(asked(text, taken.id))).toEqual({
          kind: 'found',
          provider_message_id: taken.id,
          state,
        });
      }
      standIn.answers(false);
      expect(await ask(asked(text, taken.id))).toMatchObject({ kind: 'no_answer' });
      standIn.answers(true);
    });

    test('its webhook is read if it is its own, by id and by our reference', async () => {
      const text = aText(standIn, 'webhook');
      await standIn.provider.send(text);
      const taken = standIn.taken.at(-1);
      if (taken === undefined) throw new Error('Nothing was taken.');
      taken.state = 'delivered';
      const request = standIn.report(taken);
      const { webhook } = standIn.provider;
      expect(webhook?.hear(request)?.reports).toEqual([
        { provider_message_id: taken.id, reference: text.reference, state: 'delivered' },
      ]);
      expect(webhook?.hear({ ...request, headers: {} })).toBeUndefined();
      const [header = ''] = Object.keys(request.headers).filter((name) => /secret|signature/.test(name));
      const proof = String(request.headers[header]);
      const wrong = proof.replace(/.{5}$/, (end) =>
        end.replaceAll(/[a-z0-9]/gi, (sign) => (sign === 'A' ? 'B' : 'A')),
      );
      for (const given of [wrong, '', 'é', `${proof}00`])
        expect(
          webhook?.hear({ ...request, headers: { ...request.headers, [header]: given } }),
        ).toBeUndefined();
    });

    test('a body that is none of its webhooks changes nothing', async () => {
      const [taken] = standIn.taken;
      if (taken === undefined) throw new Error('Nothing was taken.');
      const request = standIn.report(taken);
      for (const body of ['', 'null', '[]', '[null]', '{"results":[{}]}', '{'.repeat(1_000)]) {
        const heard = standIn.provider.webhook?.hear({ ...request, body });
        expect(heard?.reports ?? []).toEqual([]);
      }
    });
  },
);

test('an address where nobody listens is certainly not reached', async () => {
  for (const open of [aSolapi, aTwilio, anHttpProvider]) {
    const standIn: TextStandIn = await open();
    await standIn.close();
    expect(await standIn.provider.send(aText(standIn, 'nobody'))).toEqual({
      ...{ kind: 'not_sent', reason: 'not_connected' },
    });
  }
});

const LIVE_FILE = process.env.TEXTS_LIVE_TEST_FILE;
const LIVE_TO = process.env.TEXTS_LIVE_TEST_TO;
if (LIVE_FILE === undefined || LIVE_TO === undefined) {
  // Not registered, so not counted as passed or skipped.
  console.log(
    'not run: texts through real providers, because TEXTS_LIVE_TEST_FILE and TEXTS_LIVE_TEST_TO are not set',
  );
} else {
  const books = {
    onReceipt: async () => true,
    onFound: async () => true,
    onLost: async () => true,
    onMessage: async () => {},
  };
  const base = {
    ...{ publicUrl: 'https://seonmul.example', clock: () => new Date(), log: pino({ level: 'silent' }) },
    random: (await import('node:crypto')).randomBytes,
  };
  const named = JSON.parse(readFileSync(LIVE_FILE, 'utf8')) as {
    name: string;
    senders: Record<string, string>;
  }[];
  test.each(named)('the real $name takes a text, and says what became of it', async ({ name, senders }) => {
    const found = openProviders(base, LIVE_FILE, books).find(({ terms }) => terms.name === name);
    const provider = found?.provider as TextProvider;
    const text = { ...aText({ sender: senders['*'] ?? '' }, '[선물] 시험 문자예요.'), to: LIVE_TO };
    const outcome = await provider.send(text);
    expect(outcome.kind).toBe('submitted');
    const [id = null] = outcome.kind === 'submitted' ? outcome.provider_message_ids : [];
    if (provider.ask !== undefined)
      expect(await provider.ask(asked(text, id))).toMatchObject({ kind: 'found', provider_message_id: id });
    await provider.close();
  });
}
