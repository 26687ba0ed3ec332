import { isParticle } from '../format/particles.ts';

/** What stands between the braces of a text's placeholders: `sender_name`, `amount, money`. */
function placeholdersOf(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(/\{\{(.*?)\}\}/gs), ([, inside = '']) => inside.trim()))];
}

/** What is wrong with a text; undefined if it can be said. */
export type Misworded =
  /** It names something that this message doesn't know, or writes it in another way. */
  | { code: 'wording_variable_unknown'; variable: string }
  /** People can't do without it, and it isn't there. */
  | { code: 'wording_variable_missing'; variable: string }
  | undefined;

/** Without these a reader can't do what the message is for. */
const NEEDED = ['link', 'code'];

/**
 * Compares a text with the one that it stands in for. `known` are the placeholders that the message has, in whichever of its
 * texts; behind one, a Korean text may name a particle (`sender_name, josa:이/가`).
 */
export function misworded(text: string, standard: string, known: readonly string[]): Misworded {
  const named = placeholdersOf(text);
  const unknown = named.find((inside) => !known.includes(withoutParticle(inside)));
  if (unknown !== undefined) return { code: 'wording_variable_unknown', variable: unknown };
  // A brace that is left over is a placeholder that somebody mistyped.
  if (/\{\{|\}\}/.test(text.replace(/\{\{.*?\}\}/gs, '')))
    return { code: 'wording_variable_unknown', variable: '{{' };
  const missing = NEEDED.find((name) => placeholdersOf(standard).includes(name) && !named.includes(name));
  return missing === undefined ? undefined : { code: 'wording_variable_missing', variable: missing };
}

/** The placeholders of some texts, each once and without particles. */
export function knownPlaceholders(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(placeholdersOf).map(withoutParticle))];
}

function withoutParticle(inside: string): string {
  const [, bare = '', pair = ''] = /^(.*), josa:(.+)$/s.exec(inside) ?? [];
  return isParticle(pair) ? bare : inside;
}
