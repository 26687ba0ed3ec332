// @ts-nocheck This belongs to a project of Medusa’s, whose packages are not among ours.
// Run by `medusa exec` in a project of Medusa's: credits so many accounts, then debits them by the plugin's own workflow
// for so many seconds, so many at once, and prints the rate. Every account is another one than the one before.
const { debitAccountsWorkflow } = require('@medusajs/loyalty-plugin/workflows');

exports.default = async ({ container }) => {
  const [accounts, atOnce, seconds] = ['ACCOUNTS', 'AT_ONCE', 'SECONDS'].map((name) =>
    Number(process.env[name]),
  );
  const credit = container.resolve('store_credit');
  const made = await credit.createStoreCreditAccounts(
    Array.from({ length: accounts }, () => ({ currency_code: 'krw' })),
  );
  await credit.creditAccounts(
    made.map(({ id }) => ({ account_id: id, amount: 1_000_000, reference: 'gift_card', reference_id: id })),
  );
  let next = 0;
  let done = 0;
  const until = async (end) => {
    const worker = async () => {
      while (performance.now() < end) {
        const account_id = made[next++ % made.length].id;
        const input = [{ account_id, amount: 1, reference: 'cart', reference_id: String(next) }];
        await debitAccountsWorkflow(container).run({ input });
        done += 1;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  };
  await until(performance.now() + 1_000);
  done = 0;
  const begun = performance.now();
  await until(begun + seconds * 1_000);
  console.log(`\ndebits_per_s ${(done / ((performance.now() - begun) / 1_000)).toFixed(1)}`);
};
