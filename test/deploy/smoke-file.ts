import { writeFileSync } from 'node:fs';
import { Door } from '../../bin/walkthrough/doors.ts';
import { addCard, addTerminal, CARDS, CAST, logIn } from '../../bin/walkthrough/people.ts';

// Runs in a container: gives the demo's member a card, makes a code for a till, and writes what `smoke` reads.
const [management = '', shop = '', file = ''] = process.argv.slice(2);
const sandbox = 'http://sandbox:4100';
const world = {
  ...{ management: new Door(management), shop: new Door(shop), sandbox: new Door(sandbox) },
  webShop: new Door(shop),
};
const settings = {
  ...{ management, shop, sandbox, shop_id: 'haneul', amount_minor: 10_000, currency: 'KRW' },
  member: { email: 'haneul@example.com', password: 'sky-and-sea-2026' },
  payment_method_id: await addCard(await logIn(world), CARDS.approved),
  recipient: { phone: CAST.memberOfShop.phone },
  till: { key_file: 'till.json', enrolment_code: await addTerminal(world) },
};
writeFileSync(file, JSON.stringify(settings), { mode: 0o600 });
