import type { BrowserContextOptions } from 'playwright-core';
import { beforeAll } from 'vitest';
import { type Door, expectAnswer, textOf } from '../../../bin/walkthrough/doors.ts';
import type { View, Visitor } from '../browser.ts';
import { OWNER } from '../staff-door.ts';
import type { Stage } from '../stage.ts';
import { enrol } from './actions.ts';

const STORE_ID = '01980000-0000-7000-8000-000000000101';

/** The terminals of a test file, which the shop's office enrols. */
export function terminalsOf(stage: Stage) {
  let office: Door;
  beforeAll(async () => {
    const { shop } = stage.system.world;
    const session = await shop.post('/v1/office/sessions', OWNER);
    office = shop.with(textOf(expectAnswer('the office', session, 201).body, 'session_token'));
  });

  /** For a new terminal. */
  async function anEnrolmentCode(): Promise<string> {
    const made = await office.post('/v1/office/terminals', { store_id: STORE_ID, name: '종로 2번 단말기' });
    const path = `/v1/office/terminals/${textOf(made.body, 'terminal_id')}/enrolment-codes`;
    return textOf(expectAnswer('an enrolment code', await office.post(path), 201).body, 'enrolment_code');
  }

  /** Somebody new at the tills, with the first PIN that the office has made. */
  async function aNewClerk(name: string): Promise<{ clerk_number: number; first_pin: string }> {
    const { body } = expectAnswer('a clerk', await office.post('/v1/office/clerks', { name }), 201);
    const made = await office.post(`/v1/office/clerks/${textOf(body, 'clerk_id')}/first-pins`);
    const first_pin = textOf(expectAnswer('a first PIN', made, 201).body, 'first_pin');
    return { clerk_number: Number(body.clerk_number), first_pin };
  }

  /** A terminal without its idle time-outs, since a busy machine takes minutes over a walk. */
  async function atTerminal(view: View, more: BrowserContextOptions = {}): Promise<Visitor> {
    const visitor = await stage.visitor(view, 'shop', more);
    await visitor.page.addInitScript(`{
      const after = setTimeout;
      globalThis.setTimeout = (act, ms, ...rest) => after(act, ms >= 20_000 ? 2 ** 31 - 1 : ms, ...rest);
    }`);
    return visitor;
  }

  async function anEnrolled(
    view: View,
    before?: (visitor: Visitor) => Promise<void>,
    more: BrowserContextOptions = {},
  ): Promise<Visitor> {
    const visitor = await atTerminal(view, more);
    await before?.(visitor);
    await enrol(visitor, await anEnrolmentCode());
    return visitor;
  }

  return { anEnrolmentCode, atTerminal, anEnrolled, aNewClerk };
}
