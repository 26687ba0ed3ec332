import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { publishDocument } from '../../../../kit/business/documents.ts';
import type { DocumentKind } from '../../../../kit/business/shapes.ts';
import { inTransaction } from '../../../../kit/db/transaction.ts';
import type { App } from '../../../../kit/http/app.ts';
import { aDoor, type Door } from '../../../../test/builders/door.ts';
import { doneOf } from '../../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../../test/builders/management.ts';
import { aRegistration } from '../../../../test/builders/members.ts';
import { aMemberSession } from '../../../../test/builders/sessions.ts';
import { createManagementApp } from '../../app.ts';

let management: TestManagement;
let app: App;
let member: Door;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
});
beforeEach(async () => {
  member = aDoor(app, await aMemberSession(management));
});
afterAll(async () => {
  await app?.close();
  await management?.close();
});

const PATH = '/v1/members/me/consents';
const refused = (status: number, code: string) => ({ status, body: { code } });
const register = (consents?: object) =>
  aDoor(app)('POST', '/v1/members', aRegistration(consents === undefined ? {} : { consents }));
const answer = (document: string, version: number, given = true) =>
  member('POST', PATH, { document, version, given });
const rows = async () =>
  (
    await management.context.pool.query(
      `select document, version, given from consents where member_id = '${MEMBER_ID}' order by consent_id`,
    )
  ).rows;

async function publish(document: DocumentKind, after: number) {
  const { context } = management;
  const text = { text_ko: '내용', text_en: 'Text' };
  doneOf(
    await inTransaction(context.db, (tx) =>
      publishDocument(context, tx, null, { document, after, inForceAt: context.clock(), ...text }),
    ),
  );
}

test('where nothing is published, nobody is asked', async () => {
  expect(await register()).toMatchObject({ status: 202 });
  expect(await register({ terms: 1 })).toMatchObject({ status: 202 });
  expect((await member('GET', PATH)).body).toEqual({ consents: [] });
  expect(await answer('terms', 1)).toMatchObject(refused(404, 'document_not_found'));
});

test('nobody registers without the versions in force of terms and privacy policy, and marketing is apart', async () => {
  for (const document of ['terms', 'privacy', 'marketing', 'faq'] as const) await publish(document, 0);
  for (const given of [undefined, { terms: 1 }, { terms: 1, privacy: 2 }, { privacy: 1, marketing: 1 }])
    expect(await register(given)).toMatchObject(refused(422, 'consent_required'));
  const agreed = await register({ terms: 1, privacy: 1 });
  expect(agreed).toMatchObject({ status: 202 });
  const kept = await management.context.pool.query(
    `select document, version, given, line from consents where member_id = '${agreed.body.member_id}' order by document`,
  );
  expect(kept.rows).toEqual([
    { document: 'privacy', version: 1, given: true, line: 'web' },
    { document: 'terms', version: 1, given: true, line: 'web' },
  ]);
});

test('marketing is agreed to and withdrawn, each once, and both stay on record', async () => {
  expect(await answer('marketing', 1, false)).toMatchObject({ status: 200 });
  expect(await rows()).toEqual([]);
  await answer('marketing', 1);
  await answer('marketing', 1);
  expect((await answer('marketing', 1, false)).body.consents).toContainEqual(
    expect.objectContaining({ document: 'marketing', required: false, agreed: false }),
  );
  await answer('marketing', 1, false);
  expect(await rows()).toEqual([
    { document: 'marketing', version: 1, given: true },
    { document: 'marketing', version: 1, given: false },
  ]);
  expect(await answer('terms', 1, false)).toMatchObject(refused(422, 'consent_required'));
});

test('a new version is agreed to anew; an old one no more', async () => {
  await answer('terms', 1);
  await publish('terms', 1);
  expect(await answer('terms', 1)).toMatchObject(refused(409, 'changed_meanwhile'));
  expect((await member('GET', PATH)).body.consents).toContainEqual(
    expect.objectContaining({
      document: 'terms',
      version: 2,
      agreed: false,
      answered: expect.objectContaining({ version: 1, given: true }),
    }),
  );
  const both = await Promise.all([answer('terms', 2), answer('terms', 2)]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(
    (await rows()).filter(({ document, version }) => document === 'terms' && version === 2),
  ).toHaveLength(1);
});

test('history can’t be changed', async () => {
  await expect(management.context.pool.query('update consents set given = false')).rejects.toThrow(
    'permission denied',
  );
});
