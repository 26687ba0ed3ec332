/** What V8's profiler writes: a tree of calls, and which of them ran at each sample. Times are in microseconds. */
export type CpuProfile = {
  startTime: number;
  nodes: readonly {
    id: number;
    callFrame: { functionName: string; url: string; lineNumber: number };
    children?: readonly number[];
  }[];
  samples: readonly number[];
  timeDeltas: readonly number[];
};

/** A function with the time that it took, together with what it called. */
export type Frame = { name: string; file: string; micros: number; calls: Map<string, Frame> };

/** From and until when, by the clock of `process.hrtime`. */
export type Span = { fromMicros: number; untilMicros: number };

/** Names that V8 gives to no function: waiting, and its own program. */
const NOT_WORK = new Set(['(idle)', '(program)']);

/** Adds up the samples of a span of time. Waiting is left out. */
export function framesOf(profile: CpuProfile, { fromMicros, untilMicros }: Span): Frame {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])),
  );
  const root: Frame = { name: 'all', file: '', micros: 0, calls: new Map() };
  let at = profile.startTime;
  for (const [index, sample] of profile.samples.entries()) {
    const micros = profile.timeDeltas[index] ?? 0;
    at += micros;
    if (at < fromMicros || at > untilMicros) continue;
    const path = pathTo(sample);
    if (NOT_WORK.has(path.at(-1)?.callFrame.functionName ?? '')) continue;
    root.micros += micros;
    let frame = root;
    for (const { callFrame } of path) {
      frame = called(frame, callFrame);
      frame.micros += micros;
    }
  }
  return root;

  function pathTo(id: number): CpuProfile['nodes'][number][] {
    const path = [];
    for (let node = nodes.get(id); node !== undefined; node = nodes.get(parents.get(node.id) ?? -1))
      if (node.callFrame.functionName !== '(root)') path.push(node);
    return path.reverse();
  }
}

function called(from: Frame, frame: CpuProfile['nodes'][number]['callFrame']): Frame {
  const name = frame.functionName === '' ? '(anonymous)' : frame.functionName;
  const file = fileOf(frame.url);
  const key = `${name} ${file}`;
  const known = from.calls.get(key);
  if (known !== undefined) return known;
  const frameOf: Frame = { name, file, micros: 0, calls: new Map() };
  from.calls.set(key, frameOf);
  return frameOf;
}

/** A file of ours by its path in the project, one of a package by the package's name. */
function fileOf(url: string): string {
  const [, ofPackage] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  if (ofPackage !== undefined) return ofPackage;
  const [, ours] = /\/((?:servers|kit|contracts|bin)\/.*)$/.exec(url) ?? [];
  return ours ?? url;
}

const WIDTH = 1200;
const ROW = 17;
const NARROWEST = 0.6;
const LETTER = 6.4;
const HEAD = 28;

/** A flame graph from the top down: each function as wide as the time that it took. */
export function flameSvg(root: Frame, title: string): string {
  const scale = WIDTH / root.micros;
  const drawn: string[] = [];
  let depth = 0;
  draw(root, 0, 0);
  const height = HEAD + (depth + 1) * ROW;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="monospace" font-size="11" role="img" aria-label="${escaped(title)}">
<rect width="100%" height="100%" fill="#fff"/>
<text x="4" y="18" font-size="14" font-family="sans-serif">${escaped(title)}</text>
${drawn.join('\n')}
</svg>
`;

  function draw(frame: Frame, x: number, row: number): void {
    const width = frame.micros * scale;
    if (width < NARROWEST) return;
    depth = Math.max(depth, row);
    const y = HEAD + row * ROW;
    const share = ((100 * frame.micros) / root.micros).toFixed(1);
    const label = frame.name.slice(0, Math.max(0, Math.floor((width - 4) / LETTER)));
    const text =
      label.length < 3 ? '' : `<text x="${(x + 2).toFixed(1)}" y="${y + 12}">${escaped(label)}</text>`;
    drawn.push(
      `<g><title>${escaped(`${frame.name} ${frame.file} ${share} %`)}</title><rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${ROW - 1}" fill="${colourOf(frame.file)}"/>${text}</g>`,
    );
    let next = x;
    for (const each of [...frame.calls.values()].toSorted((a, b) => b.micros - a.micros)) {
      draw(each, next, row + 1);
      next += each.micros * scale;
    }
  }
}

/** Ours in orange, packages in blue, Node's own in green, the engine's in grey. */
function colourOf(file: string): string {
  if (/^(servers|kit|contracts|bin)\//.test(file)) return '#ffa94d';
  if (file.startsWith('node:')) return '#8ce99a';
  return file === '' ? '#ced4da' : '#91a7ff';
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);

/** The functions that took most by themselves, with their share in percent. */
export function costliest(root: Frame, count: number): string[] {
  const own = new Map<string, number>();
  add(root);
  return [...own]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([name, micros]) => `${((100 * micros) / root.micros).toFixed(1).padStart(5)} %  ${name}`);

  function add(frame: Frame): void {
    let below = 0;
    for (const each of frame.calls.values()) {
      below += each.micros;
      add(each);
    }
    const key = `${frame.name} ${frame.file}`.trim();
    own.set(key, (own.get(key) ?? 0) + frame.micros - below);
  }
}
