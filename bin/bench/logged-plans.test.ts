import { expect, test } from 'vitest';
import { hotPlans, loggedPlans } from './logged-plans.ts';

const LOG = `2026-11-29 02:00:00.000 UTC [7] LOG:  duration: 2.500 ms  plan:
\tQuery Text: select *
\t  from sales
\tLimit  (cost=0.00..1.00 rows=1 width=4) (actual rows=1.00 loops=1)
\t  ->  Seq Scan on sales  (cost=0.00..1.00 rows=1 width=4)
2026-11-29 02:00:00.010 UTC [8] LOG:  checkpoint starting: time
2026-11-29 02:00:00.020 UTC [7] LOG:  duration: 0.500 ms  plan:
\tQuery Text: update sales set amount = $1
\tUpdate on sales  (cost=0.00..1.00 rows=0 width=0)
2026-11-29 02:00:00.030 UTC [7] LOG:  duration: 1.500 ms  plan:
\tQuery Text: update sales set amount = $1
\tUpdate on sales  (cost=0.00..2.00 rows=0 width=0)
`;

test('statements and their plans are read from the log', () => {
  const plans = loggedPlans(LOG);
  expect(plans.map(({ text, ms }) => [text, ms])).toEqual([
    ['select * from sales', 2.5],
    ['update sales set amount = $1', 0.5],
    ['update sales set amount = $1', 1.5],
  ]);
  expect(plans[0]?.plan).toMatch(/^Limit .*\n {2}-> {2}Seq Scan on sales/);
});

test('the statement that took most comes first, with the plan of a usual run', () => {
  const hot = hotPlans(loggedPlans(LOG), 1);
  expect(hot).toHaveLength(1);
  expect(hot[0]).toMatchObject({ text: 'select * from sales', share: 2.5 / 4.5 });
});
