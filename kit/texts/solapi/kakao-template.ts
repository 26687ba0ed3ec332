/** A template of a notification message, as it is registered with KakaoTalk: `#{name}` stands for a variable. */
export type KakaoTemplate = { template_id: string; text: string };

const VARIABLE = /#\{([^}]+)\}/g;

/**
 * The variables with which a registered template says exactly this text; undefined if it can't. KakaoTalk refuses whatever
 * differs from the template by more than its variables, and nobody is told anything else than by text message.
 */
export function kakaoVariables(template: KakaoTemplate, text: string): Record<string, string> | undefined {
  const names: string[] = [];
  let pattern = '';
  let from = 0;
  for (const found of template.text.matchAll(VARIABLE)) {
    const name = found[1] ?? '';
    pattern += literally(template.text.slice(from, found.index));
    const before = names.indexOf(name);
    // A variable that comes again has the same value.
    pattern += before === -1 ? '([\\s\\S]*?)' : `\\${before + 1}`;
    if (before === -1) names.push(name);
    from = found.index + found[0].length;
  }
  const values = new RegExp(`^${pattern}${literally(template.text.slice(from))}$`).exec(text);
  if (values === null) return undefined;
  return Object.fromEntries(names.map((name, index) => [`#{${name}}`, values[index + 1] ?? '']));
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
