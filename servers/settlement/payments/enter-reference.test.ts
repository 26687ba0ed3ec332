import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import { aSettlement } from '../../../test/builders/settlement.ts';
import type { Acquirer, Authorisation } from '../acquirers/port.ts';
import { enterReference } from './enter-reference.ts';

let settlement: Awaited<ReturnType<typeof aSettlement>>;
beforeAll(async () => {
  settlement = await aSettlement();
});
afterAll(async () => settlement?.base.drop());

/** Knows payments by names of its own. */
function naming(known: readonly string[], isSilent = false) {
  const { context } = settlement;
  const acquirer: Acquirer = {
    ...context.acquirers.named('test'),
    announce: async () => ({ kind: 'unknown' }),
    lookUp: async ({ reference }): Promise<Authorisation> => {
      if (isSilent) return { kind: 'unknown' };
      return reference !== null && known.includes(reference) ? { kind: 'authorised' } : { kind: 'not_found' };
    },
  };
  return { ...context, acquirers: { ...context.acquirers, named: () => acquirer } };
}

async function aCaptured(): Promise<string> {
  const order = randomUUID();
  await settlement.authorise(order, 10_000);
  await settlement.capture(order, 10_000);
  const found = await sql<{ payment_id: string }>`
    select payment_id from payments where order_id = ${order}`.execute(settlement.context.db);
  return found.rows[0]?.payment_id ?? '';
}

test('a reference counts once the acquirer knows the payment by it, and only once', async () => {
  const [one, other] = [await aCaptured(), await aCaptured()];
  const context = naming(['pi_1', 'pi_2']);
  const code = async (...[of, id, reference]: Parameters<typeof enterReference>) => {
    const result = await enterReference(of, id, reference);
    return result.ok ? result.value.acquirer_reference : result.code;
  };
  expect(await code(context, randomUUID(), 'pi_1')).toBe('payment_not_found');
  expect(await code(context, one, 'pi_unknown')).toBe('payment_unknown');
  expect(await code(naming(['pi_1'], true), one, 'pi_1')).toBe('payment_unknown');
  expect(await code(settlement.context, one, 'pi_1')).toBe('wrong_state');
  expect(await code(context, one, 'pi_1')).toBe('pi_1');
  expect(await code(context, one, 'pi_1')).toBe('pi_1');
  expect(await code(context, one, 'pi_2')).toBe('wrong_state');
  expect(await code(context, other, 'pi_1')).toBe('wrong_state');
  expect(await code(context, other, 'pi_2')).toBe('pi_2');
});
