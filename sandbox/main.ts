import { readFileSync } from 'node:fs';
import { fileClock } from '../kit/clock.ts';
import { baseUrl, describeSettings, port, readSettings, text, url } from '../kit/config.ts';
import { LOCAL_NETWORK } from '../kit/http/network.ts';
import { createLogger } from '../kit/log.ts';
import { exitWithParent, onShutdown } from '../kit/process.ts';
import { TestAcquirer } from './acquirer/acquirer.ts';
import { MovementFile } from './acquirer/movement-file.ts';
import { createSandboxApp } from './app.ts';
import { TestBank } from './bank/bank.ts';
import { readDemoData } from './demo-data.ts';
import { startMailServer } from './mail/mail-server.ts';
import { OutsideWorld } from './outside-world.ts';
import { PhoneCalls } from './phones/phone-calls.ts';
import { Smsc, type SmscAccount } from './texts/smsc.ts';

const SETTINGS = {
  host: text('HOST', 'address to listen on', '127.0.0.1'),
  port: port('PORT', 'port of its HTTP API'),
  publicUrl: url('PUBLIC_URL', 'URL of its HTTP API', ['http:', 'https:']),
  smppPort: port('SMPP_PORT', 'port of its SMS provider'),
  smtpPort: port('SMTP_PORT', 'port of its mail server'),
  accountsFile: text('SMPP_ACCOUNTS_FILE', 'JSON list of {system_id, password, source_addr}'),
  voiceUrl: url('VOICE_URL', 'server that answers calls from the phones', ['http:', 'https:']),
  voiceSecret: text('VOICE_SECRET', 'shared secret with that server'),
  secondSmppPort: port('SECOND_SMPP_PORT', 'port of its second SMS provider'),
  secondAccountsFile: text('SECOND_SMPP_ACCOUNTS_FILE', 'the same for the second provider'),
  bouncesUrl: url('BOUNCES_URL', 'mail server that bounces are sent to', ['smtp:']),
  managementUrl: baseUrl('MANAGEMENT_URL', 'URL of the management server, for links'),
  settlementUrl: baseUrl('SETTLEMENT_URL', 'URL of the settlement server'),
  carrierUrl: baseUrl('CARRIER_URL', 'URL of the carrier server'),
  shopUrl: baseUrl('SHOP_URL', 'URL of the shop server'),
  demoDataDir: text('DEMO_DATA_DIR', 'folder with the demo data of the servers'),
  clockFile: text('CLOCK_FILE', 'JSON file whose offset_ms shifts the clock of all servers'),
  movementsFile: text('ACQUIRER_MOVEMENTS_FILE', 'file in which the test acquirer keeps what it has moved'),
};

exitWithParent();
if (process.argv.includes('--help')) {
  console.log(
    `The sandbox: the outside world on one machine, for demos and tests only.\n\n${describeSettings(SETTINGS)}`,
  );
} else {
  const settings = readSettings(SETTINGS, process.env);
  const log = createLogger('sandbox', 'info');
  const accountsIn = (file: string): SmscAccount[] => JSON.parse(readFileSync(file, 'utf8'));
  const world = new OutsideWorld();
  const { host, bouncesUrl } = settings;
  const first = new Smsc(world, accountsIn(settings.accountsFile));
  const second = new Smsc(world, accountsIn(settings.secondAccountsFile));
  await first.listen(settings.smppPort, host);
  await second.listen(settings.secondSmppPort, host);
  const smscs = [first, second];
  const demoData = readDemoData(
    settings.demoDataDir,
    {
      management: settings.managementUrl,
      settlement: settings.settlementUrl,
      carrier: settings.carrierUrl,
      shop: settings.shopUrl,
    },
    accountsIn(settings.accountsFile)[0]?.source_addr ?? '',
  );
  const mail = await startMailServer(world, settings.smtpPort, host, bouncesUrl);
  const calls = new PhoneCalls(world, { url: settings.voiceUrl, secret: settings.voiceSecret });
  const { clockFile } = settings;
  const acquirer = new TestAcquirer(
    settings.demoDataDir,
    fileClock(clockFile),
    new MovementFile(settings.movementsFile),
  );
  const bank = new TestBank(fileClock(clockFile));
  const app = await createSandboxApp(
    {
      role: 'sandbox',
      title: 'Seonmul: the sandbox',
      description: 'Phones, mailboxes and the clock of a demo. Never run it in production.',
      publicUrl: settings.publicUrl,
      log,
      network: LOCAL_NETWORK,
      whyNotReady: async () => undefined,
    },
    {
      ...{ world, demoData, smscs, calls, acquirer, bank, clockFile },
      voiceSecret: settings.voiceSecret,
    },
  );
  await app.listen({ host: settings.host, port: settings.port });
  onShutdown(async () => {
    await app.close();
    calls.close();
    await mail.close();
    await Promise.all(smscs.map((smsc) => smsc.close()));
  });
}
