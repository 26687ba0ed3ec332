import { expect, test } from 'vitest';
import { type CpuProfile, costliest, flameSvg, framesOf } from './flame.ts';

const frame = (functionName: string, url = '') => ({ functionName, url, lineNumber: 0 });

/** Samples end at 1100, 1200, 1300, 1400 and 1500 microseconds. */
const profile: CpuProfile = {
  startTime: 1000,
  nodes: [
    { id: 1, callFrame: frame('(root)'), children: [2, 5] },
    { id: 2, callFrame: frame('handle', 'file:///x/servers/shop/a.ts'), children: [3, 4] },
    { id: 3, callFrame: frame('parse<T>', 'file:///x/node_modules/@scope/pkg/lib/p.js') },
    { id: 4, callFrame: frame('', 'node:net') },
    { id: 5, callFrame: frame('(idle)') },
  ],
  samples: [2, 3, 5, 4, 3],
  timeDeltas: [100, 100, 100, 100, 100],
};

test('samples are added up along the calls that led to them', () => {
  const root = framesOf(profile, { fromMicros: 0, untilMicros: 2000 });
  expect(root.micros).toBe(400);
  const handle = root.calls.get('handle servers/shop/a.ts');
  expect(handle?.micros).toBe(400);
  expect([...(handle?.calls.values() ?? [])].map(({ name, file, micros }) => [name, file, micros])).toEqual([
    ['parse<T>', '@scope/pkg', 200],
    ['(anonymous)', 'node:net', 100],
  ]);
  expect(costliest(root, 1)).toEqual([' 50.0 %  parse<T> @scope/pkg']);
});

test('only what was sampled in the span counts', () => {
  expect(framesOf(profile, { fromMicros: 1150, untilMicros: 1450 }).micros).toBe(200);
});

test('the picture names each function, and escapes it', () => {
  const svg = flameSvg(framesOf(profile, { fromMicros: 0, untilMicros: 2000 }), 'shop & co');
  expect(svg).toContain('<title>parse&lt;T&gt; @scope/pkg 50.0 %</title>');
  expect(svg).toContain('shop &amp; co');
});

test('what is too narrow for its name has none', () => {
  const calls = new Map([
    ['a', { name: 'aVeryLongName', file: '', micros: 1, calls: new Map() }],
    ['b', { name: 'wide', file: '', micros: 199, calls: new Map() }],
  ]);
  const svg = flameSvg({ name: 'all', file: '', micros: 200, calls }, '');
  expect(svg).toContain('>wide</text>');
  expect(svg).not.toMatch(/>aVery\w*<\/text>/);
});
