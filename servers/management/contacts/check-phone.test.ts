import { afterAll, beforeAll, expect, test } from 'vitest';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';
import { checkPhone } from './check-phone.ts';

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management.close());

const question = { phone: '+821098765432', since: '2026-02-01T03:00:00Z', hours: 72 };

test('a shop is told what the operator says, and what is not known', async () => {
  const { carriers } = management.context;
  const asked: unknown[] = [];
  carriers.wasRecycledSince = async (...about) => {
    asked.push(about);
    return true;
  };
  carriers.wasSimSwapped = async (...about) => {
    asked.push(about);
    return undefined;
  };
  expect(await checkPhone(management.context, question)).toEqual({
    ok: true,
    value: { sim_swapped: null, recycled: true },
  });
  expect(asked).toEqual([
    [question.phone, new Date(question.since)],
    [question.phone, 72],
  ]);
});

test('a phone is checked only so often', async () => {
  const { context } = management;
  const used = async () => (await context.limits.phoneChecksByPhone.usage(question.phone)).used;
  const before = await used();
  await checkPhone(context, question);
  expect(await used()).toBe(before + 1);
});
