/** A statement that PostgreSQL logged with the plan it had and how long it took. */
export type LoggedPlan = { text: string; ms: number; plan: string };

/** What auto_explain logs, with the settings that it needs for it. Values of parameters are left out. */
export const LOG_PLANS = {
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_buffers': 'on',
  'auto_explain.log_timing': 'off',
  'auto_explain.log_parameter_max_length': '0',
  'auto_explain.sample_rate': '0.05',
} as const;

const ENTRY = /LOG: {2}duration: ([\d.]+) ms {2}plan:\n((?:\t.*\n?)*)/g;

export function loggedPlans(log: string): LoggedPlan[] {
  return [...log.matchAll(ENTRY)].map(([, ms = '', body = '']) => {
    const lines = body.split('\n').map((line) => line.slice(1));
    const begins = lines.findIndex((line) => /\(cost=\d/.test(line));
    const text = lines.slice(0, begins).join(' ').replace('Query Text: ', '').replaceAll(/\s+/g, ' ').trim();
    return { text, ms: Number(ms), plan: lines.slice(begins).join('\n').trimEnd() };
  });
}

/** The statements that took most in all, each with the plan of a run that took as long as half of its runs did. */
export function hotPlans(plans: readonly LoggedPlan[], count: number): (LoggedPlan & { share: number })[] {
  const all = plans.reduce((sum, { ms }) => sum + ms, 0);
  return [...Map.groupBy(plans, ({ text }) => text).values()]
    .map((runs) => {
      const sorted = runs.toSorted((a, b) => a.ms - b.ms);
      const share = runs.reduce((sum, { ms }) => sum + ms, 0) / all;
      return { ...(sorted[Math.floor(sorted.length / 2)] ?? { text: '', ms: 0, plan: '' }), share };
    })
    .toSorted((a, b) => b.share - a.share)
    .slice(0, count);
}
