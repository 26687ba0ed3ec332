import { useCommonWords } from './words.tsx';

type InvalidMember = { path: string; rule: string };

/** A refusal in the server's own words (RFC 9457), or `line_down` when no answer came. */
export class Problem extends Error {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly status: number;
  readonly extra: Readonly<Record<string, unknown>>;
  constructor(document: Record<string, unknown>) {
    super(String(document.title ?? document.code));
    this.code = String(document.code ?? 'line_down');
    this.title = String(document.title ?? '');
    this.detail = String(document.detail ?? '');
    this.status = Number(document.status ?? 0);
    this.extra = document;
  }

  /** The names of the request's fields that were refused, such as `amount_minor`. */
  get fields(): readonly string[] {
    const errors = Array.isArray(this.extra.errors) ? (this.extra.errors as InvalidMember[]) : [];
    return errors.map(({ path }) => path.replace(/^\//, '').replaceAll('/', '.'));
  }
}

/** Unwraps what `api.GET` and the like return: the body, or the refusal thrown as a `Problem`. */
export async function answered<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call.catch(() => {
    throw new Problem({ code: 'line_down' });
  });
  if (response.ok) return data as T;
  throw new Problem(typeof error === 'object' && error !== null ? { ...error } : { code: 'line_down' });
}

/** Title and detail to show for anything thrown. */
export function useProblemText(): (thrown: unknown) => { title: string; detail: string } {
  const { t } = useCommonWords();
  return (thrown) =>
    thrown instanceof Problem && thrown.code !== 'line_down'
      ? thrown
      : { title: t('common.line_down'), detail: t('common.line_down_detail') };
}
