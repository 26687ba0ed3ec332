import { validateApp } from '@jambonz/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../../../../kit/http/app.ts';
import { aManagement, type TestManagement } from '../../../../test/builders/management.ts';
import { MEMBER_NUMBER, PHONE_PIN, withPhonePin } from '../../../../test/builders/phone-call.ts';
import { createManagementApp } from '../../app.ts';
import { inputOf, verbsOf } from './verbs.ts';

let management: TestManagement;
let app: App;
beforeAll(async () => {
  management = await aManagement();
  await withPhonePin(management);
  app = await createManagementApp(management.context);
});
afterAll(async () => {
  await app.close();
  await management.close();
});

type Spoken = { verb: string; actionHook?: { url: string }; say?: { text: string }; text?: string };

/** Posts a webhook as jambonz does, and validates the answer with jambonz's own schema. */
async function hook(url: string, body: object, password = management.context.settings.jambonzPassword) {
  const reply = await app.inject({
    method: 'POST',
    url: url.replace(management.context.publicUrl, ''),
    headers: { authorization: `Basic ${Buffer.from(`seonmul:${password}`).toString('base64')}` },
    payload: body,
  });
  const verbs = reply.statusCode === 200 ? reply.json<Spoken[]>() : [];
  if (reply.statusCode === 200) expect(validateApp(verbs)).toMatchObject({ valid: true });
  return { status: reply.statusCode, verbs, next: verbs.at(-1)?.actionHook?.url ?? '' };
}

async function keys(first: string, ...all: string[]) {
  let at = { status: 200, verbs: [] as Spoken[], next: first };
  for (const digits of all) at = await hook(at.next, { call_sid: 'j1', reason: 'dtmfDetected', digits });
  return at;
}

const heard = (verbs: readonly Spoken[]) => verbs.map(({ text, say }) => text ?? say?.text ?? '').join(' ');

test('a gift is bought over jambonz, in verbs that are valid by its own schema', async () => {
  const begun = await hook('/v1/voice/jambonz/calls', { call_sid: 'j1', from: 'anonymous', more: { x: 1 } });
  expect(begun.verbs.map(({ verb }) => verb)).toEqual(['say', 'gather']);
  const readBack = await keys(
    begun.next,
    '1',
    '1',
    MEMBER_NUMBER,
    PHONE_PIN,
    '1',
    '50000',
    '1',
    '01098765432',
  );
  // A turn without barge-in is spoken before the gather, where no key cuts it off.
  expect(readBack.verbs.map(({ verb, say }) => [verb, say])).toEqual([
    ['say', undefined],
    ['gather', undefined],
  ]);
  expect(heard((await keys(readBack.next, '1')).verbs)).toContain('완료됐어요');
  const silent = await hook(readBack.next, { call_sid: 'j1', reason: 'timeout' });
  expect(heard(silent.verbs)).toContain('완료됐어요');
  expect((await hook('/v1/voice/jambonz/status', { call_sid: 'j1', call_status: 'completed' })).status).toBe(
    204,
  );
  expect((await keys(readBack.next, '1')).verbs).toEqual([{ verb: 'hangup' }]);
});

test('every webhook requires the password', async () => {
  expect((await hook('/v1/voice/jambonz/calls', { call_sid: 'j2' }, 'wrong')).status).toBe(401);
  expect((await hook('/v1/voice/jambonz/status', { call_sid: 'j1', call_status: 'x' }, '')).status).toBe(401);
  const unknown = '/v1/voice/jambonz/calls/01980000-0000-7000-8000-000000000000/turns/1';
  expect((await hook(unknown, { reason: 'timeout' })).status).toBe(404);
});

test('turns that end, connect or continue by themselves are valid verbs, too', () => {
  const at = {
    url: 'https://gift.example/t',
    method: 'POST',
    basicAuth: { username: 'u', password: 'p' },
  } as const;
  const turn = { call_id: 'c', turn_no: 1, say: [{ locale: 'ko', text: '네' }] } as const;
  for (const rest of [{ end: 'hang_up' }, { end: 'operator' }, {}] as const)
    expect(validateApp(verbsOf({ ...turn, ...rest }, at, '+8215880200'))).toMatchObject({ valid: true });
  expect(inputOf({})).toEqual({ kind: 'said' });
  expect(inputOf({ reason: 'timeout' })).toEqual({ kind: 'silence' });
  expect(inputOf({ reason: 'dtmfDetected', digits: '#' })).toEqual({ kind: 'digits', digits: '' });
});
