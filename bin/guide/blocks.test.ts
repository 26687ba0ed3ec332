import { expect, test } from 'vitest';
import { blocksOf, runElsewhere } from './blocks.ts';
import { isAsShown } from './output.ts';

const page = (...parts: string[]) => parts.join('\n\n');
const fence = (head: string, body: string) => `\`\`\`${head}\n${body}\n\`\`\``;

test('commands, what they print, files and steps are found in order', () => {
  const { blocks, faults } = blocksOf(
    page(
      '# A page',
      fence('sh', 'true'),
      'It prints:',
      fence('sh', 'echo a'),
      fence('text', 'a'),
      fence('ini /etc/x.conf', 'x = 1'),
      'On the page:',
      '*Done by the test (log-in): through the same doors.*',
    ),
  );
  expect(faults).toEqual([]);
  expect(blocks).toEqual([
    { kind: 'commands', line: 3, text: 'true\n', output: null, how: { kind: 'run' } },
    { kind: 'commands', line: 9, text: 'echo a\n', output: 'a\n', how: { kind: 'run' } },
    { kind: 'file', line: 17, path: '/etc/x.conf', text: 'x = 1\n', how: { kind: 'run' } },
    { kind: 'step', line: 23, hand: 'log-in' },
  ]);
});

test('a block says right after it that it is not run, or what is typed', () => {
  const { blocks, faults } = blocksOf(
    page(
      fence('sh', 'certbot'),
      '*Not run by the test (certificate): it needs a name in the DNS.*',
      fence('sh', 'reboot'),
      fence('text', 'Bye.'),
      '*Not run by the test: it has no firmware.*',
      fence('sh', 'read code'),
      '*Typed by the test (code): what was read out.*',
    ),
  );
  expect(faults).toEqual([]);
  expect(blocks.map((block) => 'how' in block && block.how)).toEqual([
    { kind: 'excused', hand: 'certificate' },
    { kind: 'excused', hand: null },
    { kind: 'typed', hand: 'code' },
  ]);
});

test.each<[string, string]>([
  ['a reason after prose', page(fence('sh', 'true'), 'Well.', '*Not run by the test: why.*')],
  ['two reasons', page(fence('sh', 'true'), '*Not run by the test: why.*', '*Not run by the test: why.*')],
  ['output after prose', page(fence('sh', 'true'), 'Well.', fence('text', 'a'))],
  ['a step that nobody does', '*Done by the test: somehow.*'],
  ['a file without a path', fence('ini', 'x = 1')],
])('%s is a fault', (_what, text) => {
  expect(blocksOf(text).faults).toHaveLength(1);
});

test('a page may be run by another command', () => {
  expect(runElsewhere('# A\n\n*The commands on this page are run by `npm run test:proxy`.*\n')).toBe(
    'test:proxy',
  );
  expect(runElsewhere('# A\n')).toBeUndefined();
});

test.each<[shown: string, printed: string, is: boolean]>([
  ['a\nb\n', 'a\nb\n', true],
  ['a\nb\n', 'a\n', false],
  ['a … c', 'a b c', true],
  ['a … c', 'a b\nc', false],
  ['a\n…\nc', 'a\nb\nb\nc\n', true],
  ['a\n…\nc', 'a\nc\n', true],
  ['a.c', 'abc', false],
])('%j shows %j: %j', (shown, printed, is) => {
  expect(isAsShown(shown, printed)).toBe(is);
});

test('a block in a list is found without its indentation', () => {
  const { blocks } = blocksOf(
    '1. So:\n\n   ```sh\n   for a in b; do\n     true\n   done\n   ```\n\n   *Not run by the test: why.*\n',
  );
  expect(blocks).toMatchObject([{ text: 'for a in b; do\n  true\ndone\n', how: { kind: 'excused' } }]);
});
